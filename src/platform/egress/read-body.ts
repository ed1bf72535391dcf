import { pipeline, type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { type Limits, NotReached } from './words.ts';

type Sizes = Pick<Limits, 'wireBytes' | 'unpackedBytes'>;

/** Counts what comes over the wire and what it unpacks to: 158 bytes can unpack to 100 MB. */
export async function readBody(body: Readable, encoding: string | undefined, most: Sizes): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const unpacked = pipeline(body, counting(most.wireBytes), unpacker(encoding), () => undefined);
  for await (const chunk of unpacked) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > most.unpackedBytes) throw tooLarge(most.unpackedBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function counting(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(tooLarge(most));
      else done(null, chunk);
    },
  });
}

function unpacker(encoding: string | undefined): Transform {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) });
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new NotReached('type', 'The answer is packed in a way that was not asked for.');
  }
}

function tooLarge(bytes: number): NotReached {
  return new NotReached(
    'size',
    `The answer has more than ${bytes / 1024 / 1024} MB. That is too much at once.`,
  );
}

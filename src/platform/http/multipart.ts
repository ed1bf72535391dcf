import { EdgeError } from '../errors.ts';

/** One part of a form while it comes: a field, or a file where it has the name of one. */
export interface Part {
  readonly name: string;
  readonly fileName: string | undefined;
  /** To be read before the next part is asked for. */
  readonly pieces: AsyncIterable<Buffer>;
}

/** More than any form of ours has, boxes to tick included. */
const partsMax = 100;
/** Above a part stands what it is called, and sometimes its type. */
const headBytes = 8 * 1024;

/**
 * The parts of a form (RFC 7578, and of RFC 2046 what browsers write), one after another. Nothing more is taken in before
 * what came is read, so a form needs the memory of one piece, however large it is.
 */
export async function* partsOf(
  pieces: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part, void> {
  const coming = pieces[Symbol.asyncIterator]();
  const source = readAhead(coming);
  const line = Buffer.from(`\r\n--${boundary}`);
  try {
    await passOver(source.until(line));
    for (let number = 1; await goesOn(source); number += 1) {
      if (number > partsMax) throw new EdgeError(413, 'too_large', 'This is more than a form can carry.');
      const called = namesIn(await source.head());
      if (!called) throw damagedForm();
      const body = source.until(line);
      yield { ...called, pieces: body };
      await passOver(body);
    }
    // Whoever is still sending is heard out, or would never see the answer.
    while (!(await coming.next()).done);
  } finally {
    await coming.return?.();
  }
}

export function damagedForm(): EdgeError {
  return new EdgeError(400, 'malformed_form', 'This form is damaged. Send it again.');
}

type Source = ReturnType<typeof readAhead>;

function readAhead(coming: AsyncIterator<Uint8Array>) {
  // The first line has no other before it.
  let rest: Buffer = Buffer.from('\r\n');

  async function more(): Promise<void> {
    const { value, done } = await coming.next();
    if (done) throw damagedForm();
    rest = rest.length === 0 ? viewOf(value) : Buffer.concat([rest, value]);
  }

  return {
    /** What comes before the mark, which is taken off, too. */
    async *until(mark: Buffer): AsyncGenerator<Buffer, void> {
      for (let at = -1; at < 0; ) {
        at = rest.indexOf(mark);
        const end = at < 0 ? rest.length - begunBytes(rest, mark) : at;
        const piece = rest.subarray(0, end);
        rest = rest.subarray(at < 0 ? end : at + mark.length);
        if (piece.length > 0) yield piece;
        if (at < 0) await more();
      }
    },
    async two(): Promise<string> {
      while (rest.length < 2) await more();
      const two = rest.toString('latin1', 0, 2);
      rest = rest.subarray(2);
      return two;
    },
    /** Up to the empty line. */
    async head(): Promise<string> {
      for (;;) {
        const end = rest.indexOf('\r\n\r\n');
        if (end > headBytes || (end < 0 && rest.length > headBytes)) throw damagedForm();
        if (end >= 0) {
          const head = rest.toString('utf8', 0, end);
          rest = rest.subarray(end + 4);
          return head;
        }
        await more();
      }
    },
  };
}

/** How many of the last bytes may be the beginning of a mark. Only its own beginning is a `\r`. */
function begunBytes(bytes: Buffer, mark: Buffer): number {
  const tail = bytes.subarray(Math.max(0, bytes.length - mark.length + 1));
  const at = tail.lastIndexOf('\r');
  const begun = tail.subarray(at < 0 ? tail.length : at);
  return mark.subarray(0, begun.length).equals(begun) ? begun.length : 0;
}

/** Without a copy: twenty million bytes would be copied with it. */
function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Whether a line between two parts is not the last. */
async function goesOn(source: Source): Promise<boolean> {
  const two = await source.two();
  if (two !== '\r\n' && two !== '--') throw damagedForm();
  return two === '\r\n';
}

async function passOver(pieces: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of pieces);
}

const headLine = /^([\w-]+):[ \t]*([^\r\n]*)$/;
const disposition = /^form-data((?:\s*;\s*\w+=(?:"(?:[^"\\]|\\.)*"|[^\s";]+))+)\s*$/is;
const parameter = /(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s";]+))/gs;

/** What a part is called. Browsers say `name` and `filename` and nothing else; RFC 7578 forbids `filename*`. */
function namesIn(head: string): { name: string; fileName: string | undefined } | undefined {
  const lines = head.split('\r\n').map((line) => headLine.exec(line));
  if (lines.includes(null)) return undefined;
  const said = lines.filter((line) => line?.[1]?.toLowerCase() === 'content-disposition');
  const listed = disposition.exec(said[0]?.[2] ?? '')?.[1];
  if (said.length !== 1 || listed === undefined) return undefined;
  const found = new Map<string, string>();
  for (const [, key = '', quoted, bare = ''] of listed.matchAll(parameter)) {
    const which = key.toLowerCase();
    if (found.has(which) || !['name', 'filename'].includes(which)) return undefined;
    found.set(which, unescaped(quoted ?? bare));
  }
  const name = found.get('name');
  return name === undefined ? undefined : { name, fileName: found.get('filename') };
}

/** Browsers write three signs in this way (HTML, “multipart/form-data encoding algorithm”), older programs `\"`. */
function unescaped(text: string): string {
  return text.replaceAll('%22', '"').replaceAll('\\"', '"').replace(/%0d/gi, '\r').replace(/%0a/gi, '\n');
}

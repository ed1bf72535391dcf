import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Caught {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it came over the wire, header and text. */
  readonly raw: string;
  readonly header: (name: string) => string | undefined;
}

export interface Sink {
  readonly url: string;
  readonly caught: readonly Caught[];
  /** From now on answers every receiver like this; 0 takes mail again. */
  refuseWith(code: number): void;
  close(): Promise<void>;
}

/** A real mail server on this machine that keeps what it is given. */
export async function smtpSink(port = 0): Promise<Sink> {
  const caught: Caught[] = [];
  let refusal = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo(_address, _session, done) {
      done(refusal === 0 ? null : Object.assign(new Error('not now'), { responseCode: refusal }));
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        caught.push(
          letter(
            from,
            rcptTo.map((one) => one.address),
            Buffer.concat(pieces).toString('utf8'),
          ),
        );
        done();
      });
    },
  });
  await new Promise<void>((open) => server.listen(port, '127.0.0.1', open));
  return {
    url: `smtp://127.0.0.1:${portOf(server.server.address())}`,
    caught,
    refuseWith(code) {
      refusal = code;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The sink has no port.');
  return address.port;
}

function letter(from: string, to: readonly string[], raw: string): Caught {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const lines = head.split('\r\n');
  return {
    from,
    to,
    raw,
    header(name) {
      const start = `${name.toLowerCase()}:`;
      return lines
        .find((line) => line.toLowerCase().startsWith(start))
        ?.slice(start.length)
        .trim();
    },
  };
}

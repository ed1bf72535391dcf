import { Readable, Writable } from 'node:stream';
import type pg from 'pg';

/** Rows come one by one; they are handed on in blocks of about this size. */
const blockBytes = 64 * 1024;

/** What the driver calls with when a COPY speaks; its types do not name these. */
interface CopyConnection extends pg.Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** `copy … to stdout` as a stream, no faster than its reader. `rows` is known at the end. */
export class CopyOut extends Readable implements pg.Submittable {
  rows = 0;
  readonly #text: string;
  #connection: pg.Connection | undefined;
  #held: Buffer[] = [];
  #size = 0;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  submit(connection: pg.Connection): void {
    this.#connection = connection;
    connection.query(this.#text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The driver writes over its buffer when more comes in.
    this.#held.push(Buffer.from(chunk));
    this.#size += chunk.length;
    if (this.#size >= blockBytes) this.#hand();
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(text.split(' ')[1]);
  }

  handleReadyForQuery(): void {
    this.#hand();
    this.#connection = undefined;
    this.push(null);
  }

  handleError(problem: Error): void {
    this.#connection = undefined;
    this.destroy(problem);
  }

  override _read(): void {
    this.#connection?.stream.resume();
  }

  /** Whoever stops reading in the middle has no more use for the connection. */
  override _destroy(problem: Error | null, done: (problem?: Error | null) => void): void {
    this.#connection?.stream.destroy();
    done(problem);
  }

  #hand(): void {
    if (this.#size === 0) return;
    const block = Buffer.concat(this.#held, this.#size);
    this.#held = [];
    this.#size = 0;
    if (!this.push(block)) this.#connection?.stream.pause();
  }
}

/** `copy … from stdin` as a stream that takes no more than the server does. `rows` is known at the end. */
export class CopyIn extends Writable implements pg.Submittable {
  rows = 0;
  readonly #text: string;
  #connection: CopyConnection | undefined;
  #goOn: (() => void) | undefined;
  #ended: ((problem?: Error | null) => void) | undefined;

  constructor(text: string) {
    super();
    this.#text = text;
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.#connection = connection;
    this.#goOn?.();
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = Number(text.split(' ')[1]);
  }

  handleReadyForQuery(): void {
    this.#connection = undefined;
    this.#ended?.();
  }

  handleError(problem: Error): void {
    this.#connection = undefined;
    this.destroy(problem);
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    if (!this.#connection) {
      this.#goOn = () => this._write(chunk, _encoding, done);
      return;
    }
    this.#connection.sendCopyFromChunk(chunk);
    const { stream } = this.#connection;
    if (stream.writableNeedDrain) stream.once('drain', done);
    else done();
  }

  override _final(done: (problem?: Error | null) => void): void {
    this.#ended = done;
    if (this.#connection) this.#connection.endCopyFrom();
    else this.#goOn = () => this.#connection?.endCopyFrom();
  }

  /** What came so far must not be taken for the whole. */
  override _destroy(problem: Error | null, done: (problem?: Error | null) => void): void {
    this.#connection?.sendCopyFail('stopped');
    done(problem);
  }
}

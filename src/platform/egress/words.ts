/** What went wrong on the way out, as somebody who looks after a feed will read it. It tells nothing of inner networks. */
export class NotReached extends Error {
  override readonly name = 'NotReached';
  constructor(
    readonly code: 'address' | 'name' | 'answer' | 'tls' | 'slow' | 'size' | 'type' | 'redirect' | 'broken',
    message: string,
  ) {
    super(message);
  }
}

export interface Asked {
  readonly address: string;
  readonly method?: 'GET' | 'POST';
  /** For the first address only: nothing of it goes along to where an answer sends us. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Types of content that are wanted, like `application/json`. Another one is refused, if the answer is a good one. */
  readonly types: readonly string[];
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  /** From the first look for the name to the last byte, redirects included. */
  readonly totalMs: number;
  /** Until the head of an answer is there, and between two pieces of its body. */
  readonly idleMs: number;
  readonly wireBytes: number;
  readonly unpackedBytes: number;
  readonly redirects: number;
}

export interface Answered {
  readonly status: number;
  /** Where the answer came from in the end. */
  readonly address: string;
  /** The content type without its parameters. */
  readonly type: string;
  readonly body: Buffer;
  header(name: string): string | undefined;
}

/** The one way in which this program asks other servers. */
export interface Egress {
  ask(asked: Asked): Promise<Answered>;
}

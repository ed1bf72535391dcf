/** The four ways of saying no (STYLE 5), and the few answers that only the edge gives. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  constructor(readonly what = 'page') {
    super(`There is no such ${what}.`);
  }
}

export class Forbidden extends Error {
  override readonly name = 'Forbidden';
  /**
   * `hidden` is for things whose existence is private: the answer is then the one for "not found".
   * `wantsKey` for what may be done, but only by whoever has just shown a second key.
   */
  constructor(
    readonly hidden = false,
    readonly wantsKey = false,
  ) {
    super('You may not do this.');
  }
}

export type Problems = Record<string, string>;

export class Invalid extends Error {
  override readonly name = 'Invalid';
  /** `problems`: name of the field, then what is wrong with it and how to put it right. */
  constructor(readonly problems: Problems) {
    super(Object.values(problems)[0] ?? 'Something is not right.');
  }
}

export class Refused extends Error {
  override readonly name = 'Refused';
  /** `code` is for programs, `message` is the sentence a person will read. */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Somebody else changed the thing first. `current` is their version, for the merge page. */
export class Stale extends Refused {
  constructor(readonly current: Record<string, unknown>) {
    super('stale', 'Somebody else changed this while you were writing.');
  }
}

/** What only the edge says: malformed (400), gone (410), too large (413), wrong type (415), too many (429), busy (503). */
export class EdgeError extends Error {
  override readonly name = 'EdgeError';
  constructor(
    readonly status: 400 | 401 | 403 | 405 | 410 | 413 | 415 | 429 | 503,
    readonly code: string,
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }
}

/** Somebody looks with the eyes of another and wants to do something. */
export class OnlyLooking extends EdgeError {
  constructor() {
    super(403, 'only_looking', 'You are only looking with other eyes. Go back to yourself, then do it.');
  }
}

/** For `executeTakeFirstOrThrow`: a row that is missing is a thing that is not found. */
export function notFound(what: string): () => NotFound {
  return () => new NotFound(what);
}

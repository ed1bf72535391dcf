import type { House } from './contributions.ts';
import type { Database } from './db/open.ts';
import type { Actor } from './permit.ts';

/** What only a practice network can do to itself; absent in every other. */
export interface PracticeRoom {
  /** Does what falls due by then, and sends what follows from it. Returns pieces by the name of the work. */
  catchUp(until: Date): Promise<ReadonlyMap<string, number>>;
  backToFirstDay(): Promise<void>;
}

/** The one door by which the outside comes in. */
export interface Ctx {
  readonly db: Database;
  readonly actor: Actor;
  /** Network time: promises, freshness, reminders. A practice network can move it on. */
  readonly now: Date;
  /** The machine's time: sessions, codes, rates, the record. */
  readonly machineNow: Date;
  readonly newId: () => string;
  /** A 256-bit token, for an address that must not be guessed. */
  readonly newToken: () => string;
  readonly newCode: () => string;
  /** What the slices hand down to the floors below them. */
  readonly house: House;
  /** The address people type; links in mail begin with it. */
  readonly publicUrl: string;
  /** Where mail is handed over; without it mail is kept and shown. */
  readonly smtpUrl?: string;
  readonly practice?: PracticeRoom;
}

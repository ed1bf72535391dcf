import { sql } from 'kysely';
import type { Tx } from './open.ts';

/**
 * Who does the same at once waits here for the end of the other’s transaction, and then finds what it made: a button
 * pressed twice makes one thing.
 */
export async function inTurn(tx: Tx, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx);
}

/** Several may do this at the same time, but nobody who does it in turn. */
export async function sideBySide(tx: Tx, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${what}, 0))`.execute(tx);
}

const momentMinutes = 10;

/** What was sent since then in the same words was sent twice; what was sent before it is meant. */
export function aMomentAgo(now: Date): Date {
  return new Date(now.getTime() - momentMinutes * 60_000);
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { Loop } from '../words.ts';
import { columns, toLoop } from './open.ts';

export async function nextDue(db: Db, until: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('loops.loop')
    .select('due_at')
    .where('ended_at', 'is', null)
    .where('climb_step', '<', 3)
    .where('due_at', '<=', until)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at;
}

/** The first of what is due; what has climbed is due later, so the next call goes on from there. */
export async function loopsDue(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('loops.loop')
    .select('id')
    .where('ended_at', 'is', null)
    .where('climb_step', '<', 3)
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Those of them that are still due, held until the transaction ends. */
export async function loopsLocked(db: Db, ids: readonly string[], now: Date): Promise<Loop[]> {
  const rows = await db
    .selectFrom('loops.loop')
    .select(columns)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('ended_at', 'is', null)
    .where('climb_step', '<', 3)
    .where('due_at', '<=', now)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(toLoop);
}

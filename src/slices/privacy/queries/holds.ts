import { sql } from 'kysely';
import { dayOf } from '../../../platform/dates.ts';
import type { Db } from '../../../platform/db/open.ts';

export interface Hold {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly byPersonId: string;
  readonly madeAt: Date;
  readonly untilDay: string;
}

/** What is held back on this day. */
export async function holdsOn(db: Db, now: Date): Promise<Hold[]> {
  return db
    .selectFrom('privacy.hold')
    .select(['id', 'name', 'reason', 'by_person_id as byPersonId', 'made_at as madeAt'])
    .select(sql<string>`until_day::text`.as('untilDay'))
    .where('ended_at', 'is', null)
    .where('until_day', '>=', sql<string>`${dayOf(now)}::date`)
    .orderBy('made_at')
    .execute();
}

export async function namesHeld(db: Db, now: Date): Promise<ReadonlySet<string>> {
  return new Set((await holdsOn(db, now)).map((one) => one.name));
}

/** How much would have gone in the last night, by what it is called. */
export async function keptTimes(
  db: Db,
): Promise<Map<string, { due: number; more: boolean; countedAt: Date }>> {
  const rows = await db
    .selectFrom('privacy.kept_time')
    .select(['name', 'due', 'more', 'counted_at as countedAt'])
    .execute();
  return new Map(rows.map(({ name, ...count }) => [name, count]));
}

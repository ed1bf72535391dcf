import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf, londonTime } from '../../../platform/dates.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { DoneMove } from '../words.ts';

const columns = [
  'id',
  'queue',
  'row_id as rowId',
  'move',
  'done',
  'title',
  'words',
  'by_person_id as byPersonId',
  'at',
  'away_until as awayUntil',
] as const;

/** Ids of what stays off the lists now. A thing that stands in two queues is away from both. */
export async function awayNow(db: Db, now: Date): Promise<Set<string>> {
  const rows = await db.selectFrom('hub.move').select('row_id').where('away_until', '>', now).execute();
  return new Set(rows.map((row) => row.row_id));
}

/** What was done since the day began, the newest first. */
export function doneToday(db: Db, now: Date): Promise<DoneMove[]> {
  return db
    .selectFrom('hub.move')
    .select(columns)
    .where('at', '>=', londonTime(dayOf(now), 0))
    .where('at', '<=', now)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
}

/** What was done about the things of one centre, the newest first. */
export function doneFor(db: Db, organisationId: string, limit: number): Promise<DoneMove[]> {
  return db
    .selectFrom('hub.move')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function move(db: Db, id: string) {
  return db
    .selectFrom('hub.move')
    .select([...columns, 'organisation_id as organisationId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('move'));
}

export async function heldMoves(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('hub.move')
    .select(['queue', 'move', 'title', 'words', 'at'])
    .where('by_person_id', '=', id)
    .orderBy('at')
    .execute();
}

/** The centres somebody works for, with the page of what the hub did for each. */
export function ownCentres(ctx: Ctx): string[] {
  const held = ctx.actor.positions.filter((one) => one.organisationKind === 'centre');
  return [...new Set(held.map((one) => one.organisationId))];
}

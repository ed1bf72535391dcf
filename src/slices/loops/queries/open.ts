import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Loop } from '../words.ts';

export const columns = [
  'id',
  'kind',
  'thing_id',
  'owner_organisation_id',
  'owner_person_id',
  'owner_since',
  'about_organisation_id',
  'opened_at',
  'due_at',
  'first_due_at',
  'climb_step',
  'ended_at',
  'end_reason',
] as const;

interface LoopRow {
  id: string;
  kind: string;
  thing_id: string;
  owner_organisation_id: string;
  owner_person_id: string;
  owner_since: Date;
  about_organisation_id: string;
  opened_at: Date;
  due_at: Date;
  first_due_at: Date;
  climb_step: number;
  ended_at: Date | null;
  end_reason: string | null;
}

export async function openLoopsOf(db: Db, organisationIds: readonly string[]): Promise<Loop[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .selectFrom('loops.loop')
    .select(columns)
    .where('owner_organisation_id', 'in', organisationIds)
    .where('ended_at', 'is', null)
    .orderBy('first_due_at')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map(toLoop);
}

/** All that one person keeps for an organisation. */
export async function openLoopsWith(
  db: Db,
  who: { personId: string; organisationId: string },
): Promise<Loop[]> {
  const rows = await db
    .selectFrom('loops.loop')
    .select(columns)
    .where('owner_person_id', '=', who.personId)
    .where('owner_organisation_id', '=', who.organisationId)
    .where('ended_at', 'is', null)
    .orderBy('first_due_at')
    .orderBy('id')
    .execute();
  return rows.map(toLoop);
}

/** Loops whose first promise is over, the oldest first. */
export async function lateLoops(db: Db, now: Date, limit: number): Promise<{ total: number; loops: Loop[] }> {
  const late = db.selectFrom('loops.loop').where('ended_at', 'is', null).where('first_due_at', '<', now);
  const { total } = await late.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await late.select(columns).orderBy('first_due_at').orderBy('id').limit(limit).execute();
  return { total, loops: rows.map(toLoop) };
}

/** Open promises that these organisations have to keep, however far each has climbed, or have in hand for others. */
export async function countOpenOf(db: Db, organisationIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::integer as open from loops.loop
    where ended_at is null and (owner_organisation_id = any(${[...organisationIds]}::uuid[])
      or about_organisation_id = any(${[...organisationIds]}::uuid[]))`.execute(db);
  return rows[0]?.open ?? 0;
}

export async function loopById(db: Db, id: string): Promise<Loop> {
  const row = await db
    .selectFrom('loops.loop')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('promise'));
  return toLoop(row);
}

/** The promise about a thing: the open one, else the one that ended last. */
export async function newestLoopOptional(db: Db, kind: string, thingId: string): Promise<Loop | undefined> {
  const row = await db
    .selectFrom('loops.loop')
    .select(columns)
    .where('kind', '=', kind)
    .where('thing_id', '=', thingId)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst();
  return row && toLoop(row);
}

export async function openLoopOptional(db: Db, kind: string, thingId: string): Promise<Loop | undefined> {
  const row = await db
    .selectFrom('loops.loop')
    .select(columns)
    .where('kind', '=', kind)
    .where('thing_id', '=', thingId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row && toLoop(row);
}

export async function openLoopsAbout(db: Db, thingId: string): Promise<Loop[]> {
  const rows = await db
    .selectFrom('loops.loop')
    .select(columns)
    .where('thing_id', '=', thingId)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(toLoop);
}

export function heldPromises(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('loops.loop')
    .select(['kind', 'opened_at', 'due_at', 'climb_step', 'ended_at'])
    .where('owner_person_id', '=', id)
    .orderBy('opened_at')
    .execute();
}

export function promisesOwned(db: Db, organisationId: string) {
  return db
    .selectFrom('loops.loop')
    .select([
      'kind',
      'opened_at',
      'first_due_at',
      'due_at',
      'climb_step',
      'reminded_at',
      'ended_at',
      'end_reason',
    ])
    .where((one) =>
      one.or([
        one('owner_organisation_id', '=', organisationId),
        one('about_organisation_id', '=', organisationId),
      ]),
    )
    .orderBy('opened_at')
    .orderBy('id')
    .execute();
}

export function toLoop(row: LoopRow): Loop {
  return {
    id: row.id,
    kind: row.kind,
    thingId: row.thing_id,
    ownerOrganisationId: row.owner_organisation_id,
    ownerPersonId: row.owner_person_id,
    ownerSince: row.owner_since,
    aboutOrganisationId: row.about_organisation_id,
    openedAt: row.opened_at,
    dueAt: row.due_at,
    firstDueAt: row.first_due_at,
    climbStep: row.climb_step,
    endedAt: row.ended_at,
    endReason: row.end_reason,
  };
}

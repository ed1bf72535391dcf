import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';
import { notFound } from '../../../../platform/errors.ts';
import type { Concern, Opening } from '../../words/concern.ts';

const columns = [
  ...(['id', 'code', 'organisation_id', 'help_request_id', 'referral_id', 'area_code'] as const),
  ...(['state', 'version', 'made_at'] as const),
] as const;

export async function concern(db: Db, id: string): Promise<Concern> {
  const row = await db
    .selectFrom('referrals.concern')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('concern'));
  return toConcern(row);
}

export async function concernInTurn(db: Db, id: string): Promise<Concern> {
  const row = await db
    .selectFrom('referrals.concern')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound('concern'));
  return toConcern(row);
}

/** Those that somebody leads, open ones first. */
export async function concernsAt(db: Db, organisationIds: readonly string[]): Promise<Concern[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .selectFrom('referrals.concern')
    .select(columns)
    .where('organisation_id', 'in', organisationIds)
    .orderBy('state', 'desc')
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(toConcern);
}

export function sealedConcern(db: Db, id: string): Promise<{ facts: Buffer | null; contact: Buffer | null }> {
  return db
    .selectFrom('referrals.concern')
    .select(['facts', 'contact'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('concern'));
}

export function concernSteps(db: Db, concernId: string) {
  return db
    .selectFrom('referrals.concern_step')
    .select(['id', 'what', 'at', 'person_id', 'said'])
    .where('concern_id', '=', concernId)
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute();
}

export async function leastOfConcerns(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; code: string; organisationId: string }[]> {
  const { rows } = await sql<{ id: string; code: string; organisationId: string }>`
    select id, code, organisation_id as "organisationId"
    from referrals.least_of_concerns(${[...ids]}::uuid[])`.execute(db);
  return rows;
}

const openingColumns = [
  ...(['id', 'concern_id', 'organisation_id', 'asked_by_person_id', 'asked_at'] as const),
  ...(['confirmed_by_person_id', 'until_at'] as const),
] as const;

export async function openingInTurn(db: Db, id: string): Promise<Opening> {
  const row = await db
    .selectFrom('referrals.opening')
    .select(openingColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound('page'));
  return toOpening(row);
}

export async function opening(db: Db, id: string): Promise<Opening & { reason: Buffer }> {
  const row = await db
    .selectFrom('referrals.opening')
    .select([...openingColumns, 'reason'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('page'));
  return { ...toOpening(row), reason: row.reason };
}

/** The latest one asked for a concern. */
export async function lastOpeningOptional(db: Db, concernId: string): Promise<Opening | undefined> {
  const row = await db
    .selectFrom('referrals.opening')
    .select(openingColumns)
    .where('concern_id', '=', concernId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toOpening(row);
}

function toOpening(row: {
  id: string;
  concern_id: string;
  organisation_id: string;
  asked_by_person_id: string;
  asked_at: Date;
  confirmed_by_person_id: string | null;
  until_at: Date | null;
}): Opening {
  return {
    ...{ id: row.id, concernId: row.concern_id, organisationId: row.organisation_id },
    ...{ askedByPersonId: row.asked_by_person_id, askedAt: row.asked_at, untilAt: row.until_at },
    confirmedByPersonId: row.confirmed_by_person_id,
  };
}

function toConcern(row: {
  id: string;
  code: string;
  organisation_id: string;
  help_request_id: string | null;
  referral_id: string | null;
  area_code: string;
  state: string;
  version: number;
  made_at: Date;
}): Concern {
  return {
    ...{ id: row.id, code: row.code, organisationId: row.organisation_id, areaCode: row.area_code },
    ...{ helpRequestId: row.help_request_id, referralId: row.referral_id, version: row.version },
    ...{ state: row.state === 'closed' ? 'closed' : 'open', madeAt: row.made_at },
  };
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

/** The latest looks by people of one organisation. */
export async function looksBy(
  db: Db,
  organisationId: string,
  limit: number,
): Promise<{ personId: string; what: string; at: Date }[]> {
  return db
    .selectFrom('privacy.look')
    .select(['person_id as personId', 'what', 'looked_at as at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('looked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Live consents that were asked for in other words than today's. */
export async function inOlderWords(
  db: Db,
  organisationId: string,
  today: string,
): Promise<{ version: string; purpose: string; count: number }[]> {
  const { rows } = await sql<{ version: string; purpose: string; count: number }>`
    select wording_version as version, purpose, count(*)::integer as count from privacy.basis
    where organisation_id = ${organisationId} and ground = 'consent' and ended_at is null and wording_version <> ${today}
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** Everybody of the organisation who ever looked at something: whose account a breach may have come by. */
export async function lookersAt(db: Db, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('privacy.look')
    .select('person_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .limit(500)
    .execute();
  return rows.map((row) => row.person_id);
}

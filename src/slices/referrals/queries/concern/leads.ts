import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';
import type { Lead, SafetyNumbers } from '../../words/concern.ts';

/** Where whoever asks is named as a lead and still belongs; nowhere without a second key. */
export async function leadsOfActor(db: Db): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`select referrals.leads_of_actor() as ids`.execute(db);
  return rows[0]?.ids ?? [];
}

/** The named leads of these organisations who still hold a position there, in the order of the organisations. */
export async function leadsAt(db: Db, organisationIds: readonly string[]): Promise<Lead[]> {
  const ids = [...organisationIds];
  const { rows } = await sql<Lead>`
    select lead.id, lead.organisation_id as "organisationId", lead.person_id as "personId", lead.phone,
      lead.named_at as "namedAt"
    from referrals.lead
    where lead.organisation_id = any(${ids}::uuid[]) and lead.ended_at is null
    order by array_position(${ids}::uuid[], lead.organisation_id), lead.named_at, lead.id`.execute(db);
  return rows;
}

/** The hub, where there is one yet. */
export async function hubIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('register.organisation_card')
    .select('id')
    .where('kind', '=', 'hub')
    .execute();
  return rows.flatMap(({ id }) => id ?? []);
}

/** The numbers of the smallest of these areas that has some. */
export async function safetyNumbersOptional(
  db: Db,
  areaIds: readonly string[],
): Promise<SafetyNumbers | undefined> {
  const { rows } = await sql<SafetyNumbers>`
    select area_id as "areaId", team, day_phone as "dayPhone", night_phone as "nightPhone",
      children_phone as "childrenPhone"
    from referrals.safety_number where area_id = any(${[...areaIds]}::uuid[])
    order by array_position(${[...areaIds]}::uuid[], area_id) limit 1`.execute(db);
  return rows[0];
}

/** The areas that a centre answers for, each with its numbers where there are some. */
export async function coveredAreas(
  db: Db,
  centreId: string,
): Promise<(Partial<SafetyNumbers> & { id: string; name: string })[]> {
  const { rows } = await sql<Partial<SafetyNumbers> & { id: string; name: string }>`
    select cover.area_id as id, cover.area_name as name, number.team, number.day_phone as "dayPhone",
      number.night_phone as "nightPhone", number.children_phone as "childrenPhone"
    from register.centre_cover as cover left join referrals.safety_number as number using (area_id)
    where cover.centre_id = ${centreId} order by cover.area_name`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

/** Which of these ids are services of ours. */
export async function knownServiceIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.selectFrom('register.service').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map((row) => row.id));
}

/**
 * The services of some organisations by what they are called there, in lower case: those that no row of these lists
 * stands for, because two services of one list with the same name are two.
 */
export async function servicesByName(
  db: Db,
  organisationIds: readonly string[],
  lists: readonly string[],
): Promise<Map<string, string>> {
  if (organisationIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; organisation_id: string; name: string }>`
    select id, organisation_id, name from register.service
    where organisation_id = any(${[...organisationIds]}::uuid[])
      and not exists (select from register.source
        where thing_id = service.id and thing_kind = 'service' and source = any(${[...lists]}::text[]))
    order by id desc`.execute(db);
  return new Map(rows.map((row) => [nameKey(row.organisation_id, row.name), row.id]));
}

export function nameKey(organisationId: string, name: string): string {
  return `${organisationId}\n${name.toLowerCase()}`;
}

/** Which organisation holds each service, and whether somebody claimed it. */
export async function holdersOfServices(
  db: Db,
  serviceIds: readonly string[],
): Promise<Map<string, { organisationId: string; hasPlace: boolean }>> {
  if (serviceIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; organisation_id: string; has_place: boolean }>`
    select service.id, service.organisation_id,
      exists (select from register.location where location.organisation_id = service.organisation_id and main)
        as has_place
    from register.service where service.id = any(${[...serviceIds]}::uuid[])`.execute(db);
  return new Map(
    rows.map((row) => [row.id, { organisationId: row.organisation_id, hasPlace: row.has_place }]),
  );
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

/** Adverts of one list that are here already, by their id there. */
export async function rolesBySource(db: Db, source: string, sourceIds: readonly string[]) {
  const rows = await db
    .selectFrom('volunteering.role_source')
    .innerJoin('volunteering.role', 'volunteering.role.id', 'role_id')
    .select(['role_id', 'source_id', 'digest', 'activity_id', 'organisation_id'])
    .where('source', '=', source)
    .where('source_id', 'in', [...sourceIds, ''])
    .execute();
  return new Map(rows.map((row) => [row.source_id, row]));
}

/** Public groups with exactly this name, by the name in small letters; none where two are called so. */
export async function groupsNamed(db: Db, names: readonly string[]) {
  const { rows } = await sql<{ id: string; key: string }>`
    select min(id::text) as id, lower(name) as key from register.organisation_card
    where state = 'active' and lower(name) = any(${names.map((name) => name.toLowerCase())}::text[])
    group by lower(name) having count(*) = 1`.execute(db);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

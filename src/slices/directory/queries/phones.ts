import type { Db } from '../../../platform/db/open.ts';

/** Telephone numbers of organisations, by id. */
export async function phonesOf(
  db: Db,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('register.organisation_card')
    .select(['id', 'phone'])
    .where('id', 'in', [...new Set(organisationIds)])
    .execute();
  return new Map(rows.map(({ id, phone }) => [id ?? '', phone ?? '']));
}

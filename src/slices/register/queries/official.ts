import type { Db } from '../../../platform/db/open.ts';
import type { OfficialRecord } from '../words/official.ts';

/** What the registers say of a number; the same figures may stand in two of them. */
export async function officialRecords(
  db: Db,
  keys: readonly { scheme: string; number: string }[],
): Promise<OfficialRecord[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('register.official_record')
    .select(['scheme', 'number', 'name', 'is_removed', 'registered_on', 'removed_on', 'legal_form'])
    .select(['website', 'address', 'postcode', 'activities', 'read_at'])
    .where((is) => is.or(keys.map(({ scheme, number }) => is.and({ scheme, number }))))
    .orderBy('is_removed')
    .orderBy('scheme')
    .execute();
  return rows.map((row) => ({
    scheme: row.scheme,
    number: row.number,
    name: row.name,
    isRemoved: row.is_removed,
    registeredOn: row.registered_on,
    removedOn: row.removed_on,
    legalForm: row.legal_form,
    website: row.website,
    address: row.address,
    postcode: row.postcode,
    activities: row.activities,
    readAt: row.read_at,
  }));
}

/** Which registers were read, so that a number that is not in them says something. */
export async function registersRead(db: Db, schemes: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    schemes.map((scheme) =>
      db
        .selectFrom('register.official_record')
        .select('scheme')
        .where('scheme', '=', scheme)
        .limit(1)
        .executeTakeFirst(),
    ),
  );
  return found.flatMap((row) => row?.scheme ?? []);
}

import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { type HealthCount, measures, type PoorRecord } from '../words.ts';

/** What each measure asks of a row of `register.record_health`. Centres are no records that a centre keeps. */
const asks: Readonly<Record<string, RawBuilder<boolean>>> = {
  unchecked: sql<boolean>`freshness in ('old', 'none')`,
  unled: sql<boolean>`admins = 0`,
  'one-person': sql<boolean>`admins = 1`,
  unreachable: sql<boolean>`not reachable`,
  unplaced: sql<boolean>`not placed`,
  homeless: sql<boolean>`home_centre_id is null and kind <> 'centre'`,
};

/** How many records there are, and how many fall short of each measure. */
export async function healthCounts(db: Db): Promise<{ all: number; checked: number; short: HealthCount[] }> {
  const counted = measures.map(
    ({ name }) => sql`(count(*) filter (where ${asks[name]}))::integer as ${sql.ref(name)}`,
  );
  const { rows } = await sql<Record<string, number>>`
    select count(*)::integer as all_records, (count(*) filter (where freshness = 'ok'))::integer as checked,
      ${sql.join(counted)} from register.record_health`.execute(db);
  const [row] = rows;
  return {
    all: row?.all_records ?? 0,
    checked: row?.checked ?? 0,
    short: measures.map(({ name }) => ({ name, records: row?.[name] ?? 0 })),
  };
}

/** The records that fall short of a measure, centre by centre, so that one call settles several. */
export async function poorRecords(db: Db, measure: string, limit: number): Promise<PoorRecord[]> {
  const { rows } = await sql<PoorRecord>`
    select record.id, record.name, record.home_centre_id as "centreId", coalesce(centre.name, '') as "centreName",
      record.checked_at as "checkedAt"
    from register.record_health as record
    left join register.organisation_card as centre on centre.id = record.home_centre_id
    where record.id in (select id from register.record_health where ${asks[measure] ?? sql`false`})
    order by centre.name nulls last, record.name, record.id limit ${limit}`.execute(db);
  return rows;
}

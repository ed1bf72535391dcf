import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

export interface Coverage {
  readonly id: string | null;
  readonly code: string;
  readonly name: string;
  /** Live roles that are open to somebody under 18, under 16, and the lowest age of all. */
  readonly under18: number;
  readonly under16: number;
  readonly from: number | null;
}

/** Roles for under-18s, borough by borough; last those that are done from home or whose place is not shown. */
export async function youthCoverage(db: Db, today: string): Promise<Coverage[]> {
  const { rows } = await sql<Coverage>`
    with young as (
      select (select area_id from volunteering.role_place where role_id = role.id limit 1) as area_id, minimum_age
      from volunteering.live_role as role
      where minimum_age < 18 and share = 'network' and until_day >= ${today}::date)
    select area.id, area.code, area.name, count(minimum_age)::integer as "under18",
      count(*) filter (where minimum_age < 16)::integer as "under16", min(minimum_age) as "from"
    from areas.area_card as area left join young on young.area_id = area.id
    where area.level = 'borough' group by area.id, area.code, area.name
    union all
    select null, '', '', count(*)::integer, count(*) filter (where minimum_age < 16)::integer, min(minimum_age)
    from young where area_id is null or not exists (select from areas.area_card
      where area_card.id = young.area_id and level = 'borough')
    order by name`.execute(db);
  return rows;
}

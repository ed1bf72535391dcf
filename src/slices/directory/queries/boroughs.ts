import { sql } from 'kysely';
import { known } from '../../../platform/db/known.ts';
import type { Db } from '../../../platform/db/open.ts';

export type Boroughs = ReadonlyMap<string, readonly string[]>;

/** By the id of an area, the codes of the boroughs it is, lies in or holds. */
export const knownBoroughsOfAreas = known(boroughsOfAreas);

async function boroughsOfAreas(db: Db): Promise<Boroughs> {
  const { rows } = await sql<{ area_id: string; codes: string[] }>`
    with recursive inside as (
      select id as area_id, code, 0 as step from areas.area_card where level = 'borough'
      union all
      select area.id, inside.code, step + 1 from areas.area_card as area
        join inside on area.parent_id = inside.area_id where step < 5),
    around as (
      select parent_id as area_id, code, 0 as step from areas.area_card
        where level = 'borough' and parent_id is not null
      union all
      select area.parent_id, around.code, step + 1 from areas.area_card as area
        join around on area.id = around.area_id where area.parent_id is not null and step < 5)
    select area_id, array_agg(distinct code) as codes
    from (select area_id, code from inside union all select area_id, code from around) as both_ways
    group by area_id`.execute(db);
  return new Map(rows.map(({ area_id, codes }) => [area_id, codes]));
}

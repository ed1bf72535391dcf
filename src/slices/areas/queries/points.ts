import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

interface Point {
  lat: number;
  lon: number;
  /** The area the postcode's own row names; a first half lies in several, so it names none. */
  areaId: string | null;
}

/** Points of many postcodes at once. One that no file holds is where the middle of its first half is. */
export async function pointsOfPostcodes(db: Db, postcodes: readonly string[]): Promise<Map<string, Point>> {
  if (postcodes.length === 0) return new Map();
  const { rows } = await sql<{ postcode: string; lat: number; lon: number; area_id: string | null }>`
    select wanted.postcode, coalesce(whole.lat, first.lat) as lat, coalesce(whole.lon, first.lon) as lon,
      area.id as area_id
    from unnest(${[...postcodes]}::text[]) as wanted (postcode)
    left join areas.postcode as whole on whole.postcode = wanted.postcode
    left join areas.outcode as first on first.outcode = split_part(wanted.postcode, ' ', 1)
    left join areas.area as area on area.code = whole.area_code
    where coalesce(whole.lat, first.lat) is not null`.execute(db);
  return new Map(rows.map(({ postcode, lat, lon, area_id }) => [postcode, { lat, lon, areaId: area_id }]));
}

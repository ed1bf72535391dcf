import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { readPostcode, toPlane } from '../rules/places.ts';
import { levelWords, type Place, type PlaceAnswer, type PlaceSuggestion } from '../words.ts';

const noteWords: Readonly<Record<string, string>> = levelWords;

/**
 * The place somebody means by a few words: a postcode, the first half of one, "lat,lon", an area or a town.
 * When it is none, the answer is a sentence that says what is wrong.
 */
export async function findPlace(db: Db, typed: string): Promise<PlaceAnswer> {
  const words = typed.trim().slice(0, 80);
  const point = /^(-?\d{1,3}(?:\.\d{1,10})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,10})?)$/.exec(words);
  if (point) return pointAnswer(Number(point[1]), Number(point[2]));

  const read = readPostcode(words);
  if (read.kind === 'wrong') return { problem: read.problem };
  if (read.kind === 'outcode') return outcodeAnswer(db, read.outcode, undefined);
  if (read.kind === 'whole') {
    const place = await postcodePlaceOptional(db, read.postcode);
    if (place) return { place };
    const note = `We do not know ${read.postcode}, so this is measured from the middle of ${read.outcode}.`;
    return outcodeAnswer(db, read.outcode, note);
  }
  return namedAnswer(db, words);
}

export async function postcodePlaceOptional(db: Db, postcode: string): Promise<Place | undefined> {
  const row = await db
    .selectFrom('areas.postcode')
    .select(['postcode', 'lat', 'lon', 'area_code'])
    .where('postcode', '=', postcode)
    .executeTakeFirst();
  return row && placeAt({ label: row.postcode, ...row });
}

function pointAnswer(lat: number, lon: number): PlaceAnswer {
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
    return { problem: 'A point is written as latitude, longitude, like 51.47, -0.36.' };
  }
  return { place: placeAt({ label: 'this point', lat, lon, area_code: null }) };
}

async function outcodeAnswer(db: Db, outcode: string, note: string | undefined): Promise<PlaceAnswer> {
  const row = await db
    .selectFrom('areas.outcode')
    .select(['outcode', 'lat', 'lon', 'area_code'])
    .where('outcode', '=', outcode)
    .executeTakeFirst();
  if (!row)
    return { problem: `We do not know the postcode area ${outcode}. Look at its letters and numbers again.` };
  return { place: placeAt({ label: row.outcode, ...row }), ...(note ? { note } : {}) };
}

/** An area by its name, the widest last, or the town an outcode belongs to. */
async function namedAnswer(db: Db, name: string): Promise<PlaceAnswer> {
  const area = await db
    .selectFrom('areas.area as area')
    .leftJoin('areas.area as above', 'above.id', 'area.parent_id')
    .select(['area.name', 'area.lat', 'area.lon', 'area.code', 'area.level', 'above.code as above_code'])
    .where(sql<boolean>`lower(area.name) = ${name.toLowerCase()}`)
    .where('area.lat', 'is not', null)
    .orderBy(sql`array_position(array['borough', 'neighbourhood', 'sub_region', 'region'], area.level)`)
    .orderBy('area.code')
    .limit(1)
    .executeTakeFirst();
  if (area && area.lat !== null && area.lon !== null) {
    const boroughOf: Record<string, string | null> = { borough: area.code, neighbourhood: area.above_code };
    const area_code = boroughOf[area.level] ?? null;
    return { place: placeAt({ label: area.name, lat: area.lat, lon: area.lon, area_code }) };
  }
  const town = await db
    .selectFrom('areas.outcode')
    .select(['town', 'lat', 'lon', 'area_code'])
    .where(sql<boolean>`lower(town) = ${name.toLowerCase()}`)
    .orderBy('outcode')
    .limit(1)
    .executeTakeFirst();
  if (town) return { place: placeAt({ label: town.town, ...town }) };
  return { problem: `We know no place called “${name}”. Try a postcode, or the name of a town or borough.` };
}

/** The names of all places that can be found by name: areas and towns. */
export async function placeNames(db: Db): Promise<string[]> {
  const areas = await db.selectFrom('areas.area').select('name').where('lat', 'is not', null).execute();
  const towns = await db
    .selectFrom('areas.outcode')
    .select('town')
    .where('town', '<>', '')
    .distinct()
    .execute();
  return [...areas.map(({ name }) => name), ...towns.map(({ town }) => town)];
}

/** Places that begin with what was typed so far: postcodes when it looks like one, else areas. */
export async function placesStarting(db: Db, typed: string, limit: number): Promise<PlaceSuggestion[]> {
  const words = typed.trim().replace(/\s+/g, ' ').slice(0, 60);
  if (words.length < 2) return [];
  const code = words.toUpperCase();
  const { rows } = await sql<PlaceSuggestion>`
    select label, note from (
      select name as label, level as note, 0 as kind, length(name) as size from areas.area
      where lower(name) like ${`${likeable(words.toLowerCase())}%`} and lat is not null
      union all
      select outcode, town, 1, length(outcode) from areas.outcode where outcode like ${`${likeable(code)}%`}
      union all
      (select postcode, '', 2, 8 from areas.postcode
        where postcode >= ${code} and postcode < ${`${code}~`} and ${/^[A-Z]{1,2}[0-9]/.test(code)}
        order by postcode limit ${limit})) as places
    order by kind, size, label limit ${limit}`.execute(db);
  return rows.map(({ label, note }) => ({ label, note: noteWords[note] ?? note }));
}

function likeable(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&');
}

function placeAt(row: { label: string; lat: number; lon: number; area_code: string | null }): Place {
  const { label, lat, lon, area_code } = row;
  return { label, lat, lon, plane: toPlane(lat, lon), ...(area_code ? { areaCode: area_code } : {}) };
}

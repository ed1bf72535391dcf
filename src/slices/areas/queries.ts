import { sql } from 'kysely';
import type { Db } from '../../platform/db/open.ts';
import { notFound } from '../../platform/errors.ts';
import { readPostcode, toPlane } from './rules.ts';
import { type Area, levels, type Place, type PlaceAnswer } from './words.ts';

const columns = ['id', 'code', 'name', 'level', 'parent_id'] as const;

interface AreaRow {
  id: string;
  code: string;
  name: string;
  level: string;
  parent_id: string | null;
}

export async function areasOfLevel(db: Db, level: Area['level']): Promise<Area[]> {
  const rows = await db
    .selectFrom('areas.area')
    .select(columns)
    .where('level', '=', level)
    .orderBy('name')
    .execute();
  return rows.map(toArea);
}

export async function areasByIds(db: Db, ids: readonly string[]): Promise<Area[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('areas.area')
    .select(columns)
    .where('id', 'in', ids)
    .orderBy('name')
    .execute();
  return rows.map(toArea);
}

export async function areaByCode(db: Db, code: string): Promise<Area> {
  const row = await db
    .selectFrom('areas.area')
    .select(columns)
    .where('code', '=', code)
    .executeTakeFirstOrThrow(notFound('area'));
  return toArea(row);
}

export async function areaByCodeOptional(db: Db, code: string): Promise<Area | undefined> {
  const row = await db.selectFrom('areas.area').select(columns).where('code', '=', code).executeTakeFirst();
  return row && toArea(row);
}

export async function areasInside(db: Db, parentId: string): Promise<Area[]> {
  const rows = await db
    .selectFrom('areas.area')
    .select(columns)
    .where('parent_id', '=', parentId)
    .orderBy('name')
    .execute();
  return rows.map(toArea);
}

/** The area and everything above it, the smallest first. */
export async function areaAndAbove(db: Db, id: string): Promise<Area[]> {
  const { rows } = await sql<AreaRow>`
    with recursive up as (
      select id, code, name, level, parent_id, 0 as step from areas.area where id = ${id}
      union all
      select area.id, area.code, area.name, area.level, area.parent_id, step + 1
      from areas.area join up on area.id = up.parent_id where step < 5)
    select id, code, name, level, parent_id from up order by step`.execute(db);
  return rows.map(toArea);
}

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
    .selectFrom('areas.area')
    .select(['name', 'lat', 'lon', 'code', 'level'])
    .where(sql<boolean>`lower(name) = ${name.toLowerCase()}`)
    .where('lat', 'is not', null)
    .orderBy(sql`array_position(array['borough', 'neighbourhood', 'sub_region', 'region'], level)`)
    .limit(1)
    .executeTakeFirst();
  if (area && area.lat !== null && area.lon !== null) {
    const inBorough = area.level === 'borough' ? area.code : null;
    return { place: placeAt({ label: area.name, lat: area.lat, lon: area.lon, area_code: inBorough }) };
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

function placeAt(row: { label: string; lat: number; lon: number; area_code: string | null }): Place {
  const { label, lat, lon, area_code } = row;
  return { label, lat, lon, plane: toPlane(lat, lon), ...(area_code ? { areaCode: area_code } : {}) };
}

function toArea(row: AreaRow): Area {
  const level = levels.find((known) => known === row.level) ?? 'neighbourhood';
  return { id: row.id, code: row.code, name: row.name, level, parentId: row.parent_id };
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { type Area, levels } from '../words.ts';

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

/** The level of each of these codes that is known. */
export async function levelsOfCodes(db: Db, codes: readonly string[]): Promise<Map<string, Area['level']>> {
  if (codes.length === 0) return new Map();
  const rows = await db.selectFrom('areas.area').select(columns).where('code', 'in', codes).execute();
  return new Map(rows.map((row) => [row.code, toArea(row).level]));
}

/** How many areas there are of each level, the highest first, and how many of them have an outline. */
export async function countsOfLevels(
  db: Db,
): Promise<{ level: Area['level']; count: number; outlines: number }[]> {
  const { rows } = await sql<{ level: string; count: number; outlines: number }>`
    select level, count(*)::integer as count, count(outline)::integer as outlines
    from areas.area group by level`.execute(db);
  return levels.flatMap((level) =>
    rows.filter((row) => row.level === level).map((row) => ({ ...row, level })),
  );
}

/** Whether postcodes are known, and roughly how many: the table is too large to be counted for a page. */
export async function postcodeCounts(db: Db): Promise<{ postcodes: number; outcodes: number }> {
  const { rows } = await sql<{ postcodes: number; outcodes: number }>`
    select case when estimate.rows > 50000 then estimate.rows::integer
        else (select count(*)::integer from areas.postcode) end as postcodes,
      (select count(*)::integer from areas.outcode) as outcodes
    from (select greatest(reltuples, 0) as rows from pg_class where oid = 'areas.postcode'::regclass) as estimate
    `.execute(db);
  return rows[0] ?? { postcodes: 0, outcodes: 0 };
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

/** The ids of an area and of everything inside it. */
export async function areaIdsWithin(db: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive down as (
      select id, 0 as step from areas.area where id = ${id}
      union all
      select area.id, step + 1 from areas.area join down on area.parent_id = down.id where step < 5)
    select id from down order by id`.execute(db);
  return rows.map((row) => row.id);
}

function toArea(row: AreaRow): Area {
  const level = levels.find((known) => known === row.level) ?? 'neighbourhood';
  return { id: row.id, code: row.code, name: row.name, level, parentId: row.parent_id };
}

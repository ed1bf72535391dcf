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

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { Centre, CentreCover } from '../words/centres.ts';

const columns = ['area_id', 'area_code', 'area_name', 'centre_id', 'centre_name', 'phone', 'own'] as const;

/** The centre that answers for an area, or for the area around it. */
export async function coverOfOptional(db: Db, areaIds: readonly string[]): Promise<CentreCover | undefined> {
  if (areaIds.length === 0) return undefined;
  const row = await db
    .selectFrom('register.centre_cover')
    .select(columns)
    .where('area_id', 'in', areaIds)
    .orderBy(sql`array_position(${areaIds}::uuid[], area_id)`)
    .limit(1)
    .executeTakeFirst();
  return row && toCover(row);
}

/** Every centre with what it answers for, by name. */
export async function centres(db: Db): Promise<Centre[]> {
  const rows = await db
    .selectFrom('register.centre_cover as cover')
    .leftJoin('register.public_location as place', (join) =>
      join.onRef('place.organisation_id', '=', 'cover.centre_id').on('place.main', '=', true),
    )
    .select(columns.map((column) => `cover.${column}` as const))
    .select(['place.plane'])
    .orderBy('cover.centre_name')
    .orderBy('cover.area_name')
    .execute();
  const found = new Map<string, Centre>();
  for (const row of rows) {
    const cover = toCover(row);
    const before = found.get(cover.centreId);
    const { centreId: id, centreName: name, phone } = cover;
    found.set(id, { id, name, phone, plane: row.plane, covers: [...(before?.covers ?? []), cover] });
  }
  return [...found.values()];
}

/** The columns of a view may be null as far as the compiler knows; these never are. */
function toCover(row: Record<(typeof columns)[number], string | boolean | null>): CentreCover {
  const text = (value: string | boolean | null) => (typeof value === 'string' ? value : '');
  return {
    areaId: text(row.area_id),
    areaCode: text(row.area_code),
    areaName: text(row.area_name),
    centreId: text(row.centre_id),
    centreName: text(row.centre_name),
    phone: text(row.phone),
    own: row.own === true,
  };
}

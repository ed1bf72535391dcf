import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../../platform/db/open.ts';
import { toPlane } from '../rules/places.ts';
import type { Ground, Outline, Plane } from '../words.ts';

const Point = z.tuple([z.number(), z.number()]).rest(z.number());
const Line = z.array(Point);
const Shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Line) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Line)) }),
  z.object({ type: z.literal('LineString'), coordinates: Line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(Line) }),
]);

let held: { key: string; ground: Ground } | undefined;

/** Borough outlines, rivers and railways on the plane. Read once, and again when an area or a line has changed. */
export async function ground(db: Db): Promise<Ground> {
  const key = await groundKey(db);
  if (held?.key === key) return held.ground;
  const read = { outlines: await outlines(db), lines: await lines(db) };
  held = { key, ground: read };
  return read;
}

async function groundKey(db: Db): Promise<string> {
  const { rows } = await sql<{ key: string }>`
    select concat_ws(' ', current_database(), (select count(*) from areas.area where outline is not null),
      (select max(changed_at) from areas.area), (select max(id::text) from areas.line)) as key`.execute(db);
  return rows[0]?.key ?? '';
}

async function outlines(db: Db): Promise<Outline[]> {
  const rows = await db
    .selectFrom('areas.area')
    .select(['code', 'name', 'lat', 'lon', 'outline'])
    .where('level', '=', 'borough')
    .where('outline', 'is not', null)
    .orderBy('name')
    .execute();
  return rows.flatMap(({ code, name, lat, lon, outline }) => {
    const rings = linesIn(outline);
    const [first] = rings[0] ?? [];
    if (!first) return [];
    return [{ code, name, rings, middle: lat !== null && lon !== null ? toPlane(lat, lon) : first }];
  });
}

async function lines(db: Db): Promise<Ground['lines']> {
  const rows = await db.selectFrom('areas.line').select(['kind', 'shape']).orderBy('id').execute();
  return rows.flatMap(({ kind, shape }) =>
    linesIn(shape).map((points) => ({
      kind: kind === 'rail' ? ('rail' as const) : ('water' as const),
      points,
    })),
  );
}

/** What is no shape we can draw is left out: a map is never worth a page. */
function linesIn(json: unknown): Plane[][] {
  const shape = Shape.safeParse(json);
  if (!shape.success) return [];
  const found =
    shape.data.type === 'MultiPolygon'
      ? shape.data.coordinates.flat()
      : shape.data.type === 'LineString'
        ? [shape.data.coordinates]
        : shape.data.coordinates;
  return found.map((line) => line.map(([lon, lat]) => toPlane(lat, lon)));
}

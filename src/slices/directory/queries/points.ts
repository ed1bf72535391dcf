import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { fitsAtAll, type Match, pointOf, shown } from './match.ts';

/** Metres on the plane. */
interface Piece {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface PlaceRow {
  id: string;
  kind: string;
  name: string;
  number: number;
  lat: number;
  lon: number;
  precise: boolean;
  words: string;
  distance: number | null;
}

/** Every public place of everything that fits, in no order; at most so many. */
export async function placesThatFit(
  db: Db,
  match: Match,
  on: { piece: Piece | undefined; limit: number },
): Promise<PlaceRow[]> {
  const distance = match.near ? shown(sql`(place.plane <-> ${pointOf(match.near)})`) : sql`null::float8`;
  const { rows } = await sql<PlaceRow>`
    select document.id, document.kind, document.name, place.number, place.lat, place.lon, place.precise, place.words,
      ${distance} as distance
    from directory.place join directory.document on document.id = place.document_id
    where ${fitsAtAll(match)} and ${isOn(on.piece)} limit ${on.limit}`.execute(db);
  return rows;
}

/** The same, counted in squares of the plane: where in each the middle of its places is. */
export async function squaresThatFit(
  db: Db,
  match: Match,
  on: { piece: Piece | undefined; sideM: number },
): Promise<{ x: number; y: number; count: number }[]> {
  const { rows } = await sql<{ x: number; y: number; count: number }>`
    select avg(plane[0]) as x, avg(plane[1]) as y, count(*)::int as count
    from directory.place where ${placeFits(match)} and ${isOn(on.piece)}
    group by floor(plane[0] / ${on.sideM}::float8), floor(plane[1] / ${on.sideM}::float8)
    order by count desc, x, y`.execute(db);
  return rows;
}

/** How many things fit, and how many of them are nowhere in particular. Whatever has places has a first one. */
export async function countsOnMap(db: Db, match: Match): Promise<{ total: number; nowhere: number }> {
  const { rows } = await sql<{ total: number; nowhere: number }>`
    select count(*)::int as total, (count(*) - count(place.document_id))::int as nowhere
    from directory.document left join directory.place on place.document_id = document.id and place.number = 1
    where ${fitsAtAll(match)}`.execute(db);
  return rows[0] ?? { total: 0, nowhere: 0 };
}

function isOn(piece: Piece | undefined): RawBuilder<unknown> {
  if (!piece) return sql`true`;
  return sql`place.plane <@ box(point(${piece.east}::float8, ${piece.north}::float8),
    point(${piece.west}::float8, ${piece.south}::float8))`;
}

/** A place knows the filters of its document, so without words nobody has to look at that. */
function placeFits(match: Match): RawBuilder<unknown> {
  if (match.words || match.withinM !== undefined) {
    return sql`place.document_id in (select id from directory.document where ${fitsAtAll(match)})`;
  }
  const asked = [
    ...(match.filters ? [match.filters] : []),
    ...(match.freshness === 'ok' ? [`'=f:ok'`] : []),
    ...(match.freshness === 'not out' ? [`!'=f:none'`] : []),
  ];
  return asked.length > 0 ? sql`place.filters @@ ${asked.join(' & ')}::tsquery` : sql`true`;
}

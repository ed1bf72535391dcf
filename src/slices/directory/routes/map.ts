import type { Ctx } from '../../../platform/ctx.ts';
import { contentPolicy, mayAskWhere } from '../../../platform/http/guard.ts';
import { get, json, type Route, textReply } from '../../../platform/http/route.ts';
import { boxAround, knownGeoJson, knownGround, toDegrees, toPlane } from '../../areas/door.ts';
import { knownNetwork, tilesOptional } from '../../network/door.ts';
import { exactUpTo } from '../queries/find.ts';
import { countsOnMap, type PlaceRow, placesThatFit, squaresThatFit } from '../queries/points.ts';
import { matchOf } from '../queries/search.ts';
import { whereAsked } from '../queries/where.ts';
import { farWords, nowhereWords } from '../rules/say.ts';
import { directory } from '../urls.ts';
import { type Bounds, type MapAnswer, type MapPlace, type MapThing, PointsSearch } from '../words/map.ts';
import type { Asked } from '../words.ts';

/** Up to so many places are told one by one. */
export const pointsMax = 10_000;
/** Beyond that they are counted in so many squares from side to side, none smaller than this. */
const squaresAcross = 40;
const smallestSquareM = 100;
/** The grid of the plane is nonsense far away from it. */
const gridReach = { west: -12, south: 48, east: 6, north: 63 };

export const routes: readonly Route[] = [
  get('/map/points', 'anyone', { query: PointsSearch }, async (ctx, { query }) =>
    json(await pointsFor(ctx, query)),
  ),

  get('/map/ground', 'anyone', {}, async (ctx) =>
    textReply(await knownGeoJson(ctx.db), 'application/geo+json', 200, {
      headers: { 'Cache-Control': 'public, max-age=600' },
    }),
  ),
];

/**
 * A page with a search and its map asks where somebody is when they press for it, and may show the pictures of one more
 * server, if the network has chosen one; no other page may.
 */
export async function mapHeaders(ctx: Ctx): Promise<{ headers: Record<string, string> }> {
  const tiles = tilesOptional((await knownNetwork(ctx.db)).map.tiles);
  if (!tiles) return mayAskWhere;
  const may = {
    pictures: { images: tiles.origin },
    // The file is read in pieces, and each picture made from one.
    file: { images: 'blob:', questions: tiles.origin },
  };
  return {
    headers: { ...mayAskWhere.headers, 'Content-Security-Policy': contentPolicy(may[tiles.kind]) },
  };
}

/** The same question as the list's, and everything that answers it. */
async function pointsFor(ctx: Ctx, given: Asked & { box: Bounds | undefined }): Promise<MapAnswer> {
  const db = ctx.db.replica;
  const where = await whereAsked(db, given);
  const kinds = given.kinds.filter((code) => ctx.house.documentsByKind.has(code));
  const match = await matchOf(
    ctx.db,
    { ...given, kinds, area: where.problems.area ? '' : given.area },
    where,
  );
  if (!match) return { things: [], squares: [], total: 0, nowhere: 0, places: 0, words: '' };

  const piece = given.box && planeBox(given.box);
  const counts = given.box ? { total: null, nowhere: null } : await countsOnMap(db, match);
  const words = nowhereWords(counts.nowhere ?? 0, (counts.total ?? 0) <= exactUpTo);
  const isTooMuch = (counts.total ?? 0) - (counts.nowhere ?? 0) > pointsMax;
  const rows = isTooMuch ? [] : await placesThatFit(db, match, { piece, limit: pointsMax + 1 });
  if (!isTooMuch && rows.length <= pointsMax) {
    return { things: thingsOf(ctx, rows), squares: [], ...counts, places: rows.length, words };
  }
  const squares = await squaresThatFit(db, match, { piece, sideM: await sideFor(ctx, piece) });
  return {
    things: [],
    squares: squares.map(({ count, ...plane }) => ({ ...degreesOf(plane), count })),
    ...counts,
    places: squares.reduce((sum, { count }) => sum + count, 0),
    words,
  };
}

function thingsOf(ctx: Ctx, rows: readonly PlaceRow[]): MapThing[] {
  const things = new Map<string, MapThing & { places: MapPlace[] }>();
  const inOrder = rows.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.number - b.number));
  for (const row of inOrder) {
    const { id, name } = row;
    const source = ctx.house.documentsByKind.get(row.kind);
    const url = source?.url(id, name) ?? directory.search({ q: name });
    const thing = things.get(id) ?? { id, kind: source?.label ?? row.kind, name, url, places: [] };
    thing.places.push(placeOf(row));
    things.set(id, thing);
  }
  return [...things.values()];
}

/** A hidden address is told as the middle of its square of the plane, as everywhere else. */
function placeOf({ lat, lon, precise, words, distance }: PlaceRow): MapPlace {
  const far = farWords({ distanceM: distance === null ? undefined : Math.round(distance), isBand: !precise });
  return {
    ...rounded({ lat, lon }),
    band: !precise,
    words,
    far: far ? `${far.figure} ${far.unit}` : '',
  };
}

function degreesOf(plane: { x: number; y: number }) {
  return rounded(toDegrees(plane));
}

function rounded({ lat, lon }: { lat: number; lon: number }) {
  return { lat: Math.round(lat * 1e5) / 1e5, lon: Math.round(lon * 1e5) / 1e5 };
}

/** Around all four corners, because the plane is a little turned. */
function planeBox(box: Bounds) {
  const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  const lons = [box.west, box.east].map((lon) => within(lon, gridReach.west, gridReach.east));
  const lats = [box.south, box.north].map((lat) => within(lat, gridReach.south, gridReach.north));
  const corners = lons.flatMap((lon) => lats.map((lat) => toPlane(lat, lon)));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) };
}

/** As large as the piece asks for; the whole map is as large as its ground. */
async function sideFor(ctx: Ctx, piece: ReturnType<typeof planeBox> | undefined): Promise<number> {
  const land = piece ? undefined : await knownGround(ctx.db);
  const box = piece ?? boxAround((land?.outlines ?? []).flatMap(({ rings }) => rings.flat()));
  if (!box) return 10_000;
  return Math.max(
    smallestSquareM,
    (box.east - box.west) / squaresAcross,
    (box.north - box.south) / squaresAcross,
  );
}

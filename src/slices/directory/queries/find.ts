import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { Cursor, Hit } from '../words.ts';
import {
  anywhere,
  fits,
  fitsAtAll,
  inName,
  isAfter,
  type Match,
  nearestIds,
  pointOf,
  shown,
} from './match.ts';

/** Up to so many matches are counted, ranked and paged exactly; beyond that the best are looked for by name and nearness. */
export const exactUpTo = 1000;

/** Behind every distance: things that are nowhere in particular come last. */
const nowhere = 1e9;

export async function countMatches(db: Db, match: Match): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (
      select from directory.document where ${fitsAtAll(match)} limit ${exactUpTo + 1}) as matches`.execute(
    db,
  );
  return rows[0]?.total ?? 0;
}

interface FoundRow {
  id: string;
  kind: string;
  organisation_id: string;
  name: string;
  organisation_name: string;
  organisation_kind: string;
  other_names: string;
  summary: string;
  themes: string[];
  people_served: string[];
  access: string[];
  days: string[];
  times: string[];
  status: string;
  way_in: string;
  cost_pence: number | null;
  cost_words: string;
  freshness: string;
  checked_at: Date | null;
  distance: number | null;
  precise: boolean | null;
  plane: { x: number; y: number } | null;
  lat: number | null;
  lon: number | null;
  place_words: string | null;
  place_area_id: string | null;
  first: number;
  second: number;
}

export interface FindOptions {
  readonly match: Match;
  readonly sort: 'best' | 'distance';
  readonly after: Cursor | undefined;
  readonly limit: number;
  /** More than can be ranked exactly. */
  readonly many: boolean;
}

/** One row more than asked for tells whether there is a next page. */
export async function findMatches(db: Db, options: FindOptions) {
  const { match, after, limit } = options;
  const order = orderOf(options);
  const key = { first: sql`first`, second: sql`second`, id: sql`id` };
  // A walk outwards has one good plan; a search for words has as many as there are words.
  const plan = match.near && !match.words ? sql`/* one plan */` : sql``;
  const { rows } = await sql<FoundRow>`${plan}
    with hit as materialized (
      select id, kind, organisation_id, name, organisation_name, organisation_kind, other_names, summary, themes,
        people_served, access,
        days, times, status, way_in, cost_pence, cost_words, freshness, checked_at, ${score(match)} as score
      from directory.document where ${candidates(options)} limit ${exactUpTo * 2}),
    placed as (
      select hit.*, place.distance, place.precise, place.plane, place.lat, place.lon, place.words as place_words,
        place.area_id as place_area_id, ${order.first} as first, ${order.second} as second
      from hit left join lateral (${placeOf(match)}) as place on true)
    select * from placed where ${after ? isAfter(after, key) : sql`true`}
    order by first, second, id limit ${limit + 1}`.execute(db);
  return rows.slice(0, limit + 1).map((row) => ({ hit: toHit(row, match), key: keyOf(row), id: row.id }));
}

function keyOf(row: FoundRow): [number, number] {
  return [row.first, row.second];
}

/** Adding nothing to the distance keeps the planner from walking the whole index for one document. */
function placeOf(match: Match) {
  if (!match.near) {
    return sql`select null::float8 as distance, null::float8 as raw, precise, plane, lat, lon, words, area_id
      from directory.place where document_id = hit.id order by number limit 1`;
  }
  const raw = sql`(place.plane <-> ${pointOf(match.near)})`;
  return sql`select ${shown(raw)} as distance, ${raw} as raw, precise, plane, lat, lon, words, area_id
    from directory.place where document_id = hit.id order by ${raw} + 0, number limit 1`;
}

function orderOf({ match, sort }: FindOptions): { first: RawBuilder<unknown>; second: RawBuilder<unknown> } {
  const distance = sql`coalesce(place.distance, ${nowhere}::float8)`;
  if (sort === 'distance') return { first: distance, second: sql`coalesce(place.raw, ${nowhere}::float8)` };
  const near = match.near && match.words ? sql`6 / (1 + ${distance} / 2000)` : sql`0`;
  return { first: sql`-round((hit.score + ${near})::numeric, 4)::float8`, second: distance };
}

/**
 * What it is called counts most, then how much of it speaks of the words. Nearness is added later and weighs up to six,
 * so that the same thing a walk away beats a better word across town, but never the very name. Without words the last
 * checked come first.
 */
function score(match: Match) {
  const behind = sql`case freshness when 'old' then 1 when 'due' then 0.2 else 0 end
    + case when status in ('paused', 'temporarily_closed') then 0.5 else 0 end`;
  if (!match.words) return sql`coalesce(extract(epoch from checked_at), 0) / 86400.0 / 10`;
  const { nameIs, nameBegins } = match.words;
  return sql`case when words @@ ${nameIs}::tsquery then 10 when words @@ ${nameBegins}::tsquery then 2
      when words @@ ${inName(match.words)} then 1 else 0 end
    + ts_rank('{0.1, 0.2, 0.4, 1.0}', words, ${anywhere(match.words)}, 1) - (${behind})`;
}

function candidates(options: FindOptions): RawBuilder<unknown> {
  const { match, sort, after, limit, many } = options;
  if (!many) return fitsAtAll(match);
  if (sort === 'distance' && match.near) {
    const walk = nearestIds({ match, near: match.near, after, count: limit + 1 });
    return sql`id in (select id from (${walk}) as walked)`;
  }
  if (!match.words) {
    return sql`id in (select id from directory.document where ${fitsAtAll(match)}
      order by checked_at desc nulls last, id limit ${exactUpTo})`;
  }
  const { nameIs, nameBegins } = match.words;
  const some = (query: RawBuilder<unknown>, count: number) =>
    sql`(select id from directory.document where ${fits(match, query)} limit ${count})`;
  const nearest = match.near && nearestIds({ match, near: match.near, after: undefined, count: 200 });
  const lists = [
    some(sql`${nameIs}::tsquery`, 100),
    some(sql`${nameBegins}::tsquery`, 200),
    some(inName(match.words), 400),
    some(anywhere(match.words), 300),
    ...(nearest ? [nearest] : []),
  ];
  return sql`id in (select id from (${sql.join(lists, sql` union all `)}) as listed)`;
}

function toHit(row: FoundRow, match: Match): Hit {
  const { plane, lat, lon } = row;
  const place =
    plane && lat !== null && lon !== null
      ? {
          distanceM: match.near && row.distance !== null ? Math.round(row.distance) : undefined,
          isBand: row.precise === false,
          x: plane.x,
          y: plane.y,
          lat,
          lon,
          words: row.place_words ?? '',
          areaId: row.place_area_id,
        }
      : undefined;
  return {
    id: row.id,
    kind: row.kind,
    organisationId: row.organisation_id,
    name: row.name,
    organisationName: row.organisation_name,
    organisationKind: row.organisation_kind,
    otherNames: row.other_names,
    summary: row.summary,
    themes: row.themes,
    peopleServed: row.people_served,
    access: row.access,
    days: row.days,
    times: row.times,
    status: row.status,
    wayIn: row.way_in,
    costPence: row.cost_pence,
    costWords: row.cost_words,
    freshness: freshnessOf(row.freshness),
    checkedAt: row.checked_at,
    place,
  };
}

function freshnessOf(value: string): Hit['freshness'] {
  return value === 'ok' || value === 'due' || value === 'old' ? value : 'none';
}

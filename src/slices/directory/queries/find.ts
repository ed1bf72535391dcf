import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { Cursor } from '../words.ts';
import { documentColumns, type FoundHit, type FoundRow, foundHit } from './hit.ts';
import {
  anywhere,
  fits,
  fitsAtAll,
  inName,
  isAfter,
  type Match,
  onePlanFor,
  pointOf,
  shown,
} from './match.ts';
import { findNearest, nearestPlaces } from './nearest.ts';

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

export interface FindOptions {
  readonly match: Match;
  readonly sort: 'best' | 'distance';
  readonly after: Cursor | undefined;
  readonly limit: number;
  /** More than can be ranked exactly. */
  readonly many: boolean;
}

interface RankedRow extends FoundRow {
  first: number;
  second: number;
}

/** One row more than asked for tells whether there is a next page. */
export async function findMatches(db: Db, options: FindOptions): Promise<FoundHit[]> {
  const { match, after, limit } = options;
  if (options.many && options.sort === 'distance' && match.near) {
    return findNearest(db, { match, near: match.near, after, count: limit + 1 });
  }
  const order = orderOf(options);
  const key = { first: sql`first`, second: sql`second`, id: sql`id` };
  const { rows } = await sql<RankedRow>`${onePlanFor(match)}
    with hit as materialized (
      select ${documentColumns}, ${score(match)} as score
      from directory.document where ${candidates(options)} limit ${exactUpTo * 2}),
    placed as (
      select hit.*, place.distance, place.precise, place.plane[0] as x, place.plane[1] as y, place.lat, place.lon,
        place.words as place_words, place.area_id as place_area_id, ${order.first} as first, ${order.second} as second
      from hit left join lateral (${placeOf(match)}) as place on true)
    select * from placed where ${after ? isAfter(after, key) : sql`true`}
    order by first, second, id limit ${limit + 1}`.execute(db);
  return rows.map((row) => foundHit(row, match, [row.first, row.second]));
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
  const { match, many } = options;
  if (!many) return fitsAtAll(match);
  if (!match.words) {
    return sql`id in (select id from directory.document where ${fitsAtAll(match)}
      order by checked_at desc nulls last, id limit ${exactUpTo})`;
  }
  const { nameIs, nameBegins } = match.words;
  const some = (query: RawBuilder<unknown>, count: number) =>
    sql`(select id from directory.document where ${fits(match, query)} limit ${count})`;
  const nearest = match.near && nearestPlaces({ match, near: match.near, after: undefined, count: 200 });
  const lists = [
    some(sql`${nameIs}::tsquery`, 100),
    some(sql`${nameBegins}::tsquery`, 200),
    some(inName(match.words), 400),
    some(anywhere(match.words), 300),
    ...(nearest ? [sql`(select document_id from (${nearest}) as walked)`] : []),
  ];
  return sql`id in (select id from (${sql.join(lists, sql` union all `)}) as listed)`;
}

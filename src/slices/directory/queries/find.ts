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

/** What nearness and age count for, where the very name counts for ten and one word of it for two. */
export interface Weights {
  readonly nearness: number;
  readonly freshness: number;
}

export interface FindOptions {
  readonly match: Match;
  readonly sort: 'best' | 'distance';
  readonly after: Cursor | undefined;
  readonly limit: number;
  /** Whether there are more than can be ranked exactly; undefined while nobody has counted. */
  readonly many: boolean | undefined;
  readonly weights: Weights;
}

export interface Matches {
  /** One more than are ranked exactly stands for many. */
  readonly total: number;
  /** One row more than asked for tells whether there is a next page. */
  readonly hits: readonly FoundHit[];
}

interface RankedRow extends FoundRow {
  total: number;
  first: number;
  second: number;
}

/** Counts and ranks in one statement; only where there are too many to rank them all, a second one finds the best. */
export async function findMatches(db: Db, options: FindOptions): Promise<Matches> {
  if (options.many !== true) {
    const matches = await rank(db, { ...options, many: false });
    if (matches.total <= exactUpTo) return matches;
  }
  const { match, after, limit } = options;
  if (options.sort === 'distance' && match.near) {
    const hits = await findNearest(db, { match, near: match.near, after, count: limit + 1 });
    return { total: exactUpTo + 1, hits };
  }
  const { hits } = await rank(db, { ...options, many: true });
  return { total: exactUpTo + 1, hits };
}

async function rank(db: Db, options: FindOptions & { many: boolean }): Promise<Matches> {
  const { match, after, limit } = options;
  const order = orderOf(options);
  const key = { first: sql`first`, second: sql`second`, id: sql`id` };
  const { rows } = await sql<RankedRow>`${onePlanFor(match)}
    with matched as materialized (${candidates(options)}),
    counted as materialized (select count(*) as total from matched),
    hit as materialized (
      select ${documentColumns}, ${score(options)} as score from directory.document
      where id in (select id from matched) and (${options.many} or (select total from counted) <= ${exactUpTo})),
    placed as (
      select hit.*, place.distance, place.precise, place.plane[0] as x, place.plane[1] as y, place.lat, place.lon,
        place.words as place_words, place.area_id as place_area_id, ${order.first} as first, ${order.second} as second
      from hit left join lateral (${placeOf(match)}) as place on true),
    page as (
      select * from placed where ${after ? isAfter(after, key) : sql`true`}
      order by first, second, id limit ${limit + 1})
    select counted.total::int, page.* from counted left join page on true order by first, second, id`.execute(
    db,
  );
  const hits = rows.flatMap((row) =>
    row.id === null ? [] : [foundHit(row, match, [row.first, row.second])],
  );
  return { total: rows[0]?.total ?? 0, hits };
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

function orderOf({ match, sort, weights }: FindOptions): {
  first: RawBuilder<unknown>;
  second: RawBuilder<unknown>;
} {
  const distance = sql`coalesce(place.distance, ${nowhere}::float8)`;
  if (sort === 'distance') return { first: distance, second: sql`coalesce(place.raw, ${nowhere}::float8)` };
  const near =
    match.near && match.words ? sql`${weights.nearness}::float8 / (1 + ${distance} / 2000)` : sql`0`;
  return { first: sql`-round((hit.score + ${near})::numeric, 4)::float8`, second: distance };
}

/**
 * What it is called counts most, then how much of it speaks of the words. Nearness is added later, so that the same thing a
 * walk away beats a better word across town, but never the very name. Without words the last checked come first.
 */
function score({ match, weights }: FindOptions) {
  const behind = sql`${weights.freshness}::float8 * case freshness when 'old' then 0.5 when 'due' then 0.1 else 0 end
    + case when status in ('paused', 'temporarily_closed') then 0.5 else 0 end`;
  const { words } = match;
  if (!words) return sql`coalesce(extract(epoch from checked_at), 0) / 86400.0 / 10`;
  const { nameIs, nameHolds, nameBegins, size, some = [] } = words;
  const each = some.map(
    ({ text, weight }) =>
      sql` + case when words @@ ${anywhere(words, text)} then ${weight}::float8 else 0 end`,
  );
  return sql`case when words @@ ${nameIs}::tsquery then 10 when words @@ ${nameHolds}::tsquery then 9
      when words @@ ${nameBegins}::tsquery then 2
      when words @@ ${inName(words)} then 1 + least(1, ${size}::float8 / array_length(string_to_array(name, ' '), 1))
      else 0 end
    + ts_rank('{0.1, 0.2, 0.4, 1.0}', words, ${anywhere(words)}, 1)${sql.join(each, sql``)} - (${behind})`;
}

/** Their ids: all, up to one more than can be ranked, or of many those by name and nearness, and some of the rest. */
function candidates({ match, many }: FindOptions): RawBuilder<unknown> {
  const { words } = match;
  if (!many) return sql`select id from directory.document where ${fitsAtAll(match)} limit ${exactUpTo + 1}`;
  if (!words) {
    return sql`select id from directory.document where ${fitsAtAll(match)}
      order by checked_at desc nulls last, id limit ${exactUpTo}`;
  }
  const { nameIs, nameHolds, nameBegins, size } = words;
  const some = (query: RawBuilder<unknown>, count: number) =>
    sql`(select id from directory.document where ${fits(match, query)} limit ${count})`;
  const nearest = match.near && nearestPlaces({ match, near: match.near, after: undefined, count: 200 });
  const lists = [
    some(sql`${nameIs}::tsquery`, 100),
    some(sql`${nameHolds}::tsquery`, 100),
    some(sql`${nameBegins}::tsquery`, 200),
    ...[size, size + 1].map((long) => some(sql`${inName(words)} && ${`'=z:${long}'`}::tsquery`, 200)),
    some(inName(words), 300),
    ...(words.some ?? [words]).map(({ text }) => some(anywhere(words, text), 300)),
    ...(nearest ? [sql`(select document_id from (${nearest}) as walked)`] : []),
  ];
  return sql`${sql.join(lists, sql` union `)}`;
}

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

/** Counts and ranks in one statement; only the nearest of many are found by another, a walk outwards. */
export async function findMatches(db: Db, options: FindOptions): Promise<Matches> {
  const { match, sort, after, limit, many } = options;
  const { near } = match;
  if (sort !== 'distance' || !near) return rank(db, options);
  const few = many === true ? undefined : await rank(db, options);
  if (few && few.total <= exactUpTo) return few;
  return { total: exactUpTo + 1, hits: await findNearest(db, { match, near, after, count: limit + 1 }) };
}

async function rank(db: Db, options: FindOptions): Promise<Matches> {
  const { match, after, limit } = options;
  const order = orderOf(options);
  const key = { first: sql`first`, second: sql`second`, id: sql`id` };
  const { rows } = await sql<RankedRow>`${onePlanFor(match)}
    with matched as materialized (
      select id from directory.document where ${fitsAtAll(match)} limit ${exactUpTo + 1}),
    counted as materialized (select count(*) as total from matched),
    wanted as materialized (
      select id from matched where not ${tooMany}
      ${sql.join(
        best(options).map((list) => sql`union (${list})`),
        sql` `,
      )}),
    hit as materialized (
      select ${documentColumns}, ${score(options)} as score from directory.document
      where id in (select id from wanted)),
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

/** Asked of each list of the best, so that none is looked for where all can be ranked. */
const tooMany = sql`(select total > ${exactUpTo} from counted)`;

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

/** Of too many: those by name, the nearest, and some of the rest; without words the last checked. */
function best({ match, sort }: FindOptions): RawBuilder<unknown>[] {
  const { words, near } = match;
  if (sort === 'distance') return [];
  if (!words) {
    return [
      sql`select id from directory.document where ${tooMany} and ${fitsAtAll(match)}
        order by checked_at desc nulls last, id limit ${exactUpTo}`,
    ];
  }
  const { nameIs, nameHolds, nameBegins, size } = words;
  const some = (query: RawBuilder<unknown>, count: number) =>
    sql`select id from directory.document where ${tooMany} and ${fits(match, query)} limit ${count}`;
  const nearest = near && nearestPlaces({ match, near, after: undefined, count: 200 });
  return [
    some(sql`${nameIs}::tsquery`, 100),
    some(sql`${nameHolds}::tsquery`, 100),
    some(sql`${nameBegins}::tsquery`, 200),
    ...[size, size + 1].map((long) => some(sql`${inName(words)} && ${`'=z:${long}'`}::tsquery`, 200)),
    some(inName(words), 300),
    ...(words.some ?? []).map(({ text }) => some(anywhere(words, text), 300)),
    sql`select id from matched where ${tooMany} limit 300`,
    ...(nearest ? [sql`select document_id from (${nearest}) as walked where ${tooMany}`] : []),
  ];
}

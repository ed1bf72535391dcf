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
import { findNearest, nearestPlaces, nowhere } from './nearest.ts';

/** Up to so many matches are counted, ranked and paged exactly; beyond that the best are looked for by name and nearness. */
export const exactUpTo = 1000;

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
  first: number;
  second: number;
}

/** All that fit are counted and ranked; where they are too many, the best of them are looked for. */
export async function findMatches(db: Db, options: FindOptions): Promise<Matches> {
  const { match, sort, after, limit, many } = options;
  const { near } = match;
  const all = many === true ? undefined : await rankAll(db, options);
  if (all && all.total <= exactUpTo) return all;
  const hits =
    sort === 'distance' && near
      ? await findNearest(db, { match, near, after, count: limit + 1 })
      : await rankBest(db, options, all?.some);
  return { total: exactUpTo + 1, hits };
}

async function rankAll(db: Db, options: FindOptions): Promise<Matches & { some: readonly string[] }> {
  type Row = Omit<RankedRow, 'id'> & { id: string | null; total: number; some: string[] };
  const { rows } = await sql<Row>`${onePlanFor(options.match)}
    with matched as materialized (
      select id from directory.document where ${fitsAtAll(options.match)} limit ${exactUpTo + 1}),
    counted as materialized (select count(*)::int as total, array_agg(id) as ids from matched),
    ${pageOf(options, sql`select id from matched where (select total from counted) <= ${exactUpTo}`)}
    select total, case when total > ${exactUpTo} then ids[1:${someOfMany}] else '{}' end as some, shown.*
    from counted left join shown on true order by first, second, id`.execute(db);
  const [{ total = 0, some = [] } = {}] = rows;
  return { total, some, hits: hitsOf(rows, options.match) };
}

/** As much as the very name: whoever names thing and place means that one. */
const wholeName = 10;

/** How many of too many are ranked that nothing speaks for. */
const someOfMany = 300;

async function rankBest(
  db: Db,
  options: FindOptions,
  some: readonly string[] | undefined,
): Promise<FoundHit[]> {
  const { rows } = await sql<RankedRow>`${onePlanFor(options.match)}
    with best as materialized (${sql.join(
      bestOf(options, some).map((list) => sql`(${list})`),
      sql` union `,
    )}),
    ${pageOf(options, sql`select id from best`)}
    select shown.* from shown order by first, second, id`.execute(db);
  return hitsOf(rows, options.match);
}

function hitsOf(rows: readonly (Omit<RankedRow, 'id'> & { id: string | null })[], match: Match): FoundHit[] {
  return rows.flatMap(({ id, ...row }) =>
    id === null ? [] : [foundHit({ ...row, id }, match, [row.first, row.second])],
  );
}

/** `shown`: one page of documents in their order. Where each is, is looked up for those on it, unless it orders them. */
function pageOf(options: FindOptions, ids: RawBuilder<unknown>): RawBuilder<unknown> {
  const { match, after, limit } = options;
  const { first, second } = orderOf(options);
  const key = { first: sql`first`, second: sql`second`, id: sql`id` };
  const nearest = match.near ? sql`left join lateral (${placeOf(match)}) as place on true` : sql``;
  return sql`hit as materialized (
      select ${documentColumns}, ${score(options)} as score from directory.document where id in (${ids})),
    ordered as (select hit.*, ${first} as first, ${second} as second from hit ${nearest}),
    page as (
      select * from ordered where ${after ? isAfter(after, key) : sql`true`}
      order by first, second, id limit ${limit + 1}),
    shown as (
      select hit.*, place.distance, place.precise, place.plane[0] as x, place.plane[1] as y, place.lat, place.lon,
        place.words as place_words, place.area_id as place_area_id
      from page as hit left join lateral (${placeOf(match)}) as place on true)`;
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
  const distance = match.near ? sql`coalesce(place.distance, ${nowhere}::float8)` : sql`${nowhere}::float8`;
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
  const { nameIs, nameHolds, nameBegins, size, whole, some = [] } = words;
  const each = some.map(
    ({ text, weight }) =>
      sql` + case when words @@ ${anywhere(words, text)} then ${weight}::float8 else 0 end`,
  );
  return sql`case when words @@ ${nameIs}::tsquery then 10 when words @@ ${nameHolds}::tsquery then 9
      when words @@ ${nameBegins}::tsquery then 2
      when words @@ ${inName(words)} then 1 + least(1, ${size}::float8 / array_length(string_to_array(name, ' '), 1))
      else 0 end
    + ts_rank('{0.1, 0.2, 0.4, 1.0}', words, ${anywhere(words)}, 1)${sql.join(each, sql``)} - (${behind})
    + ${whole === undefined ? sql`0` : sql`case when words @@ ${inName(words, whole)} then ${wholeName} else 0 end`}`;
}

/** Of too many: those by name, the nearest, and some of the rest; without words the last checked. */
function bestOf({ match }: FindOptions, given: readonly string[] | undefined): RawBuilder<unknown>[] {
  const { words, near } = match;
  if (!words) {
    return [
      sql`select id from directory.document where ${fitsAtAll(match)}
        order by checked_at desc nulls last, id limit ${exactUpTo}`,
    ];
  }
  const { nameIs, nameHolds, nameBegins, size, whole } = words;
  const some = (query: RawBuilder<unknown>, count: number) =>
    sql`select id from directory.document where ${fits(match, query)} limit ${count}`;
  const nearest = near && nearestPlaces({ match, near, after: undefined, count: 200 });
  return [
    some(sql`${nameIs}::tsquery`, 100),
    some(sql`${nameHolds}::tsquery`, 100),
    some(sql`${nameBegins}::tsquery`, 200),
    ...[size, size + 1].map((long) => some(sql`${inName(words)} && ${`'=z:${long}'`}::tsquery`, 200)),
    some(inName(words), 300),
    ...(whole === undefined ? [] : [some(inName(words, whole), 100)]),
    ...(words.some ?? []).map(({ text }) => some(anywhere(words, text), 300)),
    given ? sql`select unnest(${given}::uuid[])` : some(anywhere(words), someOfMany),
    ...(nearest ? [sql`select document_id from (${nearest}) as walked`] : []),
  ];
}

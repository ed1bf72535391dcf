import { type RawBuilder, sql } from 'kysely';
import type { Cursor, Near } from '../words.ts';

/** What has to hold of a document. Texts are those of a tsquery, made by rules/terms.ts and rules/filters.ts. */
export interface Match {
  readonly words: Wording | undefined;
  readonly filters: string;
  readonly freshness: 'any' | 'not out' | 'ok';
  readonly near: Near | undefined;
  readonly withinM: number | undefined;
}

export interface Wording {
  /** Only small words were typed: they are looked for as they stand. */
  readonly asTheyStand: boolean;
  readonly text: string;
  readonly nameIs: string;
  readonly nameBegins: string;
}

type Condition = RawBuilder<boolean>;

function configuration(words: Wording) {
  return words.asTheyStand ? sql`'simple'::regconfig` : sql`'english'::regconfig`;
}

export function anywhere(words: Wording) {
  return sql`to_tsquery(${configuration(words)}, ${words.text})`;
}

/**
 * The same words, all of them in the name: there each stem is a lexeme `=s:` of its own, because the index knows nothing
 * of weights. That they stand in a row is not asked here.
 */
export function inName(words: Wording) {
  return sql`regexp_replace(regexp_replace(${anywhere(words)}::text, '<[^>]+>', '&', 'g'),
    '''([^'']+)''', '''=s:\\1''', 'g')::tsquery`;
}

/** Words and filters are one question to one index; what is out of date is left out row by row. */
export function fits(match: Match, query: RawBuilder<unknown> | undefined): Condition {
  const parts = [...(query ? [query] : []), ...(match.filters ? [sql`${match.filters}::tsquery`] : [])];
  const asked = parts.length > 0 ? sql`document.words @@ (${sql.join(parts, sql` && `)})` : sql`true`;
  return sql`${asked} and ${freshEnough(match)} and ${closeEnough(match)}`;
}

function freshEnough(match: Match): Condition {
  if (match.freshness === 'any') return sql`true`;
  return match.freshness === 'ok' ? sql`document.freshness = 'ok'` : sql`document.freshness <> 'none'`;
}

function closeEnough(match: Match): Condition {
  if (!match.near || match.withinM === undefined) return sql`true`;
  return sql`document.id in (select document_id from directory.place
    where place.plane <@ circle(${pointOf(match.near)}, ${match.withinM}::float8))`;
}

export function fitsAtAll(match: Match): Condition {
  return fits(match, match.words && anywhere(match.words));
}

export function pointOf(near: Near) {
  return sql`point(${near.x}::float8, ${near.y}::float8)`;
}

/** Whole kilometres where the address is not public, so that nobody can be found by moving the centre about. */
export function shown(raw: RawBuilder<unknown>) {
  return sql`case when place.precise then ${raw} else ceil(greatest(${raw}, 1) / 1000) * 1000 end`;
}

/**
 * Nearest first, without looking at all: two walks outwards along the index, one over exact places and one over those
 * known to the kilometre, each in the order of what is shown. Only the nearest place of a document counts.
 */
export function nearestIds(options: {
  match: Match;
  near: Near;
  after: Cursor | undefined;
  count: number;
}): RawBuilder<unknown> {
  const { match, near, after, count } = options;
  const raw = sql`(place.plane <-> ${pointOf(near)})`;
  const walk = (precise: boolean) => sql`(
    select place.document_id as id from directory.place join directory.document on document.id = place.document_id
    where ${precise ? sql`place.precise` : sql`not place.precise`} and ${fitsAtAll(match)}
      and not exists (select from directory.place as nearer where nearer.document_id = place.document_id
        and ((nearer.plane <-> ${pointOf(near)}), nearer.number) < (${raw}, place.number))
      and ${after ? isAfter(after, { first: shown(raw), second: raw, id: sql`place.document_id` }) : sql`true`}
    order by place.plane <-> ${pointOf(near)}, place.document_id limit ${count})`;
  return sql`${walk(true)} union all ${walk(false)}`;
}

export function isAfter(
  cursor: Cursor,
  order: { first: RawBuilder<unknown>; second: RawBuilder<unknown>; id: RawBuilder<unknown> },
): Condition {
  const [first, second] = cursor.key;
  return sql`(${order.first}, ${order.second}, ${order.id}) >
    (${first}::float8, ${second}::float8, ${cursor.id}::uuid)`;
}

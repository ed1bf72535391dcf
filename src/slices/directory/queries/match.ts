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
  readonly nameHolds: string;
  readonly nameBegins: string;
  /** How many words were typed. */
  readonly size: number;
  /** Where some of the terms are enough: each of them, and what it counts for. The rarer, the more. */
  readonly some?: readonly { readonly text: string; readonly weight: number }[];
}

type Condition = RawBuilder<boolean>;

function configuration(words: Wording) {
  return words.asTheyStand ? sql`'simple'::regconfig` : sql`'english'::regconfig`;
}

export function anywhere(words: Wording, text: string | RawBuilder<unknown> = words.text) {
  return sql`to_tsquery(${configuration(words)}, ${text})`;
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

/** The nearest have one good plan; a search for words has as many as there are words. */
export function onePlanFor(match: Match): RawBuilder<unknown> {
  return match.near && !match.words ? sql`/* one plan */` : sql``;
}

export function pointOf(near: Near) {
  return sql`point(${near.x}::float8, ${near.y}::float8)`;
}

/** Whole kilometres where the address is not public, so that nobody can be found by moving the centre about. */
export function shown(raw: RawBuilder<unknown>) {
  return sql`case when place.precise then ${raw} else ${toTheKilometre(raw)} end`;
}

export function toTheKilometre(raw: RawBuilder<unknown>) {
  return sql`(ceil(greatest(${raw}, 1) / 1000) * 1000)`;
}

export function isAfter(
  cursor: Cursor,
  order: { first: RawBuilder<unknown>; second: RawBuilder<unknown>; id: RawBuilder<unknown> },
): Condition {
  const [first, second] = cursor.key;
  return sql`(${order.first}, ${order.second}, ${order.id}) >
    (${first}::float8, ${second}::float8, ${cursor.id}::uuid)`;
}

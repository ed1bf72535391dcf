import { type RawBuilder, sql } from 'kysely';
import { cellsAround } from '../rules/cells.ts';
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
  /** With the place that was read out of them: what has all of it in its name comes first. */
  readonly whole: string | undefined;
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
export function inName(words: Wording, text = words.text) {
  return sql`regexp_replace(regexp_replace(${anywhere(words, text)}::text, '<[^>]+>', '&', 'g'),
    '''([^'']+)''', '''=s:\\1''', 'g')::tsquery`;
}

/** Words, filters and cells are one question to one index; what is out of date or too far is left out row by row. */
export function fits(match: Match, query: RawBuilder<unknown> | undefined): Condition {
  const within = closeEnough(match);
  const filters = [match.filters, within.cells]
    .filter((text) => text !== '')
    .map((text) => sql`${text}::tsquery`);
  const parts = [...(query ? [query] : []), ...filters];
  const asked = parts.length > 0 ? sql`document.words @@ (${sql.join(parts, sql` && `)})` : sql`true`;
  return sql`${asked} and ${freshEnough(match)} and ${within.condition}`;
}

function freshEnough(match: Match): Condition {
  if (match.freshness === 'any') return sql`true`;
  return match.freshness === 'ok' ? sql`document.freshness = 'ok'` : sql`document.freshness <> 'none'`;
}

/** In a small circle what is in its cells is looked at one by one; in a large one its places are gathered first. */
function closeEnough({ near, withinM }: Match): { cells: string; condition: Condition } {
  if (!near || withinM === undefined) return { cells: '', condition: sql`true` };
  const inside = sql`place.plane <@ circle(${pointOf(near)}, ${withinM}::float8)`;
  const cells = cellsAround(near, withinM);
  const condition: Condition =
    cells === ''
      ? sql`document.id in (select document_id from directory.place where ${inside})`
      : sql`exists (select from directory.place where document_id = document.id and ${inside} offset 0)`;
  return { cells, condition };
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

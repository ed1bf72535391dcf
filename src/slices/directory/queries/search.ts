import type { Database, Db } from '../../../platform/db/open.ts';
import { knownWeights } from '../../network/door.ts';
import { filterText } from '../rules/filters.ts';
import { lookFor } from '../rules/terms.ts';
import type { Asked, Facets, Found, Near } from '../words.ts';
import { knownBoroughsOfAreas } from './boroughs.ts';
import { type Choices, choicesOf } from './counts.ts';
import { forgive } from './forgive.ts';
import { type Look, lookAt, lookOnce, nothing, type Searched, wording } from './look.ts';
import type { Match } from './match.ts';
import { knownSynonyms, wordsLike } from './vocabulary.ts';

/** What the words of a question stand for, looked up beforehand. */
export interface Where {
  readonly near: Near | undefined;
  readonly areaIds: readonly string[];
}

interface Options {
  readonly checkedOnly?: boolean;
  /** What may be chosen, to be counted; left out, choices are not counted. */
  readonly choices?: Choices;
}

/**
 * Everything published that fits. When nothing does, the words are taken less strictly, step by step: the last one may
 * be unfinished, one may be misspelt, and in the end some of them are enough.
 */
export async function search(
  database: Database,
  asked: Asked,
  where: Where,
  options: Options = {},
): Promise<Found> {
  return (await searched(database, asked, where, options)).found;
}

/** What a search comes down to when all is forgiven, for whoever wants everything that fits and not a page of it. */
export async function matchOf(database: Database, asked: Asked, where: Where): Promise<Match | undefined> {
  return (await searched(database, { ...asked, limit: 1, after: '' }, where, {})).match;
}

export interface SearchForPage {
  readonly found: Found;
  readonly facets: Facets | undefined;
  /** Only when nothing was found: how much there is without the filters and the distance, and words to try. */
  readonly without: number;
  readonly nearWords: readonly string[];
}

/** The same with what a page needs around it: choices with their counts, and ways on from an empty list. */
export async function searchForPage(database: Database, asked: Asked, where: Where): Promise<SearchForPage> {
  const choices = choicesOf(asked, where.areaIds, await knownBoroughsOfAreas(database));
  const { found, facets } = await searched(database, asked, where, { choices });
  if (found.total > 0) return { found, facets, without: 0, nearWords: [] };

  const all = {
    ...asked,
    withinKm: undefined,
    kinds: [],
    themes: [],
    people: [],
    access: [],
    languages: [],
    cost: undefined,
    when: [],
    ways: [],
    openTo: [],
  };
  const wider = await searched(
    database,
    { ...all, limit: 1, after: '' },
    { near: undefined, areaIds: [] },
    {},
  );
  const without = wider.found.forgave === 'some_words' ? 0 : wider.found.total;
  return { found, facets, without, nearWords: await nearWords(database.replica, asked.q) };
}

async function searched(database: Database, asked: Asked, where: Where, options: Options): Promise<Searched> {
  const weights = await knownWeights(database);
  const look: Look = { db: database.replica, weights, asked, choices: options.choices };
  const base: Omit<Match, 'words'> = {
    filters: filterText(asked, where.areaIds),
    freshness: options.checkedOnly ? 'ok' : asked.stale ? 'any' : 'not out',
    near: where.near,
    withinM: asked.withinKm === undefined ? undefined : asked.withinKm * 1000,
  };
  if (asked.q === '') return lookOnce(look, { ...base, words: undefined });

  const synonyms = await knownSynonyms(database);
  const looked = lookAt(asked, synonyms);
  if (!looked) return { found: nothing, facets: undefined };
  const strict = await lookOnce(look, { ...base, words: wording(looked, {}) });
  if (strict.found.total > 0) return strict;
  return (await forgive({ look, base, looked, synonyms })) ?? strict;
}

/** Words of the documents that look like those typed, a few. */
async function nearWords(db: Db, typed: string): Promise<string[]> {
  const looked = lookFor(typed, []);
  const long = looked?.terms.filter((term) => term.typed.length > 3).slice(0, 2) ?? [];
  const alike = await Promise.all(long.map((term) => wordsLike(db, term.typed)));
  return [...new Set(alike.flatMap((words) => words.slice(0, 4)))].filter((word) => word !== looked?.plain);
}

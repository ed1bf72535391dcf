import type { Database, Db } from '../../../platform/db/open.ts';
import { readCursor } from '../rules/cursor.ts';
import { filterText } from '../rules/filters.ts';
import { type Looked, lookFor, nameQuery, nearestWord, queryText, withWords } from '../rules/terms.ts';
import type { Asked, Facets, Found, Near } from '../words.ts';
import { baseFilters, type Counted, countChoices } from './counts.ts';
import { countMatches, exactUpTo, findMatches } from './find.ts';
import type { Match, Wording } from './match.ts';
import { isKnownWord, knownSynonyms, shortWordsLike, wordsLike } from './vocabulary.ts';

/** What the words of a question stand for, looked up beforehand. */
export interface Where {
  readonly near: Near | undefined;
  readonly areaIds: readonly string[];
}

const nothing: Found = {
  hits: [],
  total: 0,
  totalIsEstimate: false,
  next: undefined,
  forgave: 'nothing',
  correctedTo: undefined,
};

interface Options {
  readonly checkedOnly?: boolean;
  /** The filters that stay while choices are counted; left out, choices are not counted. */
  readonly choices?: string;
}

interface Searched {
  readonly found: Found;
  readonly facets: Facets | undefined;
}

interface Look {
  readonly db: Db;
  readonly asked: Asked;
  readonly choices: string | undefined;
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

export interface SearchForPage {
  readonly found: Found;
  readonly facets: Facets | undefined;
  /** Only when nothing was found: how much there is without the filters and the distance, and words to try. */
  readonly without: number;
  readonly nearWords: readonly string[];
}

/** The same with what a page needs around it: choices with their counts, and ways on from an empty list. */
export async function searchForPage(database: Database, asked: Asked, where: Where): Promise<SearchForPage> {
  const choices = baseFilters(asked, where.areaIds);
  const { found, facets } = await searched(database, asked, where, { choices });
  if (found.total > 0) return { found, facets, without: 0, nearWords: [] };

  const all = {
    ...asked,
    withinKm: undefined,
    kinds: [],
    themes: [],
    people: [],
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
  const look: Look = { db: database.replica, asked, choices: options.choices };
  const base: Omit<Match, 'words'> = {
    filters: filterText(asked, where.areaIds),
    freshness: options.checkedOnly ? 'ok' : asked.stale ? 'any' : 'not out',
    near: where.near,
    withinM: asked.withinKm === undefined ? undefined : asked.withinKm * 1000,
  };
  if (asked.q === '') return page(look, { ...base, words: undefined });

  const synonyms = await knownSynonyms(database);
  const looked = lookFor(asked.q, synonyms);
  if (!looked) return { found: nothing, facets: undefined };
  const strict = await page(look, { ...base, words: wording(looked, {}) });
  if (strict.found.total > 0) return strict;
  return (await forgive({ look, base, looked, synonyms })) ?? strict;
}

async function forgive(given: {
  look: Look;
  base: Omit<Match, 'words'>;
  looked: Looked;
  synonyms: readonly (readonly string[])[];
}): Promise<Searched | undefined> {
  const { look, base, looked, synonyms } = given;
  const unfinished = await page(look, { ...base, words: wording(looked, { lastBegins: true }) });
  if (unfinished.found.total > 0) return because('word_endings', unfinished);

  const correctedTo = await correction(look.db, looked);
  const corrected = correctedTo === undefined ? undefined : lookFor(correctedTo, synonyms);
  if (corrected) {
    const spelt = await page(look, { ...base, words: wording(corrected, {}) });
    if (spelt.found.total > 0) return because('spelling', spelt, correctedTo);
  }

  const widest = corrected ?? looked;
  if (widest.terms.length < 2) return undefined;
  const some = await page(look, { ...base, words: wording(widest, { anyTerm: true }) });
  return some.found.total > 0 ? because('some_words', some, corrected && correctedTo) : undefined;
}

function because(forgave: Found['forgave'], { found, facets }: Searched, correctedTo?: string): Searched {
  return { facets, found: { ...found, forgave, correctedTo } };
}

function wording(looked: Looked, how: { lastBegins?: boolean; anyTerm?: boolean }): Wording {
  return {
    asTheyStand: looked.onlySmall,
    text: queryText(looked, how),
    nameIs: nameQuery(looked, 'is'),
    nameBegins: nameQuery(looked, 'begins'),
  };
}

/** The same search with known words in place of unknown ones; undefined when there is nothing to mend. */
async function correction(db: Db, looked: Looked): Promise<string | undefined> {
  const better = new Map<string, string>();
  for (const term of looked.terms) {
    if (!term.single || term.typed.length < 4 || (await isKnownWord(db, term.typed))) continue;
    const alike = await wordsLike(db, term.typed);
    const short = term.typed.length > 6 ? [] : await shortWordsLike(db, term.typed);
    const word = nearestWord(term.typed, [...alike, ...short]);
    if (word) better.set(term.typed, word);
  }
  return better.size > 0 ? withWords(looked, better) : undefined;
}

/** Words of the documents that look like those typed, a few. */
async function nearWords(db: Db, typed: string): Promise<string[]> {
  const looked = lookFor(typed, []);
  const long = looked?.terms.filter((term) => term.typed.length > 3).slice(0, 2) ?? [];
  const alike = await Promise.all(long.map((term) => wordsLike(db, term.typed)));
  return [...new Set(alike.flatMap((words) => words.slice(0, 4)))].filter((word) => word !== looked?.plain);
}

async function page({ db, asked, choices }: Look, match: Match): Promise<Searched> {
  const { total, facets } = await count(db, match, choices);
  if (total === 0) return { found: nothing, facets };
  const after = asked.after === '' ? undefined : readCursor(asked.after);
  const many = total > exactUpTo;
  const rows = await findMatches(db, { match, sort: sortOf(asked, match), after, limit: asked.limit, many });
  const shown = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? shown.at(-1) : undefined;
  const found: Found = {
    hits: shown.map((row) => row.hit),
    total: Math.min(total, exactUpTo),
    totalIsEstimate: many,
    next: last && { key: last.key, id: last.id, seen: (after?.seen ?? 0) + shown.length },
    forgave: 'nothing',
    correctedTo: undefined,
  };
  return { found, facets };
}

/** Who has chosen nothing yet has counted everything by counting the choices. */
async function count(db: Db, match: Match, choices: string | undefined): Promise<Counted> {
  if (choices === match.filters) return countChoices(db, match);
  const total = await countMatches(db, match);
  if (choices === undefined) return { total, facets: undefined };
  const { facets } = await countChoices(db, { ...match, filters: choices });
  return { total, facets };
}

function sortOf(asked: Asked, match: Match): 'best' | 'distance' {
  if (!match.near) return 'best';
  return asked.sort ?? (match.words ? 'best' : 'distance');
}

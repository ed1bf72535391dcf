import type { Database, Db } from '../../../platform/db/open.ts';
import { knownWeights } from '../../network/door.ts';
import { readCursor } from '../rules/cursor.ts';
import { filterText } from '../rules/filters.ts';
import {
  type Looked,
  lookFor,
  nameQuery,
  nearestWords,
  plain,
  queryText,
  termTexts,
} from '../rules/terms.ts';
import type { Asked, Facets, Found, Near } from '../words.ts';
import { knownBoroughsOfAreas } from './boroughs.ts';
import { type Choices, choicesOf, countChoices } from './counts.ts';
import { exactUpTo, findMatches, type Weights } from './find.ts';
import type { Match, Wording } from './match.ts';
import { knownSynonyms, weighed, wordsAlike, wordsLike } from './vocabulary.ts';

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

type Synonyms = readonly (readonly string[])[];

interface Options {
  readonly checkedOnly?: boolean;
  /** What may be chosen, to be counted; left out, choices are not counted. */
  readonly choices?: Choices;
}

interface Searched {
  readonly found: Found;
  readonly facets: Facets | undefined;
  /** What had to hold in the end; undefined when nothing fits. */
  readonly match?: Match | undefined;
}

interface Look {
  readonly db: Db;
  readonly weights: Weights;
  readonly asked: Asked;
  readonly choices: Choices | undefined;
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
  synonyms: Synonyms;
}): Promise<Searched | undefined> {
  const { look, base, looked, synonyms } = given;
  const unfinished = await page(look, { ...base, words: wording(looked, { lastBegins: true }) });
  if (unfinished.found.total > 0) return because('word_endings', unfinished);

  const meant = await wordsMeant(look.db, looked);
  const mended = meant.size > 0 ? lookFor(look.asked.q, [...synonyms, ...groupsOf(meant)]) : undefined;
  if (mended) {
    const spelt = await page(look, { ...base, words: wording(mended, {}) });
    if (spelt.found.total > 0) return because('spelling', spelt, mendedWords(looked, meant, spelt.found));
  }

  const widest = mended ?? looked;
  if (widest.terms.length < 2) return undefined;
  const some = await withSome(look, base, widest);
  return some && because('some_words', some, mended && mendedWords(looked, meant, some.found));
}

/** All terms but one, and then any of them: the more of them the better, and rare ones count for more. */
async function withSome(
  look: Look,
  base: Omit<Match, 'words'>,
  looked: Looked,
): Promise<Searched | undefined> {
  if (looked.terms.length > 2) {
    const most = await page(look, { ...base, words: wording(looked, { allButOne: true }) });
    if (most.found.total > 0) return most;
  }
  const words = wording(looked, { anyTerm: true });
  const some = await weighed(look.db, words, termTexts(looked));
  const any = await page(look, { ...base, words: { ...words, some } });
  return any.found.total > 0 ? any : undefined;
}

function because(forgave: Found['forgave'], before: Searched, correctedTo?: string): Searched {
  return { ...before, found: { ...before.found, forgave, correctedTo } };
}

function wording(looked: Looked, how: Parameters<typeof queryText>[1]): Wording {
  return {
    asTheyStand: looked.onlySmall,
    text: queryText(looked, how),
    nameIs: nameQuery(looked, 'is'),
    nameHolds: nameQuery(looked, 'holds'),
    nameBegins: nameQuery(looked, 'begins'),
    size: looked.plain.split(' ').length,
  };
}

/** For each word that nobody uses, those that were meant by it: two words in one, or words that look or sound alike. */
async function wordsMeant(db: Db, looked: Looked): Promise<Map<string, string[]>> {
  const typed = looked.terms
    .filter((term) => term.single && term.typed.length >= 4)
    .map((term) => term.typed);
  const meant = new Map<string, string[]>();
  if (typed.length === 0) return meant;
  for (const { typed: word, words, halves } of await wordsAlike(db, typed)) {
    const alike = halves.length > 0 ? halves : nearestWords(word, words);
    if (alike.length > 0) meant.set(word, [...alike]);
  }
  return meant;
}

/** What was meant stands in for what was typed, as another name of a thing does; with other names of its own. */
function groupsOf(meant: ReadonlyMap<string, readonly string[]>): Synonyms {
  return [...meant].map(([typed, words]) => [typed, ...words]);
}

/** The search as it was understood: of several words that may have been meant, those the first result has. */
function mendedWords(looked: Looked, meant: ReadonlyMap<string, readonly string[]>, { hits }: Found): string {
  const [first] = hits;
  const own = ` ${plain(`${first?.name} ${first?.otherNames} ${first?.summary}`)} `;
  return looked.plain
    .split(' ')
    .map((word) => {
      const words = meant.get(word) ?? [word];
      return words.find((one) => own.includes(` ${one} `)) ?? words[0] ?? word;
    })
    .join(' ');
}

/** Words of the documents that look like those typed, a few. */
async function nearWords(db: Db, typed: string): Promise<string[]> {
  const looked = lookFor(typed, []);
  const long = looked?.terms.filter((term) => term.typed.length > 3).slice(0, 2) ?? [];
  const alike = await Promise.all(long.map((term) => wordsLike(db, term.typed)));
  return [...new Set(alike.flatMap((words) => words.slice(0, 4)))].filter((word) => word !== looked?.plain);
}

async function page({ db, weights, asked, choices }: Look, match: Match): Promise<Searched> {
  const counted = choices && (await countChoices(db, match, choices));
  if (counted?.total === 0) return { found: nothing, facets: counted.facets };
  const after = asked.after === '' ? undefined : readCursor(asked.after);
  const many = counted && counted.total > exactUpTo;
  const how = { sort: sortOf(asked, match), after, limit: asked.limit, many, weights };
  const { total, hits } = await findMatches(db, { match, ...how });
  const shown = hits.slice(0, asked.limit);
  const last = hits.length > asked.limit ? shown.at(-1) : undefined;
  const found: Found = {
    hits: shown.map((row) => row.hit),
    total: Math.min(total, exactUpTo),
    totalIsEstimate: total > exactUpTo,
    next: last && { key: last.key, id: last.id, seen: (after?.seen ?? 0) + shown.length },
    forgave: 'nothing',
    correctedTo: undefined,
  };
  return { ...(total === 0 ? { found: nothing } : { found, match }), facets: counted?.facets };
}

function sortOf(asked: Asked, match: Match): 'best' | 'distance' {
  if (!match.near) return 'best';
  return asked.sort ?? (match.words ? 'best' : 'distance');
}

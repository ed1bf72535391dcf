import type { Db } from '../../../platform/db/open.ts';
import { readCursor } from '../rules/cursor.ts';
import { filterText } from '../rules/filters.ts';
import { type Looked, lookFor, nameQuery, nearestWord, queryText, withWords } from '../rules/terms.ts';
import type { Asked, Found, Near } from '../words.ts';
import { countMatches, exactUpTo, findMatches } from './find.ts';
import type { Match, Wording } from './match.ts';
import { allSynonyms, isKnownWord, wordsLike } from './vocabulary.ts';

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

/**
 * Everything published that fits. When nothing does, the words are taken less strictly, step by step: the last one may
 * be unfinished, one may be misspelt, and in the end some of them are enough.
 */
export async function search(
  db: Db,
  asked: Asked,
  where: Where,
  options: { checkedOnly?: boolean } = {},
): Promise<Found> {
  const base: Omit<Match, 'words'> = {
    filters: filterText(asked, where.areaIds),
    freshness: options.checkedOnly ? 'ok' : asked.stale ? 'any' : 'not out',
    near: where.near,
    withinM: asked.withinKm === undefined ? undefined : asked.withinKm * 1000,
  };
  if (asked.q === '') return page(db, asked, { ...base, words: undefined });

  const synonyms = await allSynonyms(db);
  const looked = lookFor(asked.q, synonyms);
  if (!looked) return nothing;
  const strict = await page(db, asked, { ...base, words: wording(looked, {}) });
  if (strict.total > 0) return strict;
  return forgive({ db, asked, base, looked, synonyms });
}

async function forgive(given: {
  db: Db;
  asked: Asked;
  base: Omit<Match, 'words'>;
  looked: Looked;
  synonyms: readonly (readonly string[])[];
}): Promise<Found> {
  const { db, asked, base, looked, synonyms } = given;
  const unfinished = await page(db, asked, { ...base, words: wording(looked, { lastBegins: true }) });
  if (unfinished.total > 0) return { ...unfinished, forgave: 'word_endings' };

  const correctedTo = await correction(db, looked);
  const corrected = correctedTo === undefined ? undefined : lookFor(correctedTo, synonyms);
  if (corrected) {
    const spelt = await page(db, asked, { ...base, words: wording(corrected, {}) });
    if (spelt.total > 0) return { ...spelt, forgave: 'spelling', correctedTo };
  }

  const widest = corrected ?? looked;
  if (widest.terms.length < 2) return nothing;
  const some = await page(db, asked, { ...base, words: wording(widest, { anyTerm: true }) });
  return some.total > 0 ? { ...some, forgave: 'some_words' } : nothing;
}

function wording(looked: Looked, how: { lastBegins?: boolean; anyTerm?: boolean }): Wording {
  return {
    asTheyStand: looked.onlySmall,
    text: queryText(looked, how),
    inName: queryText(looked, { ...how, inName: true }),
    nameIs: nameQuery(looked, 'is'),
    nameBegins: nameQuery(looked, 'begins'),
  };
}

/** The same search with known words in place of unknown ones; undefined when there is nothing to mend. */
async function correction(db: Db, looked: Looked): Promise<string | undefined> {
  const better = new Map<string, string>();
  for (const term of looked.terms) {
    if (!term.single || term.typed.length < 4 || (await isKnownWord(db, term.typed))) continue;
    const word = nearestWord(term.typed, await wordsLike(db, term.typed));
    if (word) better.set(term.typed, word);
  }
  return better.size > 0 ? withWords(looked, better) : undefined;
}

async function page(db: Db, asked: Asked, match: Match): Promise<Found> {
  const total = await countMatches(db, match);
  if (total === 0) return nothing;
  const after = asked.after === '' ? undefined : readCursor(asked.after);
  const many = total > exactUpTo;
  const sort = sortOf(asked, match);
  const rows = await findMatches(db, { match, sort, after, limit: asked.limit, many });
  const shown = rows.slice(0, asked.limit);
  const last = rows.length > asked.limit ? shown.at(-1) : undefined;
  return {
    hits: shown.map((row) => row.hit),
    total: Math.min(total, exactUpTo),
    totalIsEstimate: many,
    next: last && { key: last.key, id: last.id, seen: (after?.seen ?? 0) + shown.length },
    forgave: 'nothing',
    correctedTo: undefined,
  };
}

function sortOf(asked: Asked, match: Match): 'best' | 'distance' {
  if (!match.near) return 'best';
  return asked.sort ?? (match.words ? 'best' : 'distance');
}

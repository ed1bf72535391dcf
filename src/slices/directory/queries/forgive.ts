import { type Looked, nearestWords, plain, termTexts } from '../rules/terms.ts';
import type { Found } from '../words.ts';
import { type Look, lookAt, lookOnce, type Searched, wording } from './look.ts';
import type { Match } from './match.ts';
import { type Alike, weighed, wordsAlike } from './vocabulary.ts';

type Synonyms = readonly (readonly string[])[];

/** Where nothing has all the words as they stand: an unfinished one, misspelt ones, and in the end some of them. */
export async function forgive(given: {
  look: Look;
  base: Omit<Match, 'words'>;
  looked: Looked;
  synonyms: Synonyms;
}): Promise<Searched | undefined> {
  const { look, base, looked, synonyms } = given;
  const alike = await wordsAlike(look.db, longWords(looked));
  if (mayBeUnfinished(looked, alike)) {
    const unfinished = await lookOnce(look, { ...base, words: wording(looked, { lastBegins: true }) });
    if (unfinished.found.total > 0) return because('word_endings', unfinished);
  }

  const meant = wordsMeant(alike);
  const mended = meant.size > 0 ? lookAt(look.asked, [...synonyms, ...groupsOf(meant)]) : undefined;
  if (mended) {
    const spelt = await lookOnce(look, { ...base, words: wording(mended, {}) });
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
    const most = await lookOnce(look, { ...base, words: wording(looked, { allButOne: true }) });
    if (most.found.total > 0) return most;
  }
  const words = wording(looked, { anyTerm: true });
  const some = await weighed(look.db, words, termTexts(looked));
  const any = await lookOnce(look, { ...base, words: { ...words, some } });
  return any.found.total > 0 ? any : undefined;
}

function because(forgave: Found['forgave'], before: Searched, correctedTo?: string): Searched {
  return { ...before, found: { ...before.found, forgave, correctedTo } };
}

function longWords({ terms }: Looked): string[] {
  return terms.filter((term) => term.single && term.typed.length >= 4).map((term) => term.typed);
}

/** Only the last word may be, and only where nobody uses it as it stands; to try it costs a look at all that begin so. */
function mayBeUnfinished({ terms }: Looked, unknown: readonly Alike[]): boolean {
  const last = terms.at(-1);
  if (!last?.single) return false;
  const others = unknown.filter(({ typed }) => typed !== last.typed);
  return others.length === 0 && (last.typed.length < 4 || unknown.length > 0);
}

/** For each word that nobody uses, those that were meant by it: two words in one, or words that look or sound alike. */
function wordsMeant(unknown: readonly Alike[]): Map<string, string[]> {
  const meant = new Map<string, string[]>();
  for (const { typed, words, halves } of unknown) {
    const alike = halves.length > 0 ? halves : nearestWords(typed, words);
    if (alike.length > 0) meant.set(typed, [...alike]);
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

import { smallWords } from '../lists/small-words.ts';
import { synonyms } from '../lists/synonyms.ts';
import type { SynonymGroup } from '../words/synonyms.ts';
import { longestPhrase, plain } from './terms.ts';

/** Each is looked for at once, so more would make every search for one of them slow. */
const wordsMax = 12;
const longestWord = 40;

/** What was typed as words and phrases: one on a line, or with commas between. */
export function readSynonyms(typed: string): string[] {
  return [...new Set(typed.split(/[\n,;]/).map(plain))].filter((words) => words !== '');
}

/** Why these cannot mean the same in a search. */
export function whyNotSynonyms(words: readonly string[]): string | undefined {
  if (words.length < 2)
    return 'One alone has nothing to mean the same as. Write at least two, each on a line.';
  if (words.length > wordsMax)
    return `These are ${words.length}. ${wordsMax} are looked for at once, so make two groups of them.`;
  const long = words.find((phrase) => phrase.split(' ').length > longestPhrase);
  if (long) return `“${long}” is longer than ${longestPhrase} words, and nobody types it whole. Shorten it.`;
  const endless = words.find((phrase) => phrase.split(' ').some((word) => word.length > longestWord));
  if (endless) return `“${endless.slice(0, longestWord)}…” is no word that anybody types. Shorten it.`;
  const small = words.find(
    (phrase) => phrase.length < 2 || phrase.split(' ').every((word) => smallWords.has(word)),
  );
  if (small) return `“${small}” is in so many searches that it would mix them up. Write more than that.`;
  return undefined;
}

/** The groups by which a search looks: those of the product that stand, then the network's own. */
export function synonymsInForce(own: readonly SynonymGroup[]): (readonly string[])[] {
  const gone = new Set(own.map(({ insteadOf }) => insteadOf));
  return [
    ...synonyms.filter(([first = '']) => !gone.has(first)),
    ...own.map(({ words }) => words).filter((words) => words.length > 0),
  ];
}

/** A group that comes with the product, by its first word. */
export function builtIn(first: string): readonly string[] | undefined {
  return synonyms.find((group) => group[0] === first);
}

/** Those that nothing stands in place of. */
export function builtInsThatStand(own: readonly SynonymGroup[]): (readonly string[])[] {
  return synonymsInForce(
    own.filter(({ insteadOf }) => insteadOf !== '').map((one) => ({ ...one, words: [] })),
  );
}

export function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word) => other.includes(word));
}

import { smallWords } from '../lists/small-words.ts';

/** One thing that is looked for: the phrases that say it, as words in a row. */
interface Term {
  readonly typed: string;
  readonly phrases: readonly string[][];
  /** A single word without another name; only such a word may be joined, cut short or corrected. */
  readonly single: boolean;
}

export interface Looked {
  readonly plain: string;
  readonly terms: readonly Term[];
  /** Everything that was typed in order, small words included, each with what may stand in its place. */
  readonly spans: readonly (readonly string[])[];
  /** Nothing but small words: they are taken as they stand. */
  readonly onlySmall: boolean;
  /** The same with the place that was read out of it. */
  readonly whole?: Looked | undefined;
}

const wordsMax = 12;
const longestWord = 40;
export const longestPhrase = 5;

/** Words alone, in small letters without marks. Its twin in the database is `directory.plain`. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[\u0300-\u036f\u2019\u02bc'`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What somebody typed as terms to look for. Undefined when there is no word in it. */
export function lookFor(typed: string, synonyms: readonly (readonly string[])[]): Looked | undefined {
  const words = plain(typed)
    .split(' ')
    .slice(0, wordsMax)
    .map((word) => word.slice(0, longestWord));
  if (words.join('') === '') return undefined;

  const groups = synonymsByPhrase(synonyms);
  const onlySmall = words.every((word) => smallWords.has(word));
  const terms: Term[] = [];
  const spans: (readonly string[])[] = [];
  for (let at = 0; at < words.length; ) {
    const { phrase, length } = longestKnown(words, at, groups);
    const others = groups.get(phrase);
    spans.push(others ?? [phrase]);
    if (others) {
      const phrases = shortest(others.map((other) => other.split(' ')));
      terms.push({ typed: phrase, phrases, single: false });
    } else if (onlySmall || !smallWords.has(phrase)) {
      terms.push({ typed: phrase, phrases: [[phrase]], single: true });
    }
    at += length;
  }
  return { plain: words.join(' '), terms: different(terms), spans, onlySmall };
}

/** What has “asylum seeker” in it has “asylum”, so that one is enough to ask for. */
function shortest(phrases: readonly string[][]): string[][] {
  const texts = phrases.map((words) => ` ${words.join(' ')} `);
  return phrases.filter((_, at) => !texts.some((text, other) => other !== at && texts[at]?.includes(text)));
}

/** Each term once: a word that was typed twice, or another name of the one before, asks for nothing more. */
function different(terms: readonly Term[]): Term[] {
  const texts = terms.map(({ phrases }) => JSON.stringify(phrases));
  return terms.filter((_, at) => texts.indexOf(texts[at] ?? '') === at);
}

function synonymsByPhrase(groups: readonly (readonly string[])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const group of groups) {
    for (const phrase of group) found.set(phrase, [...new Set([...(found.get(phrase) ?? []), ...group])]);
  }
  return found;
}

function longestKnown(words: readonly string[], at: number, groups: ReadonlyMap<string, unknown>) {
  for (let length = Math.min(longestPhrase, words.length - at); length > 1; length -= 1) {
    const phrase = words.slice(at, at + length).join(' ');
    if (groups.has(phrase)) return { phrase, length };
  }
  return { phrase: words[at] ?? '', length: 1 };
}

export interface HowStrict {
  /** The last word may be unfinished. */
  readonly lastBegins?: boolean;
  /** Of several terms one may be missing. */
  readonly allButOne?: boolean;
  readonly anyTerm?: boolean;
}

/** The text of a tsquery: all the terms, neighbours also written as one word. Only letters and figures get in. */
export function queryText(looked: Looked, how: HowStrict = {}): string {
  const { terms } = looked;
  if (how.anyTerm) return terms.map((term) => termText(term, how)).join(' | ');
  if (how.allButOne) return terms.map((_, left) => allOf(terms.toSpliced(left, 1), how)).join(' | ');
  return allOf(withNeighbours(terms), how);
}

/** Each term as a query of its own, for what has only some of them. */
export function termTexts(looked: Looked): string[] {
  return looked.terms.map((term) => termText(term, {}));
}

function allOf(terms: readonly Term[], options: HowStrict): string {
  const texts = terms.map((term, index) => {
    const begins = options.lastBegins === true && index === terms.length - 1;
    return termText(term, { ...options, lastBegins: begins });
  });
  return `(${texts.join(' & ')})`;
}

function termText(term: Term, options: HowStrict): string {
  const begins = options.lastBegins === true && term.single && term.typed.length > 2;
  const ending = begins ? ':*' : '';
  return `(${term.phrases.map((words) => words.map((word) => word + ending).join(' <-> ')).join(' | ')})`;
}

/**
 * "lunch club" is also "lunchclub": each of the first three pairs may stand as one word in place of either. Asked term by
 * term, because the index answers all readings one by one in twice the time.
 */
function withNeighbours(terms: readonly Term[]): Term[] {
  const pairs = terms.slice(0, 3).map((first, at) => {
    const second = terms[at + 1];
    return first.single && second?.single ? [[first.typed + second.typed]] : [];
  });
  return terms.map((term, at) => ({
    ...term,
    phrases: [...term.phrases, ...(pairs[at - 1] ?? []), ...(pairs[at] ?? [])],
  }));
}

const variantsMax = 12;

/** The whole of it as a name, in each wording: "foodbank" and "food bank" find the same group by name. */
export function asNames(looked: Looked): string[] {
  let names = [''];
  for (const span of looked.spans) {
    names = names.flatMap((name) => span.map((phrase) => `${name} ${phrase}`.trim())).slice(0, variantsMax);
  }
  return names;
}

/** The lexemes of a name: it alone, in any order of its words, or at the beginning of a longer one. */
export function nameQuery(looked: Looked, how: 'is' | 'holds' | 'begins'): string {
  return asNames(looked)
    .map((name) => {
      if (how === 'holds') return `'=b:${[...new Set(name.split(' '))].sort().join(' ')}'`;
      return how === 'is' ? `'=n:${name}'` : `'=n:${name} ':*`;
    })
    .join(' | ');
}

/** Letters left out, put in, changed or swapped with a neighbour (Damerau 1964, restricted). */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  const table = new Array<number>((a.length + 1) * width).fill(0);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      if (i === 0 || j === 0) {
        table[i * width + j] = i + j;
        continue;
      }
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change];
      if (swapped) ways.push(at(i - 2, j - 2) + 1);
      table[i * width + j] = Math.min(...ways);
    }
  }
  return at(a.length, b.length);
}

/** Slips that are forgiven in a word: one letter off, two in a long word. */
function slipsIn(word: string): number {
  return word.length > 6 ? 2 : 1;
}

/** Sounding alike excuses one slip more, and in a longer word two: “fysio” is “physio”, “filips” is “phillips”. */
function soundExcuses(word: string): number {
  return word.length > 5 ? 2 : 1;
}

const alternativesMax = 4;

/** The words somebody may have meant, the nearest first: those that are off by the fewest letters, of equals a few. */
export function nearestWords(
  typed: string,
  known: readonly { word: string; soundsAlike: boolean }[],
): string[] {
  const near = known
    .map(({ word, soundsAlike }) => ({ word, off: editDistance(typed, word), soundsAlike }))
    .filter(({ off, soundsAlike }) => off <= slipsIn(typed) + (soundsAlike ? soundExcuses(typed) : 0))
    .toSorted((a, b) => a.off - b.off || firstLetter(a.word) - firstLetter(b.word));
  const fewest = near[0]?.off;
  return near
    .filter(({ off }) => off === fewest)
    .map(({ word }) => word)
    .slice(0, alternativesMax);

  /** Hardly anybody gets the first letter wrong. */
  function firstLetter(word: string): number {
    return word[0] === typed[0] ? 0 : 1;
  }
}

/** A word without one of its letters, or without two where that many slips are forgiven; itself, too. */
export function lessLetters(word: string): string[] {
  const once = withoutOne(word);
  const twice = slipsIn(word) > 1 && word.length <= longestToShorten ? once.flatMap(withoutOne) : [];
  return [...new Set([word, ...once, ...twice])];
}

/** Of a longer word there would be more than a hundred ways. */
const longestToShorten = 14;

/** By letters, not by halves of them: some take two places in a text. */
function withoutOne(word: string): string[] {
  const letters = Array.from(word);
  return letters.map((_, at) => letters.toSpliced(at, 1).join(''));
}

/** The two words that one may be made of: "lunchclub" is "lunch club". */
export function halves(word: string): [string, string][] {
  const letters = Array.from(word);
  const cuts = Array.from({ length: Math.max(0, letters.length - 5) }, (_, at) => at + 3);
  return cuts.map((cut) => [letters.slice(0, cut).join(''), letters.slice(cut).join('')]);
}

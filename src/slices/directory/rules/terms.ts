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
}

const wordsMax = 12;
const longestWord = 40;
const longestPhrase = 5;

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
      terms.push({ typed: phrase, phrases: others.map((other) => other.split(' ')), single: false });
    } else if (onlySmall || !smallWords.has(phrase)) {
      terms.push({ typed: phrase, phrases: [[phrase]], single: true });
    }
    at += length;
  }
  return { plain: words.join(' '), terms, spans, onlySmall };
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

/** The text of a tsquery: all the terms, neighbours also written as one word. Only letters and figures get in. */
export function queryText(looked: Looked, options: { lastBegins?: boolean; anyTerm?: boolean } = {}): string {
  const { terms } = looked;
  if (options.anyTerm) return terms.map((term) => termText(term, options)).join(' | ');
  const readings = [terms, ...joinedReadings(terms)];
  return readings.map((reading) => allOf(reading, options)).join(' | ');
}

function allOf(terms: readonly Term[], options: { lastBegins?: boolean }): string {
  const texts = terms.map((term, index) => {
    const begins = options.lastBegins === true && index === terms.length - 1;
    return termText(term, { ...options, lastBegins: begins });
  });
  return `(${texts.join(' & ')})`;
}

function termText(term: Term, options: { lastBegins?: boolean }): string {
  const begins = options.lastBegins === true && term.single && term.typed.length > 2;
  const ending = begins ? ':*' : '';
  return `(${term.phrases.map((words) => words.map((word) => word + ending).join(' <-> ')).join(' | ')})`;
}

/** "lunch club" is also "lunchclub": each pair of neighbours, once, for the first three pairs. */
function joinedReadings(terms: readonly Term[]): Term[][] {
  return terms.slice(0, 3).flatMap((first, index) => {
    const second = terms[index + 1];
    if (!first.single || !second?.single) return [];
    const typed = first.typed + second.typed;
    return [
      [...terms.slice(0, index), { typed, phrases: [[typed]], single: true }, ...terms.slice(index + 2)],
    ];
  });
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

/** The lexemes of a name, and those of names that begin with these words. */
export function nameQuery(looked: Looked, how: 'is' | 'begins'): string {
  const end = how === 'is' ? `'` : ` ':*`;
  return asNames(looked)
    .map((name) => `'=n:${name}${end}`)
    .join(' | ');
}

/** The same words with others in place of misspelt ones. */
export function withWords(looked: Looked, better: ReadonlyMap<string, string>): string {
  return looked.plain
    .split(' ')
    .map((word) => better.get(word) ?? word)
    .join(' ');
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

/** The nearest of some known words: one letter off, two in a long word. The first of equals wins. */
export function nearestWord(typed: string, known: readonly string[]): string | undefined {
  const most = typed.length > 6 ? 2 : 1;
  let best: { word: string; distance: number } | undefined;
  for (const word of known) {
    const distance = editDistance(typed, word);
    if (distance <= most && distance < (best?.distance ?? most + 1)) best = { word, distance };
  }
  return best?.word;
}

import type { Hit } from '../words.ts';
import { farWords, type Labels } from './say.ts';
import { asNames, type Looked, lookFor, plain } from './terms.ts';

/** What was looked for, as far as a result can tell of it. */
export interface Sought {
  readonly looked: Looked | undefined;
  /** Words that nobody typed: the nearest known ones, in place of unknown ones. */
  readonly mended: readonly string[];
}

/** As much as stands on one line of a small phone, beside the figure that says how far it is. */
const lineMax = 34;

export function soughtFor(
  typed: string,
  correctedTo: string | undefined,
  synonyms: Parameters<typeof lookFor>[1],
): Sought {
  const own = plain(typed).split(' ');
  const words = correctedTo === undefined ? [] : plain(correctedTo).split(' ');
  return {
    looked: lookFor(correctedTo ?? typed, synonyms),
    mended: words.filter((word) => !own.includes(word)),
  };
}

/** Why this was found, in the words of the search: from what everybody may read, never from anything else. */
export function whyFound(
  hit: Hit,
  asked: {
    themes: readonly string[];
    people: readonly string[];
    access: readonly string[];
    when: readonly string[];
  },
  { sought, labels }: { sought: Sought; labels: Labels },
): string[] {
  const far = farWords(hit.place);
  const chosen = (codes: readonly string[], own: readonly string[]) =>
    codes.filter((code) => own.includes(code));
  return [
    ...wordsWhy(hit, sought, labels),
    ...(far ? [`${far.figure} ${far.unit} away`] : []),
    ...chosen(asked.themes, hit.themes).map((code) => `About ${small(labels.themes[code] ?? code)}`),
    ...chosen(asked.people, hit.peopleServed).map((code) => `For ${small(labels.people[code] ?? code)}`),
    ...chosen([...asked.access, ...asked.people], hit.access).map((code) => labels.people[code] ?? code),
    ...chosen(asked.when, hit.days).map((code) => `On ${labels.days[code] ?? code}s`),
  ];
}

/** The same as one quiet line under a result; nothing where no words were looked for. */
export function whyLine(hit: Hit, of: { sought: Sought; labels: Labels; places: number }): string {
  const [why] = wordsWhy(hit, of.sought, of.labels);
  if (why === undefined) return '';
  const line = asLine(why);
  const nearest = of.places > 1 ? ` Nearest of ${of.places} places.` : '';
  return line.length + nearest.length <= lineMax ? line + nearest : line;
}

function wordsWhy(hit: Hit, { looked, mended }: Sought, labels: Labels): string[] {
  if (!looked) return [];
  if (asNames(looked).includes(plain(hit.name))) {
    return [
      looked.plain === plain(hit.name) && mended.length === 0
        ? 'Called this'
        : `Another word: “${plain(hit.name)}”`,
    ];
  }
  const inName = saidIn(hit.name, looked);
  if (inName) return [placed('In its name', inName, mended)];
  const other = hit.otherNames.split(' | ').find((name) => name !== '' && saidIn(name, looked));
  if (other !== undefined) return [`Also called ${other}`];
  const inSummary = saidIn(hit.summary, looked);
  if (inSummary) return [placed('Speaks of', inSummary, mended)];
  const theme = hit.themes.find((code) => saidIn(labels.themes[code] ?? '', looked));
  if (theme !== undefined) return [`About ${small(labels.themes[theme] ?? theme)}`];
  const served = hit.peopleServed.find((code) => saidIn(labels.people[code] ?? '', looked));
  if (served !== undefined) return [`For ${small(labels.people[served] ?? served)}`];
  if (saidIn(hit.organisationName, looked)) return [`Run by ${hit.organisationName}`];
  return ['Its page speaks of this'];
}

function placed(where: string, said: Said, mended: readonly string[]): string {
  const other = said.words.split(' ').filter((word) => mended.includes(word));
  if (other.length > 0) return `Spelling mended: “${other.join(' ')}”`;
  return said.isOther ? `Another word: “${said.words}”` : `${where}: “${said.words}”`;
}

interface Said {
  readonly words: string;
  /** Something that means the same stands there, and not what was typed. */
  readonly isOther: boolean;
}

/** Which of the terms stand in a text: as they were typed if they do, else by another word for the same. */
function saidIn(text: string, { terms }: Looked): Said | undefined {
  const words = plain(text).split(' ');
  const typed: string[] = [];
  const others: string[] = [];
  for (const { typed: term, phrases } of terms) {
    const found = [term.split(' '), ...phrases].find((phrase) => standsIn(words, phrase))?.join(' ');
    if (found === term) typed.push(term);
    else if (found !== undefined) others.push(found);
  }
  if (typed.length > 0) return { words: typed.join(' '), isOther: false };
  return others.length > 0 ? { words: others.join(' '), isOther: true } : undefined;
}

function standsIn(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, at) => phrase.every((word, place) => isSame(word, words[at + place] ?? '')));
}

/** Roughly what the stems of the index say: the same word with another ending, or the beginning of a longer one. */
function isSame(word: string, other: string): boolean {
  if (other.startsWith(word)) return true;
  const shorter = Math.min(word.length, other.length);
  if (shorter < 4 || Math.abs(word.length - other.length) > 3) return false;
  const most = Math.max(4, shorter - 2);
  return word.slice(0, most) === other.slice(0, most);
}

/** A sentence; where it is too long, cut between words, with the quotation closed. */
function asLine(why: string): string {
  if (why.length < lineMax) return `${why}.`;
  const room = why.slice(0, lineMax - 3);
  const kept = room.slice(0, Math.max(room.lastIndexOf(' '), 12)).replace(/[\s,:“]+$/, '');
  return `${kept}…${kept.includes('“') ? '”' : ''}`;
}

function small(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

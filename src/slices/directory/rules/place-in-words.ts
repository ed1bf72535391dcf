import { ordinaryTowns } from '../lists/ordinary-towns.ts';
import { smallWords } from '../lists/small-words.ts';
import { plain } from './terms.ts';

/** What somebody typed into one box, taken apart: what they look for, and where. */
export interface Apart {
  readonly q: string;
  readonly near: string;
}

const placesMax = 4;
const before = new Set(['near', 'in', 'around', 'at', 'by']);

/**
 * The ways to read a place out of some words, the likeliest first: after “near” or “in”, a postcode at the end, a name at
 * the end, a name at the beginning. Whoever knows the places takes the first that is one.
 */
export function placesInWords(typed: string): Apart[] {
  const words = plain(typed).split(' ').slice(0, 14);
  return [...afterWord(words), ...postcodeAtEnd(words), ...atEnd(words), ...atStart(words)].filter(({ q }) =>
    q.split(' ').some((word) => word !== '' && !smallWords.has(word)),
  );
}

export function isPostcodeLike(place: string): boolean {
  return /^[a-z]{1,2}\d[a-z\d]?( ?\d[a-z]{2})?$/.test(place);
}

function afterWord(words: readonly string[]): Apart[] {
  const at = words.findLastIndex((word) => before.has(word));
  const place = words.slice(at + 1);
  return at < 1 || place.length === 0 || place.length > placesMax ? [] : [apart(words.slice(0, at), place)];
}

function postcodeAtEnd(words: readonly string[]): Apart[] {
  const ways = [words.slice(-2), words.slice(-1)].filter((place) => isPostcodeLike(place.join(' ')));
  return ways.map((place) => apart(words.slice(0, -place.length), place));
}

function atEnd(words: readonly string[]): Apart[] {
  return named(words.length - 1)
    .map((length) => apart(words.slice(0, -length), words.slice(-length)))
    .filter(isName);
}

function atStart(words: readonly string[]): Apart[] {
  return named(words.length - 1)
    .map((length) => apart(words.slice(length), words.slice(0, length)))
    .filter(isName);
}

/** Longer names first: “Nine Elders Park” before “Park”. */
function named(most: number): number[] {
  return [3, 2, 1].filter((length) => length <= most);
}

function isName({ near }: Apart): boolean {
  return near.length > 2 && !ordinaryTowns.has(near) && !smallWords.has(near);
}

function apart(q: readonly string[], near: readonly string[]): Apart {
  return { q: q.join(' '), near: near.join(' ') };
}

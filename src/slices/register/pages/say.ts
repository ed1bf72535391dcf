import { waysIn } from '../lists/access.ts';
import { wordsFor } from '../lists/keys.ts';
import { type Freshness, type ShownPlace, serviceStatuses } from '../words/records.ts';
import { listed } from './when.ts';

export function wayWords(way: string): string {
  return wordsFor(waysIn, [way]).join('');
}

export function statusWords(status: string): string {
  return wordsFor({ ...serviceStatuses, draft: 'Not live yet' }, [status]).join('');
}

/** `Step-free, wide toilet and near a bus stop`: one sentence, unless a word is written in capitals. */
export function inOneSentence(words: readonly string[]): string {
  return listed(words.map((word, index) => (index === 0 ? word : lowerFirst(word))));
}

export function lowerFirst(words: string): string {
  const isCapitals = /^.[A-Z+]/.test(words);
  return isCapitals ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** What is not fresh is rung before anybody sets out. */
export function ringFirst(freshness: Freshness): boolean {
  return freshness === 'old' || freshness === 'none';
}

export function placeWords(place: ShownPlace | undefined): string {
  if (!place) return 'The address is not shown.';
  if (place.shown === 'area') return 'Only the area is shown, not the address.';
  return [place.venue, place.address, place.postcode].filter(Boolean).join(', ');
}

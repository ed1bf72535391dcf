import { waysIn } from '../lists/access.ts';
import { wordsFor } from '../lists/keys.ts';
import { type ShownPlace, serviceStatuses } from '../words/records.ts';

export function wayWords(way: string): string {
  return wordsFor(waysIn, [way]).join('');
}

export function statusWords(status: string): string {
  return wordsFor(serviceStatuses, [status]).join('');
}

export function placeWords(place: ShownPlace | undefined): string {
  if (!place) return 'The address is not shown.';
  if (place.shown === 'area') return 'Only about where is shown. Ring for the rest.';
  return [place.venue, place.address, place.postcode].filter(Boolean).join(', ');
}

import { dayWords, timeWords, weekdayWords } from '../../../platform/dates.ts';
import { causes } from '../lists/causes.ts';
import { wordsFor } from '../lists/keys.ts';
import type { Session } from '../words/role.ts';

const partsOfDay = ['Morning', 'Afternoon', 'Evening'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `Monday and Tuesday mornings`; days with other parts stand by themselves. */
export function whenWords(slots: readonly string[]): string {
  if (slots.length === weekdays.length * partsOfDay.length) return 'Any time';
  const byParts = new Map<string, string[]>();
  for (const day of weekdays) {
    const parts = partsOfDay.filter((part) => slots.includes(`${day}${part}`)).join(' ');
    if (parts !== '') byParts.set(parts, [...(byParts.get(parts) ?? []), day]);
  }
  return [...byParts]
    .map(([parts, on]) => {
      const many = on.length > 1 ? 's' : '';
      return `${joined(shortened(on))} ${joined(parts.split(' ').map((part) => part.toLowerCase() + many))}`;
    })
    .join('; ');
}

function shortened(on: readonly string[]): readonly string[] {
  if (on.length === weekdays.length) return ['All'];
  return on.length === 5 && on.every((day, index) => day === weekdays[index]) ? ['Weekday'] : on;
}

export function joined(words: readonly string[]): string {
  const [last, ...before] = [...words].reverse();
  if (last === undefined) return '';
  return before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`;
}

/** `Saturday 5 December, 9.30 to 2`, with the year when it is not this one. */
export function sessionWords({ onDay, begins, ends }: Session, now: Date): string {
  const noon = new Date(`${onDay}T12:00:00Z`);
  const year = /\d{4}$/.exec(dayWords(noon, now));
  return `${weekdayWords(noon)}${year ? ` ${year[0]}` : ''}, ${timeWords(begins)} to ${timeWords(ends)}`;
}

export function dayOfWords(day: string, now: Date): string {
  return dayWords(new Date(`${day}T12:00:00Z`), now);
}

export function causeWords(codes: readonly string[]): string {
  return inOneSentence(wordsFor(causes, codes));
}

/** `Near a bus or train, step-free and expenses are paid`: unless a word is written in capitals. */
export function inOneSentence(words: readonly string[]): string {
  return joined(words.map((one, index) => (index === 0 ? one : lowerFirst(one))));
}

function lowerFirst(words: string): string {
  return /^.[A-Z+]/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

const metresInMile = 1609.344;

/** How far it is, in miles; of a place whose address is not shown only about. */
export function farWords(distanceM: number | null, precise: boolean | null) {
  if (distanceM === null) return undefined;
  const miles = distanceM / metresInMile;
  if (precise === false) return { figure: `~${Math.max(1, Math.ceil(miles))}`, unit: 'miles' };
  const figure = miles < 10 ? Math.max(0.1, Math.ceil(miles * 10) / 10).toFixed(1) : String(Math.ceil(miles));
  return { figure, unit: figure === '1.0' ? 'mile' : 'miles' };
}

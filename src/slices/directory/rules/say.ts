import { dayCodes, type HitPlace } from '../words.ts';

const metresInMile = 1609.344;

/** "0.3" and "miles"; where only the kilometre is known, whole miles and "at most". */
export function farWords(
  place: Pick<HitPlace, 'distanceM' | 'isBand'> | undefined,
): { figure: string; unit: string } | undefined {
  if (place?.distanceM === undefined) return undefined;
  const miles = place.distanceM / metresInMile;
  if (place.isBand) {
    const most = Math.ceil(miles);
    return { figure: String(most), unit: most === 1 ? 'mile or less' : 'miles or less' };
  }
  const figure = (Math.round(miles * 10) / 10).toFixed(1);
  return { figure, unit: figure === '1.0' ? 'mile' : 'miles' };
}

export function milesOf(km: number): string {
  const miles = Math.round(((km * 1000) / metresInMile) * 10) / 10;
  return `${miles} ${miles === 1 ? 'mile' : 'miles'}`;
}

/** "Tuesdays", "Mon, Wed, Fri", "Monday to Friday". */
export function daysWords(days: readonly string[], names: Readonly<Record<string, string>>): string {
  const known = dayCodes.filter((code) => days.includes(code));
  const [only] = known;
  if (only === undefined) return '';
  if (known.length === 1) return `${names[only] ?? only}s`;
  if (known.length === 7) return 'Every day';
  const weekend = known.includes('SA') || known.includes('SU');
  if (known.length === 5 && !weekend) return `${names.MO} to ${names.FR}`;
  if (known.length === 2 && known.every((code) => code === 'SA' || code === 'SU')) return 'Weekends';
  return known.map((code) => (names[code] ?? code).slice(0, 3)).join(', ');
}

export interface Labels {
  readonly themes: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<string, string>>;
  readonly days: Readonly<Record<string, string>>;
}

/** What a map cannot show is said under it. */
export function nowhereWords(nowhere: number, listHasAll: boolean): string {
  if (nowhere === 0) return '';
  const them = nowhere === 1 ? 'it' : 'them';
  const have = nowhere === 1 ? '1 has' : `${nowhere.toLocaleString('en-GB')} have`;
  if (listHasAll) return `${have} no place on a map; the list has ${them}.`;
  return `${have} no place on a map. Choose what, or for whom, and the list shows ${them}, too.`;
}

/** The search as a heading: "Food near AV3 4QT". */
export function searchTitle(q: string, place: string | undefined): string {
  const words = shownWords(q);
  const named = words === '' ? '' : words.charAt(0).toUpperCase() + words.slice(1);
  if (place === undefined) return named === '' ? 'Find help and company' : named;
  return named === '' ? `Close to ${place}` : `${named} near ${place}`;
}

/** What somebody typed, fit to stand in a sentence: printable, on one line, with printers’ quotation marks. */
export function shownWords(typed: string, max = 80): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{C}·]+/gu, ' ')
    .replaceAll("'", '’')
    .replaceAll('"', '”')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, max)
    .toWellFormed();
}

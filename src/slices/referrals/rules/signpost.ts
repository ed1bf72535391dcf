import { dayOf } from '../../../platform/dates.ts';

/** The list with one of it a place earlier; the first stays where it is. */
export function earlier(ids: readonly string[], id: string): string[] {
  const at = ids.indexOf(id);
  if (at < 1) return [...ids];
  return ids.map((one, index) => (index === at - 1 ? id : index === at ? (ids[at - 1] ?? one) : one));
}

export function without(ids: readonly string[], id: string): string[] {
  return ids.filter((one) => one !== id);
}

/** The first day of the quarter of the year, as `2026-10-01`. */
export function quarterBegan(now: Date): string {
  const [year = '', month = ''] = dayOf(now).split('-');
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1;
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

/** To the last one, for those who hold the record. */
export function timesWords(times: number): string {
  return `Signposted ${times === 1 ? 'once' : `${times} times`} this quarter`;
}

/** For others, so that asking twice and subtracting tells nothing of one person: 1 to 7 as one, the rest in fives. */
export function roundTimesWords(times: number): string {
  const round = times <= 7 ? '1–7' : `about ${Math.round(times / 5) * 5}`;
  return `Signposted ${round} times this quarter`;
}

import { addDays, dayOf, londonTime } from '../../src/platform/dates.ts';

/** A day so many days from the one on which the test runs, as a browser goes by it. */
export function dayIn(days: number): string {
  return dayOf(addDays(new Date(), days));
}

/** The Saturday before the next change of the clocks, and what hour noon is by Greenwich on it and a week later. */
export function saturdayBeforeTheChange(): { day: string; noons: [number, number] } {
  for (let ahead = 2; ahead < 300; ahead += 1) {
    const [day, next] = [dayIn(ahead), dayIn(ahead + 1)];
    const [noon, after] = [londonTime(day, 12).getUTCHours(), londonTime(next, 12).getUTCHours()];
    if (noon !== after) return { day, noons: [noon, after] };
  }
  throw new Error('The clocks change twice a year.');
}

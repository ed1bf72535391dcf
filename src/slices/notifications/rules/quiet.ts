import { hourOf, nextAt } from '../../../platform/dates.ts';

/** For how long a letter waits, because people sleep: no time at all, or until the quiet hours end. */
export function quietMs(now: Date, { from, until }: { from: number; until: number }): number {
  const hour = hourOf(now);
  const isQuiet = from <= until ? hour >= from && hour < until : hour >= from || hour < until;
  return isQuiet ? nextAt(now, until).getTime() - now.getTime() : 0;
}

import { addDays, dayOf, londonTime } from '../../../platform/dates.ts';
import type { How } from '../words.ts';

/** When post is read. */
const hour = 7;

/** When somebody is to hear of what happened at `at`: then, the next morning, or the next Monday morning. */
export function dueAt(how: How, at: Date): Date {
  if (how === 'at_once') return at;
  for (let days = 0; days < 9; days += 1) {
    const day = dayOf(addDays(at, days));
    const morning = londonTime(day, hour);
    const isTheDay = how === 'daily' || new Date(`${day}T12:00:00Z`).getUTCDay() === 1;
    if (isTheDay && morning > at) return morning;
  }
  throw new Error('There is a Monday in every week.');
}

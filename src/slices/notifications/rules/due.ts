import { nextAt } from '../../../platform/dates.ts';
import type { How } from '../words.ts';

/** Late enough to hold what happened during the day, and early enough to be read on it (R136). */
const afternoon = 16;
const morning = 7;

/** When somebody is to hear of what happened at `at`: then, the next afternoon, or the next morning of their weekday. */
export function dueAt({ how, weekday }: { how: How; weekday: number }, at: Date): Date {
  if (how === 'at_once') return at;
  return how === 'daily' ? nextAt(at, afternoon) : nextAt(at, morning, weekday);
}

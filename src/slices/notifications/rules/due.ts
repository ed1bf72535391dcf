import { nextMorning } from '../../../platform/dates.ts';
import type { How } from '../words.ts';

/** When somebody is to hear of what happened at `at`: then, the next morning, or the next Monday morning. */
export function dueAt(how: How, at: Date): Date {
  return how === 'at_once' ? at : nextMorning(at, how === 'weekly');
}

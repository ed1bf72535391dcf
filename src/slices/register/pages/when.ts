import { timeWords } from '../../../platform/dates.ts';
import { days } from '../lists/days.ts';
import { wordsFor } from '../lists/keys.ts';
import type { Schedule } from '../words/records.ts';

/** `Tuesday and Friday, 11.30 to 2`. */
export function whenWords(schedule: Schedule): string {
  const on = listed(wordsFor(days, schedule.days));
  return [on, hoursWords(schedule)].filter(Boolean).join(', ') || schedule.note;
}

export function hoursWords(schedule: Pick<Schedule, 'opens' | 'closes'>): string {
  if (!schedule.opens) return '';
  return schedule.closes
    ? `${timeWords(schedule.opens)} to ${timeWords(schedule.closes)}`
    : `from ${timeWords(schedule.opens)}`;
}

export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

const order = Object.keys(days);

/** One row for each day and time, in the order of the week. */
export function weekRows(schedules: readonly (Schedule & { what: string })[]) {
  return schedules
    .flatMap((schedule) => schedule.days.map((day) => ({ day, schedule })))
    .sort(
      (a, b) =>
        order.indexOf(a.day) - order.indexOf(b.day) ||
        (a.schedule.opens ?? '').localeCompare(b.schedule.opens ?? ''),
    );
}

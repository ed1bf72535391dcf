import { timeWords } from '../../../platform/dates.ts';
import { days } from '../lists/days.ts';
import { wordsFor } from '../lists/keys.ts';
import type { Schedule } from '../words/records.ts';

const order = Object.keys(days);
const workingDays = order.slice(0, 5).join();

/** `Tuesday and Friday, 11.30 to 2`. */
export function whenWords(schedule: Schedule): string {
  return [onDays(schedule.days), hoursWords(schedule)].filter(Boolean).join(', ') || schedule.note;
}

function onDays(codes: readonly string[]): string {
  if (codes.length === order.length) return 'Every day';
  return codes.join() === workingDays ? 'Monday to Friday' : listed(wordsFor(days, codes));
}

export function hoursWords({ opens, closes }: Pick<Schedule, 'opens' | 'closes'>): string {
  if (!opens) return '';
  if (!closes) return `from ${hourWords(opens)}`;
  const [from, to] = [hourWords(opens), hourWords(closes)];
  return from === 'midnight' && to === 'midnight' ? 'day and night' : `${from} to ${to}`;
}

/** The last minute of a day is what a form has for its end. */
function hourWords(time: string): string {
  return ['00:00', '23:59'].includes(time) ? 'midnight' : timeWords(time);
}

export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** In the order of the week, then of the day. */
export function inOrder<Row extends Schedule>(schedules: readonly Row[]): Row[] {
  return schedules.toSorted((a, b) => place(a) - place(b) || (a.opens ?? '').localeCompare(b.opens ?? ''));
}

function place({ days: [first = ''] }: Schedule): number {
  return order.indexOf(first);
}

/** One row for each day and time, and one for what is the same every day or every working day. */
export function weekRows(schedules: readonly (Schedule & { what: string })[]) {
  const rows = schedules.flatMap((schedule) =>
    schedule.days.length > 4 ? [schedule] : schedule.days.map((day) => ({ ...schedule, days: [day] })),
  );
  return inOrder(rows).map((schedule) => ({ on: onDays(schedule.days), schedule }));
}

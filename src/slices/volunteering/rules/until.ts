import { addDays, addMonths, dayOf } from '../../../platform/dates.ts';

/** Nobody is sent to what nobody has thought of for so long. */
const monthsShown = 6;
const monthsAtMost = 12;
/** How long before its last day the group is told. */
export const daysWarned = 14;

/** The last day on which it is shown: the one that was given, the last of its own days, or half a year from now. */
export function lastDay(
  given: string | null,
  sessions: readonly string[],
  regular: boolean,
  now: Date,
): string {
  const last = sessions.toSorted().at(-1);
  if (given !== null) return given;
  return last !== undefined && !regular ? last : dayOf(addMonths(now, monthsShown));
}

export function whyNotUntil(day: string, now: Date): string | undefined {
  if (day < dayOf(now)) return 'That day is over. Choose a later one, or leave it out.';
  const latest = dayOf(addMonths(now, monthsAtMost));
  return day > latest ? 'A year at most: then you are asked whether it is still right.' : undefined;
}

export function whyNotSession(day: string, now: Date): string | undefined {
  return day < dayOf(now) ? 'That day is over. Choose today or a later one.' : undefined;
}

/** The same weekday in so many weeks; noon, so that a change of the clocks moves no day. */
export function eachWeek(first: string, weeks: number): string[] {
  const noon = new Date(`${first}T12:00:00Z`);
  return Array.from({ length: weeks }, (_, week) => dayOf(addDays(noon, week * 7)));
}

import { addDays, dayOf, hourOf, londonTime } from '../../../platform/dates.ts';
import type { BankHolidays } from '../words/network.ts';

const opens = 9;
const closes = 17;

/** Monday to Friday, but no bank holiday. `day` as `2026-11-24`. */
export function isWorkingDay(day: string, holidays: BankHolidays): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/**
 * When a promise of so many working days is over: the close of the last of them, in London. What arrives after five,
 * or on a day off, counts as arriving the next working morning.
 */
export function dueAfterWorkingDays(from: Date, days: number, holidays: BankHolidays): Date {
  let day = dayOf(from);
  if (isWorkingDay(day, holidays) && hourOf(from) >= closes) day = dayAfter(day);
  while (!isWorkingDay(day, holidays)) day = dayAfter(day);

  for (let left = days; left > 0; left -= 1) {
    day = dayAfter(day);
    while (!isWorkingDay(day, holidays)) day = dayAfter(day);
  }
  return londonTime(day, closes);
}

/** When a promise of so many working hours is over: they run from nine to five on working days, and stand still else. */
function dueAfterWorkingHours(from: Date, hours: number, holidays: BankHolidays): Date {
  let day = dayOf(from);
  let start = Math.max(opens, hourOf(from));
  for (let left = hours; ; start = opens) {
    const room = isWorkingDay(day, holidays) ? Math.max(0, closes - start) : 0;
    if (room > 0 && left <= room) return wallTime(day, start + left);
    left -= room;
    day = dayAfter(day);
  }
}

/** To the minute: hours with a fraction are never quite what they say. */
function wallTime(day: string, hours: number): Date {
  const minutes = Math.round(hours * 60);
  const wholeHour = londonTime(day, Math.floor(minutes / 60));
  return new Date(wholeHour.getTime() + (minutes % 60) * 60_000);
}

/** The end of a stretch of working time that begins now. */
export function dueAfter(
  from: Date,
  span: { readonly days: number } | { readonly hours: number },
  holidays: BankHolidays,
): Date {
  return 'hours' in span
    ? dueAfterWorkingHours(from, span.hours, holidays)
    : dueAfterWorkingDays(from, span.days, holidays);
}

/** Working hours between two moments; less than nothing counts as nothing. */
export function workingHoursBetween(from: Date, to: Date, holidays: BankHolidays): number {
  let hours = 0;
  let day = dayOf(from);
  const last = dayOf(to);
  while (day <= last) {
    if (isWorkingDay(day, holidays)) {
      const start = day === dayOf(from) ? Math.max(opens, hourOf(from)) : opens;
      const end = day === last ? Math.min(closes, hourOf(to)) : closes;
      hours += Math.max(0, end - start);
    }
    day = dayAfter(day);
  }
  return hours;
}

/** How many quarters of the time have run: 0 not begun, 4 over. For the moon beside a clock. */
export function quarterOf(options: {
  from: Date;
  due: Date;
  now: Date;
  holidays: BankHolidays;
}): 0 | 1 | 2 | 3 | 4 {
  const { from, due, now, holidays } = options;
  if (now >= due) return 4;
  const all = workingHoursBetween(from, due, holidays);
  const gone = workingHoursBetween(from, now, holidays);
  const quarter = all === 0 ? 3 : Math.floor((gone / all) * 4);
  return quarter <= 0 ? 0 : quarter === 1 ? 1 : quarter === 2 ? 2 : 3;
}

function dayAfter(day: string): string {
  return addDays(new Date(`${day}T12:00:00Z`), 1)
    .toISOString()
    .slice(0, 10);
}

import { addDays, dayOf, londonTime } from '../../platform/dates.ts';
import { type BankHolidays, isWorkingDay } from '../../slices/network/door.ts';

const minute = 60_000;
/** Of a working day, as the promises count. */
const closes = 17;

/** So many days back, at a given hour in London, but never in the future. */
export function daysBack(now: Date, days: number, hour: number): Date {
  return beforeNow(now, londonTime(dayOf(addDays(now, -days)), hour));
}

/**
 * So many working days before the one whose close comes next, at a quarter past ten: what was promised within three
 * days is due at that close when it came three days back, and late when it came four.
 */
export function workingDaysBack(now: Date, days: number, holidays: BankHolidays): Date {
  let at = now;
  while (!isWorkingDay(dayOf(at), holidays) || now >= londonTime(dayOf(at), closes)) at = addDays(at, 1);
  for (let left = days; left > 0; ) {
    at = addDays(at, -1);
    if (isWorkingDay(dayOf(at), holidays)) left -= 1;
  }
  return beforeNow(now, londonTime(dayOf(at), 10.25));
}

export function beforeNow(now: Date, at: Date): Date {
  const latest = new Date(now.getTime() - 10 * minute);
  return at < latest ? at : latest;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, hourOf } from '../../../platform/dates.ts';
import { holidaysOf } from './bank-holidays.ts';
import { dueAfter, dueAfterWorkingDays, isWorkingDay, workingHoursBetween } from './working-days.ts';

const holidays = new Set(
  [2026, 2027].flatMap((year) => holidaysOf('england-and-wales', year).map(({ day }) => day)),
);

/** Any minute of two years, with both changes of the clocks. */
const anyMinute = fc
  .integer({ min: 0, max: 600 * 1440 })
  .map((minutes) => new Date(Date.parse('2026-01-01T00:00:00Z') + minutes * 60_000));

test('R35 a promise of days ends at the close of a working day, never on a weekend or a bank holiday', () => {
  fc.assert(
    fc.property(anyMinute, fc.integer({ min: 0, max: 12 }), (from, days) => {
      const due = dueAfterWorkingDays(from, days, holidays);
      const between = workingDaysAfter(from, due);
      const late = isWorkingDay(dayOf(from), holidays) && hourOf(from) >= 17;
      const arrived = late || !isWorkingDay(dayOf(from), holidays) ? 1 : 0;
      return (
        hourOf(due) === 17 && isWorkingDay(dayOf(due), holidays) && between === days + arrived && due > from
      );
    }),
  );
});

test('R35 a promise of hours runs from nine to five on working days, and stands still else', () => {
  fc.assert(
    fc.property(anyMinute, fc.integer({ min: 1, max: 40 }), (from, hours) => {
      const due = dueAfter(from, { hours }, holidays);
      const ran = workingHoursBetween(from, due, holidays);
      return Math.abs(ran - hours) < 0.001 && isWorkingDay(dayOf(due), holidays) && due > from;
    }),
  );
});

test('four hours from Friday afternoon end on Monday, and over Easter on Tuesday', () => {
  expect(dueAfter(new Date('2026-11-27T15:00:00Z'), { hours: 4 }, holidays)).toEqual(
    new Date('2026-11-30T11:00:00Z'),
  );
  expect(dueAfter(new Date('2026-04-02T15:30:00Z'), { hours: 2 }, holidays)).toEqual(
    new Date('2026-04-07T09:30:00Z'),
  );
});

function workingDaysAfter(from: Date, to: Date): number {
  let count = 0;
  let noon = addDays(new Date(`${dayOf(from)}T12:00:00Z`), 1);
  while (dayOf(noon) <= dayOf(to)) {
    if (isWorkingDay(dayOf(noon), holidays)) count += 1;
    noon = addDays(noon, 1);
  }
  return count;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hourOf } from '../../../platform/dates.ts';
import { quietMs } from './quiet.ts';

const night = { from: 21, until: 7 };
const hour = 3_600_000;

test('a letter of the night waits until the morning, and one of the day does not', () => {
  expect(quietMs(new Date('2026-11-24T22:30:00Z'), night)).toBe(8.5 * hour);
  expect(quietMs(new Date('2026-11-25T06:59:00Z'), night)).toBe(60_000);
  expect(quietMs(new Date('2026-11-25T07:00:00Z'), night)).toBe(0);
  expect(quietMs(new Date('2026-11-25T20:59:00Z'), night)).toBe(0);
  // The night in which the clocks go forward is an hour shorter.
  expect(quietMs(new Date('2026-03-28T21:00:00Z'), night)).toBe(9 * hour);
});

test('the same hour twice means never', () => {
  expect(quietMs(new Date('2026-11-24T03:00:00Z'), { from: 3, until: 3 })).toBe(0);
});

test('what waits goes out when the quiet hours end, whenever they are', () => {
  const times = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  const hours = fc.integer({ min: 0, max: 23 });
  fc.assert(
    fc.property(times, hours, hours, (at, from, until) => {
      const waits = quietMs(at, { from, until });
      if (waits === 0) return true;
      const out = new Date(at.getTime() + waits);
      // An hour that the spring leaves out is the one after.
      return waits <= 25 * hour && (hourOf(out) === until || hourOf(out) === until + 1);
    }),
  );
});

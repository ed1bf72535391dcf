import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAt } from './due.ts';

test('news come at once, the next morning or the next Monday, at seven by the clock on the wall', () => {
  const friday = new Date('2026-03-27T10:00:00Z');

  expect(dueAt('at_once', friday)).toEqual(friday);
  expect(dueAt('daily', friday)).toEqual(new Date('2026-03-28T07:00:00Z'));
  // The clocks went forward on the Sunday.
  expect(dueAt('weekly', friday)).toEqual(new Date('2026-03-30T06:00:00Z'));
  expect(dueAt('daily', new Date('2026-03-27T06:59:00Z'))).toEqual(new Date('2026-03-27T07:00:00Z'));
});

test('late in the evening before the clocks change the next morning is the next one', () => {
  expect(dueAt('daily', new Date('2026-03-28T23:30:00Z'))).toEqual(new Date('2026-03-29T06:00:00Z'));
  expect(dueAt('daily', new Date('2026-10-24T22:30:00Z'))).toEqual(new Date('2026-10-25T07:00:00Z'));
});

test('no news wait longer than they may, whenever they happen', () => {
  const times = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(times, fc.constantFrom('daily' as const, 'weekly' as const), (at, how) => {
      const hours = (dueAt(how, at).getTime() - at.getTime()) / 3_600_000;
      return hours > 0 && hours <= (how === 'daily' ? 25 : 7 * 24 + 1);
    }),
  );
});

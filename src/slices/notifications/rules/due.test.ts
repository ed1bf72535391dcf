import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAt } from './due.ts';

const daily = { how: 'daily' as const, weekday: 1 };
const weekly = (weekday: number) => ({ how: 'weekly' as const, weekday });

test('R136 news come at once, at four the same day, or at seven on the weekday one chose', () => {
  const friday = new Date('2026-03-27T10:00:00Z');

  expect(dueAt({ how: 'at_once', weekday: 1 }, friday)).toEqual(friday);
  expect(dueAt(daily, friday)).toEqual(new Date('2026-03-27T16:00:00Z'));
  expect(dueAt(daily, new Date('2026-03-27T16:00:00Z'))).toEqual(new Date('2026-03-28T16:00:00Z'));
  // The clocks went forward on the Sunday.
  expect(dueAt(weekly(1), friday)).toEqual(new Date('2026-03-30T06:00:00Z'));
  expect(dueAt(weekly(7), friday)).toEqual(new Date('2026-03-29T06:00:00Z'));
  expect(dueAt(weekly(5), friday)).toEqual(new Date('2026-04-03T06:00:00Z'));
});

test('late in the evening before the clocks change the next day is the next one', () => {
  expect(dueAt(daily, new Date('2026-03-28T23:30:00Z'))).toEqual(new Date('2026-03-29T15:00:00Z'));
  expect(dueAt(daily, new Date('2026-10-24T22:30:00Z'))).toEqual(new Date('2026-10-25T16:00:00Z'));
});

test('no news wait longer than they may, whenever they happen', () => {
  const times = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  const how = fc.constantFrom('daily' as const, 'weekly' as const);
  fc.assert(
    fc.property(times, how, fc.integer({ min: 1, max: 7 }), (at, how, weekday) => {
      const hours = (dueAt({ how, weekday }, at).getTime() - at.getTime()) / 3_600_000;
      return hours > 0 && hours <= (how === 'daily' ? 25 : 7 * 24 + 1);
    }),
  );
});

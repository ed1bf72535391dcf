import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, hourOf } from '../../../platform/dates.ts';
import { unset } from '../words/ten-minutes.ts';
import { mayAsk, mondayOf, nextLetterAt, weekList } from './ten-minutes.ts';

const monday = '2026-11-23';
const item = (key: string) => ({ key, kind: '', title: key, text: '', url: '', action: '', minutes: 2 });
const many = Array.from({ length: 12 }, (_, index) => item(`reply:${index}`));

/** Any minute of two years, with both changes of the clocks. */
const anyMinute = fc
  .integer({ min: 0, max: 700 * 1440 })
  .map((minutes) => new Date(Date.parse('2026-01-01T00:00:00Z') + minutes * 60_000));

test('R137 a list has seven things at most, and says about how many minutes they take', () => {
  const list = weekList(unset, many, monday);

  expect(list).toMatchObject({ state: 'open', gone: 0, minutes: 14 });
  expect(list.items.map(({ key }) => key)).toEqual(many.slice(0, 7).map(({ key }) => key));
});

test('R137 a list that was taken ends: what is seen to leaves it, and nothing comes onto it', () => {
  const taken = { ...unset, week: monday, items: many.slice(0, 3).map(({ key }) => key) };

  expect(weekList(taken, many, monday)).toMatchObject({ state: 'taken', gone: 0 });
  expect(weekList(taken, many.slice(2), monday)).toMatchObject({ state: 'taken', gone: 2, minutes: 2 });
  expect(weekList(taken, many.slice(3), monday)).toMatchObject({ state: 'done', gone: 3, items: [] });
  expect(weekList(taken, many.slice(3), '2026-11-30')).toMatchObject({ state: 'open', gone: 0 });
});

test('R137 nobody is asked twice in a week, nor whoever is through, paused or has nothing', () => {
  const asks = (setting: object, found = many) => {
    const one = { ...unset, ...setting };
    return mayAsk(one, weekList(one, found, monday), monday);
  };

  expect(asks({})).toBe(true);
  expect(asks({ askedWeek: '2026-11-16' })).toBe(true);
  expect(asks({ askedWeek: monday })).toBe(false);
  expect(asks({ doneWeek: monday })).toBe(false);
  expect(asks({ paused: true })).toBe(false);
  expect(asks({}, [])).toBe(false);
});

test('R137 the next letter goes on the chosen day at seven, within a week, and a week begins on a Monday', () => {
  fc.assert(
    fc.property(anyMinute, fc.integer({ min: 1, max: 5 }), (now, weekday) => {
      const at = nextLetterAt(weekday, now);
      const noon = new Date(`${dayOf(at)}T12:00:00Z`);
      const hours = (at.getTime() - now.getTime()) / 3_600_000;
      const begins = new Date(`${mondayOf(now)}T12:00:00Z`);
      return (
        noon.getUTCDay() === weekday &&
        hourOf(at) === 7 &&
        hours > 0 &&
        hours <= 169 &&
        begins.getUTCDay() === 1 &&
        mondayOf(now) <= dayOf(now)
      );
    }),
  );
});

import { expect, test } from 'vitest';
import { inOrder, weekRows, whenWords } from './when.ts';

const schedule = (days: readonly string[], opens: string | null, closes: string | null) => ({
  ...{ serviceId: 's', days: [...days], opens, closes, note: '', what: 'Lunch' },
});
const week = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

test('days and hours are said as one would say them', () => {
  expect(whenWords(schedule(['TU', 'FR'], '11:30', '14:00'))).toBe('Tuesday and Friday, 11.30 to 2');
  expect(whenWords(schedule(week.slice(0, 5), '09:30', '15:00'))).toBe('Monday to Friday, 9.30 to 3');
  expect(whenWords(schedule(week, '00:00', '23:59'))).toBe('Every day, day and night');
  expect(whenWords(schedule(['SA'], '18:00', '23:59'))).toBe('Saturday, 6 to midnight');
  expect(whenWords(schedule(['SA'], '18:00', null))).toBe('Saturday, from 6');
});

test('a week is read from Monday on, whatever order it was written in', () => {
  const friday = schedule(['FR'], '11:30', '14:00');
  const tuesday = schedule(['TU'], '11:30', '14:00');

  expect(inOrder([friday, tuesday])).toEqual([tuesday, friday]);
  expect(
    weekRows([schedule(['TU', 'FR'], '10:00', null), tuesday, schedule(week, '09:00', null)]),
  ).toMatchObject([
    { on: 'Every day' },
    { on: 'Tuesday', schedule: { opens: '10:00' } },
    { on: 'Tuesday' },
    { on: 'Friday' },
  ]);
});

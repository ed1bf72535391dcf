import { expect, test } from 'vitest';
import { holidaysOf } from './bank-holidays.ts';

/** Published dates, written down by year: two common ones, and the years in which most days move. */
const published = {
  'england-and-wales': {
    2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
    2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  },
  scotland: {
    2021: '01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28',
    2024: '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26',
    2026: '01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28',
  },
  'northern-ireland': {
    2024: '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26',
    2026: '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
  },
} as const;

for (const nation of ['england-and-wales', 'scotland', 'northern-ireland'] as const) {
  test(`the bank holidays of ${nation} are those that were published`, () => {
    const worked = Object.keys(published[nation]).map((year) => [
      year,
      holidaysOf(nation, Number(year))
        .map(({ day }) => day.slice(5))
        .join(' '),
    ]);

    expect(Object.fromEntries(worked)).toEqual(published[nation]);
  });
}

test('no bank holiday of fifty years falls on a weekend, and none on another', () => {
  const years = Array.from({ length: 50 }, (_, index) => 2025 + index);
  const days = years.flatMap((year) => holidaysOf('scotland', year).map(({ day }) => day));

  expect(new Set(days).size).toBe(days.length);
  expect(days.filter((day) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()))).toEqual([]);
});

import { expect, test } from 'vitest';
import { readAges } from './ages.ts';
import { guessColumns } from './headings.ts';
import { serviceHeadings } from './service-headings.ts';
import { readService, timesIn } from './service-row.ts';

function read(row: Record<string, string>) {
  const headings = Object.keys(row);
  const { columns } = guessColumns(headings, serviceHeadings);
  return readService(Object.values(row), { columns, headings, postcodeOf: () => undefined });
}

test('a service of a directory is read with whom it is for', () => {
  const row = read({
    id: 's1',
    organisation_id: 'o1',
    name: 'Scouts',
    status: 'active',
    is_free: 'No',
    fees_text: '£7.50 a year',
    'critera_-_age_group': '6 years - 14 years',
    'criteria_-_gender': 'Anyone',
    referral_method: 'None',
  });

  expect(row).toMatchObject({
    row: {
      sourceId: 's1',
      organisationId: 'o1',
      values: {
        name: 'Scouts',
        status: 'open',
        age_from: 6,
        age_to: 14,
        cost_words: '£7.50 a year',
        for_whom: 'Age group: 6 years - 14 years. Gender: Anyone',
      },
    },
  });
});

test('a status that nobody knows is said', () => {
  expect(read({ name: 'Scouts', status: 'perhaps' })).toMatchObject({
    reason: expect.stringContaining('perhaps'),
  });
});

test('ages are read as directories write them', () => {
  const written = ['11+', '13-25', 'From 5 years upwards', 'under 5', '18 months', ''];

  expect(written.map((text) => readAges([text]))).toEqual([
    { age_from: 11 },
    { age_from: 13, age_to: 25 },
    { age_from: 5 },
    { age_to: 5 },
    {},
    {},
  ]);
});

test('opening times in prose stay prose and give their days', () => {
  expect(timesIn('Wednesday 10am - 4pm')).toEqual({
    days: ['WE'],
    opens: null,
    closes: null,
    note: 'Wednesday 10am - 4pm',
  });
  expect(timesIn('Mon - Fri 9 to 5, and Sundays').days).toEqual(['MO', 'TU', 'WE', 'TH', 'FR', 'SU']);
});

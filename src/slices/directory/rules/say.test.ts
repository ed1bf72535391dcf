import { expect, test } from 'vitest';
import type { Hit } from '../words.ts';
import { daysWords, farWords, searchTitle, shownWords, whyFound } from './say.ts';

const days = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const place = { isBand: false, x: 0, y: 0, lat: 51, lon: 0, words: '', areaId: null };
const hit: Hit = {
  ...{
    id: '1',
    kind: 'service',
    organisationId: '2',
    name: 'Tuesday lunch club',
    organisationName: 'Tansy Trust',
  },
  ...{
    organisationKind: 'group',
    otherNames: 'Table Talk',
    summary: 'Company and a hot meal.',
    themes: ['food'],
  },
  ...{
    peopleServed: ['older'],
    access: ['step_free'],
    days: ['TU'],
    times: [],
    status: 'open',
    wayIn: 'ring',
  },
  ...{
    costPence: null,
    costWords: '',
    freshness: 'ok',
    checkedAt: null,
    place: { ...place, distanceM: 640 },
  },
};

test('distances are miles with one decimal', () => {
  expect(farWords({ ...place, distanceM: 480 })).toEqual({ figure: '0.3', unit: 'miles' });
  expect(farWords({ ...place, distanceM: 1609 })).toEqual({ figure: '1.0', unit: 'mile' });
  expect(farWords({ ...place, distanceM: undefined })).toBeUndefined();
});

test('where only the kilometre is known, it says at most', () => {
  expect(farWords({ ...place, distanceM: 2000, isBand: true })).toEqual({
    figure: '2',
    unit: 'miles or less',
  });
});

test('days are said as on a noticeboard', () => {
  expect(daysWords(['TU'], days)).toBe('Tuesdays');
  expect(daysWords(['FR', 'MO', 'WE'], days)).toBe('Mon, Wed, Fri');
  expect(daysWords(['MO', 'TU', 'WE', 'TH', 'FR'], days)).toBe('Monday to Friday');
  expect(daysWords([], days)).toBe('');
});

test('a result says why it is there', () => {
  const labels = {
    themes: { food: 'Food and meals' },
    people: { older: 'Older people', step_free: 'Step-free' },
    days,
  };
  const asked = { q: 'lunch club', themes: ['food'], people: ['older', 'step_free'], when: ['TU'] };

  expect(whyFound(hit, asked, labels)).toEqual([
    'Name has “lunch club”',
    '0.4 miles away',
    'About food and meals',
    'For older people',
    'Step-free',
    'On Tuesdays',
  ]);
  expect(whyFound(hit, { ...asked, q: 'table talk' }, labels)[0]).toBe('Also called Table Talk');
  expect(whyFound(hit, { ...asked, q: 'meal' }, labels)[0]).toBe('Speaks of “meal”');
});

test('a heading is made of what was typed, printed well', () => {
  expect(searchTitle('food', 'AV3 4QT')).toBe('Food near AV3 4QT');
  expect(searchTitle('', 'Eastlock')).toBe('Close to Eastlock');
  expect(shownWords(`it's "quoted" \u202E · text`)).toBe('it’s ”quoted” text');
});

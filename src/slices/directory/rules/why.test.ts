import { expect, test } from 'vitest';
import type { Hit } from '../words.ts';
import { soughtFor, whyFound, whyLine } from './why.ts';

const synonyms = [['foodbank', 'food bank', 'emergency food']];
const labels = {
  themes: { food: 'Food and meals' },
  people: { older: 'Older people', step_free: 'Step-free' },
  days: { TU: 'Tuesday' },
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

function line(q: string, more: { hit?: Partial<Hit>; mendedTo?: string; places?: number } = {}): string {
  const sought = soughtFor(q, more.mendedTo, synonyms);
  return whyLine({ ...hit, ...more.hit }, { sought, labels, places: more.places ?? 1 });
}

test('a result says why it is there', () => {
  const asked = { themes: ['food'], people: ['older'], access: ['step_free'], when: ['TU'] };
  const why = (q: string) => whyFound(hit, asked, { sought: soughtFor(q, undefined, synonyms), labels });

  expect(why('lunch club')).toEqual([
    'In its name: “lunch club”',
    '0.4 miles away',
    'About food and meals',
    'For older people',
    'Step-free',
    'On Tuesdays',
  ]);
  expect(why('table talk')[0]).toBe('Also called Table Talk');
  expect(why('')[0]).toBe('0.4 miles away');
});

test('on a page it is one line, of what counts most', () => {
  expect(line('tuesday lunch club')).toBe('Called this.');
  expect(line('lunches')).toBe('In its name: “lunches”.');
  expect(line('meal')).toBe('Speaks of: “meal”.');
  expect(line('older')).toBe('For older people.');
  expect(line('tansy')).toBe('Run by Tansy Trust.');
  expect(line('something in its story')).toBe('Its page speaks of this.');
  expect(line('')).toBe('');
});

test('it says which other word was found, and that a spelling was mended', () => {
  const parcels = { summary: 'Emergency food, and a chat.' };

  expect(line('foodbank', { hit: parcels })).toBe('Another word: “emergency food”.');
  expect(line('foodbank', { hit: { name: 'Food Bank' } })).toBe('Another word: “food bank”.');
  expect(line('lumch', { mendedTo: 'lunch' })).toBe('Spelling mended: “lunch”.');
  // Of two words only one was wrong, and it is not the one that stands there.
  expect(line('lunch clud', { mendedTo: 'lunch club', hit: { name: 'A warm lunch' } })).toBe(
    'In its name: “lunch”.',
  );
});

test('of several places it says that this is the nearest, where the line has room', () => {
  expect(line('tuesday lunch club', { places: 3 })).toBe('Called this. Nearest of 3 places.');
  expect(line('table talk', { places: 3 })).toBe('Also called Table Talk.');
});

test('no line is longer than a small phone is wide', () => {
  const long = 'The Society of Friends of the Old Canal and its Seven Bridges';

  expect(line('canal', { hit: { otherNames: long } })).toBe('Also called The Society of…');
  expect(
    line('community transport for older people', { hit: { name: long, summary: 'Community transport.' } }),
  ).toBe('Speaks of: “community transport”.');
});

import { expect, test } from 'vitest';
import { synonyms } from '../lists/synonyms.ts';
import {
  asNames,
  editDistance,
  halves,
  lessLetters,
  lookFor,
  nameQuery,
  nearestWords,
  plain,
  queryText,
} from './terms.ts';

function text(typed: string, options: Parameters<typeof queryText>[1] = {}): string | undefined {
  const looked = lookFor(typed, synonyms);
  return looked && queryText(looked, options);
}

test('words are made plain: small, without marks, apostrophes or signs', () => {
  expect(plain('  St. Mary’s  Café & Crèche!')).toBe('st marys cafe and creche');
  expect(plain('ﬁsh\u202E🎉')).toBe('fish');
});

test('every term has to be there, small words aside', () => {
  expect(text('help with the garden')).toBe('((garden))');
  expect(text('garden tools')).toBe('((garden | gardentools) & (tools | gardentools))');
});

test('small words count again when there is nothing else', () => {
  expect(text('about you')).toBe('((about | aboutyou) & (you | aboutyou))');
});

test('R14 one thing under three names is one and the same question', () => {
  expect(text('foodbank')).toContain('emergency <-> food');
  expect(text('Food bank')).toBe(text('foodbank'));
  expect(text('emergency  FOOD')).toBe(text('foodbank'));
});

test('an unfinished word may begin a longer one, but not a very short one', () => {
  expect(text('gard', { lastBegins: true })).toBe('((gard:*))');
  expect(text('ca', { lastBegins: true })).toBe('((ca))');
});

test('of several terms one may be missing', () => {
  expect(text('ash hill runners', { allButOne: true })).toBe(
    '((hill) & (runners)) | ((ash) & (runners)) | ((ash) & (hill))',
  );
});

test('a name is looked for in each wording', () => {
  const looked = lookFor('Eastlock food bank', [['foodbank', 'food bank']]);

  expect(looked && asNames(looked)).toEqual(['eastlock foodbank', 'eastlock food bank']);
  expect(looked && nameQuery(looked, 'holds')).toBe(`'=b:eastlock foodbank' | '=b:bank eastlock food'`);
  expect(looked && nameQuery(looked, 'begins')).toBe(
    `'=n:eastlock foodbank ':* | '=n:eastlock food bank ':*`,
  );
});

test('nothing but signs is nothing to look for', () => {
  expect(lookFor('🎉 %_% ---', synonyms)).toBeUndefined();
});

test('no sign of a query gets through', () => {
  expect(text(`a'b:* !(c|d) <-> \\`)).toMatch(/^[a-z0-9 ()&|]+$/);
});

test('slips of the finger are counted, swapped neighbours as one', () => {
  expect(editDistance('tuseday', 'tuesday')).toBe(1);
  expect(editDistance('fodbank', 'foodbank')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
});

function nearest(typed: string, ...known: string[]): string[] {
  return nearestWords(
    typed,
    known.map((word) => ({ word, soundsAlike: false })),
  );
}

test('the nearest known words are taken, and only when they are near', () => {
  expect(nearest('gardning', 'guarding', 'gardening')).toEqual(['gardening']);
  expect(nearest('chior', 'chair', 'choir')).toEqual(['choir']);
  expect(nearest('astronaut', 'garden')).toEqual([]);
  expect(nearest('lighf', 'eight', 'light')).toEqual(['light']);
  expect(nearest('lamd', 'band', 'land', 'lamb')).toEqual(['land', 'lamb']);
});

test('what sounds the same may be a letter further off', () => {
  const filips = { word: 'phillips', soundsAlike: true };
  expect(nearestWords('filips', [filips])).toEqual(['phillips']);
  expect(nearestWords('filips', [{ ...filips, soundsAlike: false }])).toEqual([]);
  expect(nearestWords('philipps', [filips, { word: 'phalanx', soundsAlike: false }])).toEqual(['phillips']);
  expect(nearestWords('fysio', [{ word: 'physio', soundsAlike: true }])).toEqual(['physio']);
  expect(nearestWords('fysio', [{ word: 'physio', soundsAlike: false }])).toEqual([]);
});

test('a slip leaves something in common once a letter is left out on either side', () => {
  const lessOf = (word: string) =>
    new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]);
  for (const [typed, meant] of [
    ['fodbank', 'foodbank'],
    ['gardenning', 'gardening'],
    ['gatden', 'garden'],
    ['tuseday', 'tuesday'],
  ] as const) {
    expect(lessLetters(typed).some((less) => lessOf(meant).has(less))).toBe(true);
  }
  expect(lessLetters('a'.repeat(40)).length).toBe(2);
});

test('a word may be two, each of three letters or more', () => {
  expect(halves('lunchclub')).toContainEqual(['lunch', 'club']);
  expect(halves('lunch')).toEqual([]);
});

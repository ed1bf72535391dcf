import { expect, test } from 'vitest';
import { synonyms } from '../lists/synonyms.ts';
import { asNames, editDistance, lookFor, nameQuery, nearestWord, plain, queryText } from './terms.ts';

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
  expect(text('garden tools')).toBe('((garden) & (tools)) | ((gardentools))');
});

test('small words count again when there is nothing else', () => {
  expect(text('about you')).toBe('((about) & (you)) | ((aboutyou))');
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

test('a name is looked for in each wording', () => {
  const looked = lookFor('Eastlock food bank', [['foodbank', 'food bank']]);

  expect(looked && asNames(looked)).toEqual(['eastlock foodbank', 'eastlock food bank']);
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

test('the nearest known word is taken only when it is near', () => {
  expect(nearestWord('gardning', ['guarding', 'gardening'])).toBe('gardening');
  expect(nearestWord('chior', ['chair', 'choir'])).toBe('choir');
  expect(nearestWord('astronaut', ['garden'])).toBeUndefined();
});

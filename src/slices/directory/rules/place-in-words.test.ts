import { expect, test } from 'vitest';
import { placesInWords } from './place-in-words.ts';

test('R15 a place after “near” or “in” is read first', () => {
  expect(placesInWords('Lunch club near UB8')[0]).toEqual({ q: 'lunch club', near: 'ub8' });
  expect(placesInWords('help with debt in nine elders')[0]).toEqual({
    q: 'help with debt',
    near: 'nine elders',
  });
});

test('R15 a postcode at the end is a place, whole or by halves', () => {
  expect(placesInWords('lunch ub8 1aa')[0]).toEqual({ q: 'lunch', near: 'ub8 1aa' });
  expect(placesInWords('lunch TW3')[0]).toEqual({ q: 'lunch', near: 'tw3' });
});

test('R15 a name may stand at the end or at the beginning, the longest first', () => {
  const places = placesInWords('debt advice hounslow').map(({ near }) => near);
  expect(places).toContain('hounslow');
  expect(places.indexOf('advice hounslow')).toBeLessThan(places.indexOf('hounslow'));
  expect(placesInWords('hounslow debt advice').map(({ near }) => near)).toContain('hounslow');
});

test('a town that is an ordinary word is one only when it is said so', () => {
  expect(placesInWords('reading group').map(({ near }) => near)).not.toContain('reading');
  expect(placesInWords('group in reading')[0]).toEqual({ q: 'group', near: 'reading' });
});

test('something has to be left to look for', () => {
  expect(placesInWords('in hounslow')).toEqual([]);
  expect(placesInWords('hounslow')).toEqual([]);
});

import { expect, test } from 'vitest';
import { synonyms } from '../lists/synonyms.ts';
import { builtIn, builtInsThatStand, readSynonyms, synonymsInForce, whyNotSynonyms } from './synonyms.ts';

const own = { id: '1', words: ['scran', 'food'], insteadOf: '', version: 1 };

test('words are read from lines and commas, each once and plain', () => {
  expect(readSynonyms('CAB, Citizens’ Advice\n\n cab \nCitizens Advice Bureau;')).toEqual([
    'cab',
    'citizens advice',
    'citizens advice bureau',
  ]);
});

test('what stands in place of a group counts instead of it, and nothing at all takes it away', () => {
  const changed = { ...own, words: ['cab', 'citizens advice'], insteadOf: 'cab' };
  const gone = { ...own, words: [], insteadOf: 'foodbank' };
  const force = synonymsInForce([own, changed, gone]);

  expect(force).toHaveLength(synonyms.length - 2 + 2);
  expect(force).toContainEqual(['scran', 'food']);
  expect(force).not.toContainEqual(builtIn('cab'));
  expect(builtInsThatStand([own, changed, gone])).toHaveLength(synonyms.length - 2);
});

test('every group of the product would be accepted from a coordinator, and has an address of its own', () => {
  const refused = synonyms.filter((group) => whyNotSynonyms(group) !== undefined);

  expect(refused).toEqual([]);
  expect(new Set(synonyms.map(([first]) => first)).size).toBe(synonyms.length);
  expect(synonyms.filter(([first]) => /[^a-z0-9 ]/.test(first ?? ''))).toEqual([]);
});

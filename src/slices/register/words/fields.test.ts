import { expect, test } from 'vitest';
import { fieldWords, valueWords } from './fields.ts';

test('what two people wrote is compared in words, not in codes', () => {
  expect(fieldWords('people_served')).toBe('For');
  expect(fieldWords('not_for')).toBe('Not for');
  expect(valueWords('themes', ['food', 'company'])).toBe('Food and meals, Company and befriending');
  expect(valueWords('status', 'retired')).toBe('It has ended');
  expect(valueWords('summary', 'A hot lunch.')).toBe('A hot lunch.');
  expect(valueWords('access', [])).toBe('Nothing');
  expect(valueWords('phone', null)).toBe('Nothing');
});

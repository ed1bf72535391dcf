import { expect, test } from 'vitest';
import { repeatedKeys } from './repeated.ts';

test('a key that comes again is noticed, and hardly any other', () => {
  const keys = repeatedKeys();

  for (let index = 0; index < 200_000; index += 1) keys.show(`GB-CHC-${index}`);
  keys.show('GB-CHC-77');

  expect(keys.noticed.has('GB-CHC-77')).toBe(true);
  expect(keys.noticed.size).toBeLessThan(10);
});

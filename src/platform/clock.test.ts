import { expect, test } from 'vitest';
import { newId } from './clock.ts';

test('ids sort in the order in which they were made, however many a millisecond makes', () => {
  const made = Array.from({ length: 20_000 }, () => newId());

  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  expect(
    made.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)),
  ).toBe(true);
});

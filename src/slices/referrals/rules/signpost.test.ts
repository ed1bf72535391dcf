import { expect, test } from 'vitest';
import { earlier, quarterBegan, roundTimesWords, timesWords } from './signpost.ts';

test('one moves up by a place, and the first stays the first', () => {
  expect(earlier(['a', 'b', 'c'], 'c')).toEqual(['a', 'c', 'b']);
  expect(earlier(['a', 'b', 'c'], 'a')).toEqual(['a', 'b', 'c']);
  expect(earlier(['a', 'b'], 'somebody else')).toEqual(['a', 'b']);
});

test('a quarter begins in January, April, July and October, by the wall clock of London', () => {
  expect(quarterBegan(new Date('2026-11-24T10:00:00Z'))).toBe('2026-10-01');
  expect(quarterBegan(new Date('2026-03-31T22:59:00Z'))).toBe('2026-01-01');
  expect(quarterBegan(new Date('2026-03-31T23:01:00Z'))).toBe('2026-04-01');
});

test('D5/17 others see 1 to 7 as one and the rest in fives; the keepers see the figure', () => {
  expect([1, 7].map(roundTimesWords)).toEqual([
    'Signposted 1–7 times this quarter',
    'Signposted 1–7 times this quarter',
  ]);
  expect([8, 12, 13].map(roundTimesWords)).toEqual([
    'Signposted about 10 times this quarter',
    'Signposted about 10 times this quarter',
    'Signposted about 15 times this quarter',
  ]);
  expect([1, 12].map(timesWords)).toEqual([
    'Signposted once this quarter',
    'Signposted 12 times this quarter',
  ]);
});

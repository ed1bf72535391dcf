import { expect, test } from 'vitest';
import { awayUntil, folded, inOrder, missing } from './rules.ts';

const now = new Date('2026-03-02T10:00:00Z');
const input = { row: 'a', move: 'aside', words: 'Rang them', until: '2026-03-29' };

test('what is late comes first, then what has waited longest, and nothing twice', () => {
  const rows = [
    { id: 'new', late: false, at: new Date('2026-03-01') },
    { id: 'old', late: false, at: new Date('2026-01-01') },
    { id: 'undated', late: false },
    { id: 'late', late: true, at: new Date('2026-03-01') },
    { id: 'late', late: true, at: new Date('2026-03-02') },
  ];

  expect(inOrder(rows).map((row) => row.id)).toEqual(['late', 'old', 'new', 'undated']);
});

test('aside means until the morning of the day by the clock on the wall', () => {
  expect(awayUntil(input, undefined, now)).toEqual(new Date('2026-03-29T00:00:00Z'));
  expect(awayUntil({ ...input, until: '2026-03-30' }, undefined, now)).toEqual(
    new Date('2026-03-29T23:00:00Z'),
  );
  expect(awayUntil({ ...input, move: 'remind' }, 1, now)).toEqual(new Date('2026-03-03T10:00:00Z'));
});

test('a reason is asked where nothing else was done', () => {
  expect(Object.keys(missing({ ...input, words: '' }, now))).toEqual(['words']);
  expect(Object.keys(missing({ ...input, move: 'end', words: '', until: '' }, now))).toEqual(['words']);
  expect(missing({ ...input, move: 'remind', words: '', until: '' }, now)).toEqual({});
  expect(Object.keys(missing({ ...input, until: '2026-03-02' }, now))).toEqual(['until']);
});

test('what says the same on one day is one line', () => {
  const change = { id: '1', name: 'register.centre_made', at: now, personId: null, fields: [] };
  const other = { ...change, id: '3', name: 'network.holiday_added' };

  expect(folded([change, { ...change, id: '2' }, other, change]).map((line) => line.times)).toEqual([
    2, 1, 1,
  ]);
});

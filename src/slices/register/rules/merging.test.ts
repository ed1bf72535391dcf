import { expect, test } from 'vitest';
import { changedSince, differingFields, narrower, takenAtFirst, whyNotMerge } from './merging.ts';

const [may, june] = [new Date('2026-05-01T00:00:00Z'), new Date('2026-06-01T00:00:00Z')];
const place = { venue: 'The hall', address: '4 Tansy Street', postcode: 'AV3 4QT' };

test('the value that was checked last wins, and one that says nothing never does', () => {
  const older = { values: { name: 'Larder', phone: '1', email: '', website: 'x.example' }, checkedAt: may };
  const newer = {
    values: { name: 'Shelf', phone: '', email: 'a@b.example', website: 'x.example' },
    checkedAt: june,
  };

  expect(takenAtFirst(newer, older)).toEqual(['name', 'email']);
  expect(takenAtFirst(older, newer)).toEqual(['phone']);
  expect(differingFields(newer.values, older.values)).toEqual(['name', 'email']);
});

test('lists in another order are the same list', () => {
  expect(differingFields({ themes: ['food', 'company'] }, { themes: ['company', 'food'] })).toEqual([]);
});

test('an address that one side keeps to itself is shown no wider afterwards', () => {
  expect(narrower({ ...place, shown: 'public' }, { ...place, shown: 'hidden' }).shown).toBe('hidden');
  expect(narrower({ ...place, shown: 'area' }, { ...place, shown: 'public' }).shown).toBe('area');
  const elsewhere = { ...place, postcode: 'AV2 1BD', shown: 'hidden' } as const;
  expect(narrower({ ...place, shown: 'public' }, elsewhere).shown).toBe('public');
});

test('what was changed since is told from what still reads as the merger left it', () => {
  const done = { set: { name: 'Shelf', themes: ['food'], place: { ...place, shown: 'area' } } } as const;
  const set = { ...done.set, themes: [...done.set.themes] };

  expect(changedSince({ set }, { ...set, phone: '2' })).toEqual([]);
  expect(changedSince({ set }, { ...set, name: 'Larder', place: { ...place, shown: 'hidden' } })).toEqual([
    'name',
    'place',
  ]);
});

test('only what is or may become public is merged, into what is public', () => {
  const group = { id: 'a', name: 'Larder', kind: 'group', state: 'active' };
  const other = { id: 'b', name: 'Shelf', kind: 'group', state: 'submitted' };

  expect(whyNotMerge(other, group)).toBeUndefined();
  expect(whyNotMerge(group, other)).toBe('Shelf is not public, so nothing can be merged into it.');
  expect(whyNotMerge({ ...other, state: 'refused' }, group)).toBe('Shelf is refused, so it stays as it is.');
  expect(whyNotMerge({ ...other, state: 'merged' }, group)).toBe('Shelf was merged already.');
  expect(whyNotMerge(group, group)).toBe('These are one record already.');
  expect(whyNotMerge({ ...other, kind: 'centre' }, group)).toContain('Centres and the hub');
});

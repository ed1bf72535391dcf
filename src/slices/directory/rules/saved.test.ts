import { expect, test } from 'vitest';
import { ApiSearch } from '../words.ts';
import { newThingsLetter, withinTheLetter } from './new-things.ts';
import { readSearch, searchName, writeSearch } from './saved.ts';

test('a search is kept as in its address, always in the same order', () => {
  const asked = ApiSearch.parse({
    q: 'lunch',
    when: 'evening,weekend',
    near: 'AV3 4QT',
    within_km: '4.8',
    cost: 'free',
  });
  const query = writeSearch(asked);

  const read = readSearch(query);

  expect(query).toBe('q=lunch&near=AV3+4QT&within_km=4.8&cost=free&when=evening&when=weekend');
  expect(read && writeSearch(read)).toBe(query);
  expect(readSearch('within_km=far')).toBeUndefined();
});

test('it is called by its words, its place and what was chosen', () => {
  const name = (words: Record<string, string>, place?: string) =>
    searchName(ApiSearch.parse(words), place, undefined);

  expect(name({ q: 'lunch', cost: 'free' }, 'AV3 4QT')).toBe('Lunch near AV3 4QT, free');
  expect(name({}, 'Eastlock')).toBe('Close to Eastlock');
  expect(name({ open_to: 'volunteers' })).toBe('Everything, open to volunteers');
  expect(name({})).toBe('Everything that is published');
});

test('a letter has room for ten things, and says how many more there are', () => {
  const things = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      ...{ id: `${n}`, kind: 'service', name: `Thing ${n}`, organisationName: 'Tansy Trust' },
      ...{ summary: 'Soup.', url: `/t/${n}` },
    }));
  const search = { title: 'Lunch', url: '/search?q=lunch', things: things(8), more: 0 };

  const searches = withinTheLetter([search, { ...search, title: 'Choir' }, { ...search, title: 'Chess' }]);
  const { subject, text } = newThingsLetter({ searches, searchesUrl: '/searches', stopUrl: '/stop' });

  expect(searches.map(({ things: shown, more }) => [shown.length, more])).toEqual([
    [8, 0],
    [2, 6],
    [0, 8],
  ]);
  expect(subject).toBe('24 new things that you asked to hear of');
  expect(text).toContain('Choir\n- Thing 0, Tansy Trust: Soup.\n  /t/0');
  expect(text).toContain('Chess\n8 more: /search?q=lunch');
});

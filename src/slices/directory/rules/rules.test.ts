import { expect, test } from 'vitest';
import { ApiSearch, facetNames } from '../words.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { choiceGroups, filterSummary } from './filter-words.ts';
import { filterText } from './filters.ts';
import { gapWords } from './gap.ts';

const id = '01890000-0000-7000-8000-000000000001';

test('a cursor comes back as it was written, and rubbish does not', () => {
  const cursor: Parameters<typeof writeCursor>[0] = { key: [-3.25, 1200], id, seen: 20 };

  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  expect(readCursor('rubbish')).toBeUndefined();
  expect(readCursor(Buffer.from('[1,2,"x",3]').toString('base64url'))).toBeUndefined();
});

test('filters of one list are alternatives, lists have to hold together', () => {
  const asked = ApiSearch.parse({ kind: 'service', theme: 'food,money', when: 'weekend' });

  expect(filterText(asked, [id])).toBe(
    `('=k:service') & ('=t:food' | '=t:money') & ('=d:SA' | '=d:SU') & ('=a:${id}')`,
  );
});

test('of what somebody needs, all has to be there; languages and prices are choices', () => {
  const asked = ApiSearch.parse({ access: 'step_free,bsl', language: 'so,bn', cost: 'free' });

  expect(filterText(asked, [])).toBe(`('=p:step_free') & ('=p:bsl') & ('=l:so' | '=l:bn') & ('=c:free')`);
  expect(filterSummary(asked, undefined)).toBe('Filter: 2 needs, 2 languages, free');
});

test('a choice with nothing behind it is left out, unless it was made', () => {
  const asked = ApiSearch.parse({ theme: 'money', near: 'AV3' });
  const facets = {
    ...Object.fromEntries(facetNames.map((facet) => [facet, new Map()])),
    theme: new Map([['food', 3]]),
    open_to: new Map([['referrals', 2]]),
  };
  const themes = { food: 'Food', money: 'Money', arts: 'Arts' };
  const labels = { kinds: {}, people: {}, access: {}, languages: { so: 'Somali' }, themes };

  const groups = choiceGroups(asked, facets, labels);

  expect(groups.find((group) => group.name === 'theme')?.options.map((option) => option.value)).toEqual([
    'food',
    'money',
  ]);
  expect(groups.map((group) => group.name)).toEqual(['within_km', 'theme', 'open_to']);
  expect(groups.at(-1)?.options).toEqual([{ value: 'referrals', label: 'Referrals', count: 2 }]);
});

test('the closed filter says what is chosen', () => {
  const asked = ApiSearch.parse({ kind: 'service', people: 'older,carers', near: 'AV3', within_km: '4.8' });

  expect(filterSummary(asked, undefined)).toBe('Filter: 1 kind, 2 needs, within 3 miles');
  expect(filterSummary(ApiSearch.parse({}), undefined)).toBe('Filter');
});

test('what could be somebody’s own is never kept of a search', () => {
  expect(gapWords('Lunch for cats')).toBe('lunch for cats');
  expect(gapWords('amal@post.example')).toBeUndefined();
  expect(gapWords('07700 900123')).toBeUndefined();
  expect(gapWords('my neighbour at number four has no heating and nobody comes to her')).toBeUndefined();
});

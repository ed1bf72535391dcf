import { type Asked, PageSearch } from '../words.ts';
import { asWords, filterSummary } from './filter-words.ts';
import { searchTitle } from './say.ts';

/** A search as it is kept: as in its address, always in the same order, so that the same one is kept once. */
export function writeSearch(asked: Asked): string {
  const pairs = Object.entries(asWords({ ...asked, said: undefined })).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, String(one)]),
  );
  return new URLSearchParams(pairs.filter(([, value]) => value !== '')).toString();
}

/** Undefined for what no search page would have written. */
export function readSearch(query: string): Asked | undefined {
  const given: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = given[name];
    given[name] = before === undefined ? value : [before, value].flat();
  }
  const read = PageSearch.safeParse(given);
  return read.success ? read.data : undefined;
}

/** What it is called in a list and in a letter: "Lunch near AV3 4QT, 1 need, free". */
export function searchName(asked: Asked, place: string | undefined, areaName: string | undefined): string {
  const filters = filterSummary(asked, areaName).replace(/^Filter(: )?/, '');
  const isBare = asked.q === '' && place === undefined;
  if (isBare && filters === '') return 'Everything that is published';
  const words = isBare ? 'Everything' : searchTitle(asked.q, place);
  return filters === '' ? words : `${words}, ${filters}`;
}

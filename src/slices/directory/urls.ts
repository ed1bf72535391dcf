export type SearchWords = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export const directory = {
  front: () => '/',
  search: (words: SearchWords = {}) => `/search${queryOf(words)}`,
  map: (words: SearchWords = {}) => `/map${queryOf(words)}`,
  /** Everything that fits, for a map that can be moved. */
  points: (words: SearchWords = {}) => `/map/points${queryOf(words)}`,
  ground: () => '/map/ground',
  gap: () => '/search/gap',
  embedded: (words: SearchWords = {}) => `/embed/search${queryOf(words)}`,
  makeBox: () => '/embed',
  searches: () => '/searches',
  savedSearch: (id: string) => `/searches/${id}`,
  stopSearches: (token: string) => `/searches/stop/${token}`,
  /** Of a search as it is kept: the part of its address after the question mark. */
  newSearch: (query: string) => `/searches/new${asQuery(query)}`,
  searchAgain: (query: string) => `/search${asQuery(query)}`,
  synonyms: (words: SearchWords = {}) => `/settings/synonyms${queryOf(words)}`,
  synonymGroup: (id: string) => `/settings/synonyms/${id}`,
  removeSynonyms: (id: string) => `/settings/synonyms/${id}/remove`,
  builtInSynonyms: (first: string) => `/settings/synonyms/built-in/${first.replaceAll(' ', '-')}`,
  suggest: (of: 'words' | 'places') => `/api/v1/suggest?of=${of}`,
  apiSearch: (words: SearchWords = {}) => `/api/v1/search${queryOf(words)}`,
};

function asQuery(query: string): string {
  return query === '' ? '' : `?${query}`;
}

function queryOf(words: SearchWords): string {
  const pairs = Object.entries(words).flatMap(([name, value]) =>
    [value ?? []]
      .flat()
      .filter((one) => one !== '')
      .map((one) => `${name}=${encodeURIComponent(one)}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

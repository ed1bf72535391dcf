export type SearchWords = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export const directory = {
  front: () => '/',
  search: (words: SearchWords = {}) => `/search${queryOf(words)}`,
  map: (words: SearchWords = {}) => `/map${queryOf(words)}`,
  /** Everything that fits, for a map that can be moved. */
  points: (words: SearchWords = {}) => `/map/points${queryOf(words)}`,
  ground: () => '/map/ground',
  gap: () => '/search/gap',
  suggest: (of: 'words' | 'places') => `/api/v1/suggest?of=${of}`,
  apiSearch: (words: SearchWords = {}) => `/api/v1/search${queryOf(words)}`,
};

function queryOf(words: SearchWords): string {
  const pairs = Object.entries(words).flatMap(([name, value]) =>
    [value ?? []]
      .flat()
      .filter((one) => one !== '')
      .map((one) => `${name}=${encodeURIComponent(one)}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

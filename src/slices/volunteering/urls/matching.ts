export const volunteer = {
  wishes: () => '/volunteer',
  forget: () => '/volunteer/forget',
  matches: (words: Readonly<Record<string, string | number | undefined>> = {}) =>
    `/volunteer/matches${queryOf(words)}`,
  weights: () => '/roles/matching',
};

function queryOf(words: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(words).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

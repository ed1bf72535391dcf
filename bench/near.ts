import pg from 'pg';
import { findMatches } from '../src/slices/directory/queries/find.ts';
import type { Match } from '../src/slices/directory/queries/match.ts';
import { type Bench, type Figure, figure } from './tools/bench.ts';
import { fill, makeSpots, type Spot, seeded } from './tools/places.ts';
import { openRoom } from './tools/room.ts';
import { inTurns, quantile } from './tools/times.ts';

const limit = 20;
const rounds = 200;

/** G3: the nearest twenty, from the search as pages ask it, against PostgreSQL’s own nearest and geokdbush. */
export const bench: Bench = {
  name: 'near',
  what: 'the nearest twenty, with and without a theme, against GiST nearest and geokdbush',
  size: 100_000,
  async *run({ size }) {
    const room = await openRoom();
    try {
      const { urls, source } = await room.open('near');
      const spots = makeSpots(size);
      await fill(urls.owner, spots);
      const peer = new pg.Client({ connectionString: urls.owner });
      await peer.connect();
      const chance = seeded(7);
      const asked = Array.from(
        { length: rounds },
        () => spots[Math.floor(chance() * spots.length)] ?? { x: 0, y: 0 },
      );

      for (const theme of ['', 'food']) {
        const at = (round: number) => asked[round % rounds] ?? { x: 0, y: 0 };
        const ours = (round: number) =>
          findMatches(source.database.open, { match: match(at(round), theme), ...walk });
        const theirs = (round: number) => peer.query(bare(theme), [at(round).x, at(round).y]);
        const times = await inTurns(rounds, ours, theirs);
        const name = theme ? 'nearest 20 of a theme' : 'nearest 20';
        yield figure(`${name}, p50 ms`, quantile(times.ours, 0.5), quantile(times.peer, 0.5));
        yield figure(`${name}, p95 ms`, quantile(times.ours, 0.95), quantile(times.peer, 0.95));
        yield figure(
          `${name}, share equal to brute force`,
          await equalToBruteForce(spots, asked, theme, ours),
        );
      }
      await peer.end();
      yield* inMemory(spots, asked);
    } finally {
      await room.close();
    }
  },
};

const walk = {
  sort: 'distance',
  after: undefined,
  limit,
  many: true,
  weights: { nearness: 6, freshness: 2 },
} as const;

function match(at: { x: number; y: number }, theme: string): Match {
  const near = { label: '', lat: 50, lon: -1, x: at.x, y: at.y, areaCode: undefined };
  return {
    words: undefined,
    filters: theme ? `'=t:${theme}'` : '',
    freshness: 'not out',
    near,
    withinM: undefined,
  };
}

/** The same columns of the same things, nearest first. */
function bare(theme: string): string {
  return `select id, kind, organisation_id, name, organisation_name, organisation_kind, other_names, summary, themes,
      people_served, access, days, times, status, way_in, cost_pence, cost_words, freshness, checked_at, lat, lon,
      plane <-> point($1, $2) as metres
    from public.bare where freshness <> 'none' ${theme ? `and words @@ '''=t:${theme}'''::tsquery` : ''}
    order by plane <-> point($1, $2) limit ${limit}`;
}

/** The same twenty, by looking at all of them. Equal distances may change places. */
async function equalToBruteForce(
  spots: readonly Spot[],
  asked: readonly { x: number; y: number }[],
  theme: string,
  ours: (round: number) => ReturnType<typeof findMatches>,
): Promise<number> {
  let equal = 0;
  for (const [round, at] of asked.slice(0, 40).entries()) {
    const all = spots
      .filter((spot) => theme === '' || spot.food)
      .map((spot) => Math.hypot(spot.x - at.x, spot.y - at.y));
    const nearest = all.sort((a, b) => a - b).slice(0, limit);
    const found = (await ours(round)).hits
      .slice(0, limit)
      .map((row) => row.hit.place?.distanceM ?? Number.NaN);
    if (found.every((metres, index) => Math.abs(metres - (nearest[index] ?? 0)) <= 1)) equal += 1;
  }
  return equal / 40;
}

/** A library that holds all points in memory and speaks no SQL: the floor of what is possible. */
async function* inMemory(
  spots: readonly Spot[],
  asked: readonly { x: number; y: number }[],
): AsyncIterable<Figure> {
  try {
    const { default: KDBush } = await import('kdbush');
    const { around } = await import('geokdbush');
    const index = new KDBush(spots.length);
    for (const spot of spots) index.add(spot.x / 100_000 - 3, 50 + spot.y / 100_000);
    index.finish();
    const times = await inTurns(
      rounds,
      async (round) =>
        around(index, (asked[round]?.x ?? 0) / 100_000 - 3, 50 + (asked[round]?.y ?? 0) / 100_000, limit),
      async () => undefined,
    );
    yield figure('geokdbush in memory, p50 ms', quantile(times.ours, 0.5));
  } catch {
    console.error('geokdbush is not installed, so it is left out.');
  }
}

import fc from 'fast-check';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { smallTown } from '../../../../test/helpers/small-town.ts';
import { toPlane } from '../../areas/door.ts';
import { ApiSearch } from '../words.ts';
import { search } from './search.ts';

const middle = { lat: 51.5, lon: -0.35, ...toPlane(51.5, -0.35) };

dbTest('R15 a circle holds what is in it, wherever its middle and however large', async (town) => {
  const made = await smallTown(town);
  const ways = [-14_000, -5100, -4900, -2500, -60, 0, 900, 2490, 2510, 4999, 9000];
  for (const [at, east] of ways.entries()) {
    await made.group({ name: `Choir ${at}`, at: { east, north: ways.at(-at) ?? 0 } });
  }
  await made.open();
  const { rows } = await sql<{ id: string; x: number; y: number }>`
    select document_id as id, plane[0] as x, plane[1] as y from directory.place`.execute(town.owner);

  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: -9000, max: 9000 }),
      fc.integer({ min: -9000, max: 9000 }),
      fc.constantFrom(0.5, 1.6, 4.8, 5, 12, 30),
      fc.constantFrom('choir', ''),
      async (east, north, km, q) => {
        const near = { label: '', ...middle, x: middle.x + east, y: middle.y + north, areaCode: undefined };
        const asked = ApiSearch.parse({ q, near: 'x', within_km: km, limit: 100 });
        const { hits } = await search(town.db, asked, { near, areaIds: [] });

        const inside = rows.filter(({ x, y }) => Math.hypot(x - near.x, y - near.y) <= km * 1000);
        expect(hits.map(({ id }) => id).toSorted()).toEqual(inside.map(({ id }) => id).toSorted());
      },
    ),
    { numRuns: 60 },
  );
});

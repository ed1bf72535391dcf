import fc from 'fast-check';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { toDegrees } from './grid.ts';

dbTest('the middle of a square is one for all of it, and in degrees about where it is', async ({ owner }) => {
  const metres = (most: number) => fc.integer({ min: 0, max: most });
  const inside = fc.tuple(metres(999), metres(999));

  await fc.assert(
    fc.asyncProperty(metres(690), metres(1290), inside, async (east, north, [x, y]) => {
      const plane = sql`point(${east * 1000 + x}::float8, ${north * 1000 + y}::float8)`;
      const { rows } = await sql<{ lat: number; lon: number; middle: { x: number; y: number } }>`
        select square.middle, (areas.about_degrees(middle))[0] as lat, (areas.about_degrees(middle))[1] as lon
        from (select areas.middle_of_square(${plane}) as middle) as square`.execute(owner);
      const [square] = rows;
      const middle = { x: east * 1000 + 500, y: north * 1000 + 500 };
      const there = toDegrees(middle);
      const metre = 1 / 111_320;

      expect(square?.middle).toEqual(middle);
      expect(Math.abs((square?.lat ?? 0) - there.lat)).toBeLessThan(120 * metre);
      expect(Math.abs((square?.lon ?? 0) - there.lon)).toBeLessThan((120 * metre) / Math.cos(1.06));
    }),
    { numRuns: 60 },
  );
});

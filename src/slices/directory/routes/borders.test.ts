import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { loadAreas, loadPostcodes, toPlane } from '../../areas/door.ts';
import { rebuildDocuments } from '../actions/remake.ts';

/** Real ones: the first two are 200 metres apart, on either side of the border; the third is 4.7 km north of the first. */
const barnet = { postcode: 'N10 1AA', lat: 51.60053, lon: -0.15071, areaCode: 'E09000003' };
const haringey = { postcode: 'N10 1JL', lat: 51.60021, lon: -0.15361, areaCode: 'E09000014' };
const farInBarnet = { postcode: 'N20 9PQ', lat: 51.63881, lon: -0.17904, areaCode: 'E09000003' };

dbTest('R17 across a real border the nearer one comes first', async (town) => {
  const { owner, jobCtx, ctx } = town;
  await loadAreas(jobCtx, [
    { code: 'E12000007', name: 'London', level: 'region' },
    { code: 'E09000003', name: 'Barnet', level: 'borough', parentCode: 'E12000007' },
    { code: 'E09000014', name: 'Haringey', level: 'borough', parentCode: 'E12000007' },
  ]);
  await loadPostcodes(jobCtx, [barnet, haringey, farInBarnet]);
  const areas = await owner.selectFrom('areas.area').select(['code', 'id']).execute();
  for (const [name, { postcode, lat, lon, areaCode }] of Object.entries({
    Near: haringey,
    Far: farInBarnet,
  })) {
    const id = ctx.newId();
    const { x, y } = toPlane(lat, lon);
    const at = { created_at: ctx.now, changed_at: ctx.now };
    await owner
      .insertInto('register.organisation')
      .values({ id, name: `${name} kitchen`, kind: 'group', state: 'active', freshness: 'ok', ...at })
      .execute();
    await owner
      .insertInto('register.location')
      .values({
        ...{ id, organisation_id: id, main: true, postcode, lat, lon, plane: sql`point(${x}, ${y})` },
        area_id: areas.find(({ code }) => code === areaCode)?.id ?? null,
      })
      .execute();
  }
  await rebuildDocuments(jobCtx);
  const browser = await town.browser();

  for (const query of ['near=N10 1AA', 'near=n101aa&q=kitchen']) {
    const { body } = await browser.get(`/api/v1/search?${query}`);
    const found: { items: { name: string; distance_m: number }[] } = JSON.parse(body);
    expect(found.items.map(({ name }) => name)).toEqual(['Near kitchen', 'Far kitchen']);
    expect(found.items[0]?.distance_m).toBeLessThan(300);
    expect(found.items[1]?.distance_m).toBeGreaterThan(4500);
  }
  const only = await browser.get('/api/v1/search?near=N10 1AA&area=E09000003');
  expect(JSON.parse(only.body).items.map(({ name }: { name: string }) => name)).toEqual(['Far kitchen']);
});

import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import type { NewArea } from '../words.ts';
import { loadAreas, loadLines, loadOutcodes, loadPostcodes } from './load.ts';

const vale: NewArea = { code: 'V00', name: 'Ambry Vale', level: 'region' };
const eastlock: NewArea = { code: 'V01', name: 'Eastlock', level: 'borough', parentCode: 'V00' };
const postcodes = [
  { postcode: 'AV3 4QT', lat: 51.4, lon: -2.4, areaCode: 'V01', innerCode: 'V0101' },
  { postcode: 'AV3 4RB', lat: 51.6, lon: -2.6, areaCode: 'V01', innerCode: 'V0101' },
];

dbTest('areas are made once and renewed when the file changed', async ({ jobCtx, owner }) => {
  const first = await loadAreas(jobCtx, [vale, eastlock], 'Map of the Vale');
  const again = await loadAreas(jobCtx, [vale, eastlock], 'Map of the Vale');
  const renamed = await loadAreas(jobCtx, [{ ...eastlock, name: 'East Lock' }]);

  expect([first, again, renamed]).toEqual([
    { new: 2, changed: 0, unchanged: 0 },
    { new: 0, changed: 0, unchanged: 2 },
    { new: 0, changed: 1, unchanged: 0 },
  ]);
  const rows = await owner
    .selectFrom('areas.area as area')
    .leftJoin('areas.area as parent', 'parent.id', 'area.parent_id')
    .select(['area.name', 'parent.name as parent', 'area.source'])
    .orderBy('area.code')
    .execute();
  expect(rows).toEqual([
    { name: 'Ambry Vale', parent: null, source: 'Map of the Vale' },
    { name: 'East Lock', parent: 'Ambry Vale', source: 'Map of the Vale' },
  ]);
});

dbTest('an area that lies in nothing known is refused', async ({ jobCtx }) => {
  const loading = loadAreas(jobCtx, [eastlock]);

  await expect(loading).rejects.toMatchObject({ name: 'Refused', code: 'no_such_parent' });
});

dbTest('nobody loads areas by a page', async ({ ctx }) => {
  await expect(loadAreas(ctx, [vale])).rejects.toMatchObject({ name: 'Forbidden' });
});

dbTest('postcodes give areas their middle and first halves a point', async (town) => {
  await loadAreas(town.jobCtx, [vale, eastlock]);

  const tally = await loadPostcodes(town.jobCtx, postcodes);

  expect(tally).toEqual({ new: 2, changed: 0, unchanged: 0 });
  expect(await middles(town)).toEqual([
    { code: 'V00', lat: 51.5, lon: -2.5 },
    { code: 'V01', lat: 51.5, lon: -2.5 },
  ]);
  const outcodes = await town.owner.selectFrom('areas.outcode').selectAll().execute();
  expect(outcodes).toEqual([{ outcode: 'AV3', lat: 51.5, lon: -2.5, town: '', area_code: 'V01' }]);
});

dbTest('the same postcodes again change nothing, and nothing is recorded', async (town) => {
  await loadPostcodes(town.jobCtx, postcodes);

  const again = await loadPostcodes(town.jobCtx, postcodes);

  expect(again).toEqual({ new: 0, changed: 0, unchanged: 2 });
  const events = await town.owner.selectFrom('platform.event').select('name').execute();
  expect(events).toEqual([{ name: 'areas.postcodes_loaded' }]);
});

dbTest('outcodes bring their towns', async ({ jobCtx, owner }) => {
  await loadPostcodes(jobCtx, postcodes);

  await loadOutcodes(jobCtx, [{ outcode: 'AV3', lat: 51.5, lon: -2.5, town: 'Eastlock' }]);

  const found = await owner.selectFrom('areas.outcode').select(['town', 'area_code']).execute();
  expect(found).toEqual([{ town: 'Eastlock', area_code: 'V01' }]);
});

dbTest('new lines take the place of the old', async ({ jobCtx, owner }) => {
  const shape = { type: 'LineString', coordinates: [] };
  await loadLines(jobCtx, [{ kind: 'water', name: 'Ambry', shape }]);

  await loadLines(jobCtx, [{ kind: 'rail', name: 'Vale line', shape }]);

  expect(await owner.selectFrom('areas.line').select('name').execute()).toEqual([{ name: 'Vale line' }]);
});

function middles({ owner }: Town) {
  return owner.selectFrom('areas.area').select(['code', 'lat', 'lon']).orderBy('code').execute();
}

import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { folderOfLists, listIn, networkFor, takeIn, textOf } from '../../../../test/helpers/lists.ts';

dbTest('postcodes are read in the three layouts there are', async (town) => {
  const { folder, ctx } = await start(town);
  const ours = listIn(
    folder,
    'ours.csv',
    'postcode,lat,lon,lad,ward',
    'AB10 1AB,57.14961,-2.09692,S12000033,S13002842',
  );
  const directory = listIn(
    folder,
    'onspd.csv',
    'pcd,pcd2,pcds,doterm,oslaua,osward,lat,long',
    '"AB101AF","AB10 1AF","AB10 1AF","","S12000033","S13002842",57.14961,-2.09692',
    '"AB101AX","AB10 1AX","AB10 1AX","201002","S12000033","S13002842",57.1,-2.1',
    '"AB101AY","AB10 1AY","AB10 1AY","","S12000033","S13002842",99.999999,0',
  );
  const codePoint = listIn(
    folder,
    'ab.csv',
    '"AB10 1AG",10,394230,806469,"S92000003","","S08000020","","S12000033","S13002842"',
  );

  const one = await takeIn(ctx, 'postcodes', [ours], { folder });
  const two = await takeIn(ctx, 'postcodes', [directory], { folder });
  const three = await takeIn(ctx, 'postcodes', [codePoint], { folder });

  expect([one.new, two.new, three.new]).toEqual([1, 1, 1]);
  expect(textOf(two.rejectsFile)).toContain('This postcode has ended.');
  expect(textOf(two.rejectsFile)).toContain('There is no point on the map.');
  const rows = await town.owner
    .selectFrom('areas.postcode')
    .select(['postcode', 'lat', 'lon', 'area_code'])
    .orderBy('postcode')
    .execute();
  expect(rows.map((row) => row.postcode)).toEqual(['AB10 1AB', 'AB10 1AF', 'AB10 1AG']);
  expect(rows.at(-1)?.lat).toBeCloseTo(57.149, 2);
  expect(rows.at(-1)?.lon).toBeCloseTo(-2.097, 2);
});

dbTest('first halves bring their towns', async (town) => {
  const { folder, ctx } = await start(town);
  const list = listIn(folder, 'halves.csv', 'postcode,latitude,longitude,town', 'BT1,54.6,-5.93,Belfast');

  const result = await takeIn(ctx, 'postcodes', [list], { folder });

  expect(result).toMatchObject({ read: 1, new: 1 });
  const found = await town.owner.selectFrom('areas.outcode').select(['outcode', 'town']).execute();
  expect(found).toEqual([{ outcode: 'BT1', town: 'Belfast' }]);
});

dbTest('a file without postcodes is refused with the way out', async (town) => {
  const { folder, ctx } = await start(town);
  const list = listIn(folder, 'x.csv', 'a,b', '1,2');

  await expect(takeIn(ctx, 'postcodes', [list], { folder })).rejects.toThrow('--map THEIRS=postcode');
});

dbTest('an area tree comes from outlines and a table together', async (town) => {
  const { folder, ctx } = await start(town);
  const shape = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
    ],
  };
  const feature = { type: 'Feature', properties: { code: 'V01', name: 'Eastlock' }, geometry: shape };
  const outlines = listIn(
    folder,
    'vale.geojson',
    JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
  );
  const table = listIn(
    folder,
    'vale.csv',
    'code,name,level,parent',
    'V00,Ambry Vale,region,',
    'V01,East Lock,borough,V00',
  );

  const result = await takeIn(ctx, 'areas', [outlines, table], { folder, source: 'Map of the Vale' });
  const again = await takeIn(ctx, 'areas', [outlines, table], { folder, source: 'Map of the Vale' });

  expect([result.new, again.unchanged]).toEqual([2, 2]);
  const area = await town.owner
    .selectFrom('areas.area')
    .select(['name', 'outline', 'source'])
    .where('code', '=', 'V01')
    .executeTakeFirstOrThrow();
  expect(area).toEqual({ name: 'East Lock', outline: shape, source: 'Map of the Vale' });
});

async function start(town: Town) {
  await networkFor(town.jobCtx);
  return { folder: folderOfLists(), ctx: town.jobCtx };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { coordinating } from '../../../../test/helpers/empty-network.ts';

const address = 'https://tiles.example/{z}/{x}/{y}.png';
const credit = '© OpenStreetMap contributors';

dbTest(
  'R16 the coordinator chooses whose pictures lie under the map, and pages with a map alone may show them',
  async (town) => {
    const coordinator = await coordinating(town);
    const page = await coordinator.get('/settings/map');

    const wrong = await coordinator.submit(page, 'set-map', {
      map_tiles: 'http://tiles.example/map',
      map_credit: credit,
    });
    const unnamed = await coordinator.submit(wrong, 'set-map', { map_tiles: address, map_credit: '' });
    const settings = await coordinator.submit(unnamed, 'set-map', { map_credit: credit });

    expect([wrong.status, unnamed.status]).toEqual([422, 422]);
    expect(wrong.problems.map_tiles).toContain('begins with https://');
    expect(wrong.form('set-map').values.map_credit).toBe(credit);
    expect(unnamed.problems.map_credit).toContain('Say who drew the pictures');
    expect(settings.text).toContain('Pictures from https://tiles.example.');
    const visitor = await town.browser();
    const policyOf = async (path: string) => (await visitor.get(path)).headers.get('content-security-policy');
    expect(await policyOf('/map')).toContain("img-src 'self' data: https://tiles.example;");
    expect(await policyOf('/search')).toContain("connect-src 'self';");
    expect(await policyOf('/help')).not.toContain('tiles.example');
    expect((await visitor.get('/privacy')).text).toContain(
      'Who moves the map gets its pictures from tiles.example',
    );
  },
);

dbTest('R16 a file of pictures may be read in pieces by pages with a map, and nothing else', async (town) => {
  const coordinator = await coordinating(town);

  await coordinator.submit(await coordinator.get('/settings/map'), 'set-map', {
    map_tiles: 'https://files.example/vale.pmtiles',
    map_credit: credit,
  });
  // Every page believes what seldom changes for a moment.
  await sleep(100);

  const policy = (await (await town.browser()).get('/map')).headers.get('content-security-policy');
  expect(policy).toContain("img-src 'self' data: blob:;");
  expect(policy).toContain("connect-src 'self' https://files.example;");
});

dbTest('nobody but the coordinator changes what lies under the map', async (town) => {
  await coordinating(town);
  const visitor = await town.browser();

  const asked = await visitor.get('/settings/map');
  const sent = await visitor.post('/settings/map', { map_tiles: address, map_credit: credit, version: '1' });

  expect([asked.status, sent.status]).toEqual([401, 401]);
});

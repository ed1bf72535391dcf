import { expect } from 'vitest';
import { demoTest } from '../../../../test/helpers/demo-town.ts';
import { folderOfLists, listIn, takeIn } from '../../../../test/helpers/lists.ts';

demoTest('R7 the coordinator finds again what became of a list, and why rows were rejected', async (town) => {
  const folder = folderOfLists();
  const list = listIn(folder, 'council.csv', 'id,name', '1,Choir', '2,', '3,NA');
  await takeIn(town.jobCtx, 'organisations', [list], { folder, source: 'Council list' });
  const ruth = await town.browser();
  await ruth.post('/practice/sign-in', { person: 'coordinator' });

  const hub = await ruth.get('/hub/queues/imports');
  const all = await ruth.get('/imports');
  const one = await ruth.get(all.list('imports')[0]?.href ?? '');

  expect(hub.list('imports').map((row) => row.text)).toContainEqual(
    expect.stringContaining('2 of 3 rows were not taken.'),
  );
  expect(all.list('imports')[0]?.text).toContain('Done');
  expect(one.h1).toBe('List: Council list');
  expect(one.list('reasons').map((row) => row.text)).toEqual(['There is no name. 2']);
  expect(one.text).toMatch(/They stand in council-\w+-rejects\.csv/);
});

demoTest('nobody else sees the lists', async ({ browser }) => {
  const dee = await browser();
  await dee.post('/practice/sign-in', { person: 'centre-worker' });

  expect((await dee.get('/imports')).status).toBe(403);
  expect((await (await browser()).get('/imports')).status).toBe(401);
});

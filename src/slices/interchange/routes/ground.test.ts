import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { coordinating } from '../../../../test/helpers/empty-network.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { vale } from '../../../../test/helpers/vale-areas.ts';

async function bring(town: Town, body: string, name = 'vale.csv') {
  const coordinator = await coordinating(town);
  const page = await coordinator.get('/settings/areas');
  return {
    coordinator,
    page: await coordinator.upload(
      page,
      'bring-in-areas',
      { field: 'file', name, body },
      { source: 'The Vale' },
    ),
  };
}

dbTest('C1-J1 a file with 14 bad rows: each has its reason, and the good rows are kept', async (town) => {
  const { coordinator, page } = await bring(town, vale);

  const lines = page.list('rejected-lines').map((row) => row.text);
  expect(lines).toEqual([
    '8 There is no code. It may be one of your own, like V01.',
    '9 “V 04” is no code: it has letters, figures, dots and hyphens only, at most 40.',
    '10 There is no name.',
    '11 “town” is no level. There are: region, sub_region, borough, neighbourhood.',
    '12 It lies in itself: the parent is its own code.',
    '13 A region is the highest level, so it has no parent.',
    '14 A point needs both latitude and longitude.',
    '15 “north, west” is no point. It is written in degrees, like 51.5 and -0.35.',
    '16 Latitude and longitude stand the wrong way round.',
    '17 The point 40.7, -74 is not in the United Kingdom.',
    '18 Line 5 has the same code.',
    '19 It lies in V99, which is neither in the file nor known.',
    '20 It lies in V14, which is neither in the file nor known.',
    '21 It lies in V01, and that is a borough, which is no higher level.',
  ]);
  const kept = await town.owner.selectFrom('areas.area').select('code').orderBy('code').execute();
  expect(kept.map((area) => area.code)).toEqual(['V00', 'V01', 'V02', 'V03', 'V10', 'V20']);
  const settings = await coordinator.get('/settings');
  expect(settings.list('setup').find((step) => step.id === 'areas')?.text).toContain(
    '1 region, 2 sub-regions, 3 boroughs.',
  );
});

dbTest('R123 the same file again changes nothing', async (town) => {
  const { coordinator } = await bring(town, vale);
  const again = await coordinator.upload(
    await coordinator.get('/settings/areas'),
    'bring-in-areas',
    { field: 'file', name: 'vale.csv', body: vale },
    { source: 'The Vale' },
  );

  expect(again.text).toMatch(/New 0 .*Changed 0 As they were 6 Rejected 14/);
});

dbTest('a file of areas that nobody can read says why, and keeps what was typed', async (town) => {
  const { coordinator, page } = await bring(town, 'code,name\n"V01,Eastlock');
  const picture = await coordinator.upload(page, 'bring-in-areas', {
    field: 'file',
    name: 'vale.png',
    body: 'x',
  });
  const other = await coordinator.upload(page, 'bring-in-areas', {
    field: 'file',
    name: 'list.csv',
    body: 'a,b\n1,2',
  });
  const none = await coordinator.upload(page, 'bring-in-areas', { field: 'file', name: '', body: '' });

  expect(page.status).toBe(422);
  expect(page.problems.file).toContain('a quotation mark is opened and never closed');
  expect(page.form('bring-in-areas').values.source).toBe('The Vale');
  expect(picture.problems.file).toContain('“vale.png” is neither a table (.csv) nor a map');
  expect(other.problems.file).toContain('has no columns “code” and “name”');
  expect(none.problems.file).toContain('Choose the file first.');
  expect(await town.owner.selectFrom('areas.area').select('code').execute()).toEqual([]);
});

dbTest('a file that is too large is refused before it is read, one of a stranger at once', async (town) => {
  const coordinator = await coordinating(town);
  const page = await coordinator.get('/settings/areas');
  const large = { field: 'file', name: 'large.csv', body: new Uint8Array(9 * 1024 * 1024) };
  const visitor = await town.browser();
  const other = await signedInAs(town, 'ama@wicket.example');

  expect((await coordinator.upload(page, 'bring-in-areas', large)).status).toBe(413);
  expect((await visitor.upload(page, 'bring-in-areas', { ...large, body: vale })).status).toBe(401);
  expect((await other.upload(page, 'bring-in-areas', { ...large, body: vale })).status).toBe(403);
  expect((await coordinator.post('/settings/areas', { source: '' })).status).toBe(415);
});

dbTest('R15 without postcodes the page says what works, and how they come in', async (town) => {
  const coordinator = await coordinating(town);

  const page = await coordinator.get('/settings/postcodes');

  expect(page.text).toContain('bin/joinery import postcodes FILE');
  expect(page.text).toContain('Searching by the name of an area');
});

import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { mailboxOf, neighbourTown } from '../../../../test/helpers/neighbour-town.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { dee, ruth } from '../../../../test/helpers/two-records.ts';

const noor = 'noor@table.example';

dbTest(
  'R38 who does the same and who helps the same people are shown, each with the reason',
  async (town) => {
    const { group } = await neighbourTown(town);
    await group({
      name: 'Tuesday Table',
      email: noor,
      themes: ['food'],
      people: ['older', 'alone'],
      east: 0,
    });
    await group({ name: 'Larder', themes: ['food'], people: ['parents'], east: 800 });
    await group({ name: 'Debt desk', themes: ['money'], people: ['older'], east: 1200 });
    await group({ name: 'Choir', themes: ['arts'], people: ['older'], areas: ['V02'], east: 1609 });
    await group({ name: 'Far away', themes: ['food'], people: ['older'], areas: ['V05'], east: 90_000 });
    await group({ name: 'Somebody else', themes: ['sport'], people: ['young'], east: 10 });

    const page = await (await signedInAs(town, noor)).get('/neighbours');

    const like = page.list('like').map((one) => one.text);
    const other = page.list('with').map((one) => one.text);
    expect(like).toEqual([expect.stringContaining('same work: food and meals; both in Eastlock; 0.5 miles')]);
    expect(other[0]).toContain(
      'same people: older people; often needed together: food and meals with money and debt; both in Eastlock; 0.7 miles',
    );
    // The border between the boroughs cuts nothing off.
    expect(other[1]).toContain('Choir');
    expect(other[1]).toContain('same people: older people; 1.0 mile');
    expect(other).toHaveLength(2);
    expect(page.text).toContain('Needs that the network says come together count 5');
  },
);

dbTest('R38 nobody is suggested who is closed, paused, hides the address or has nobody', async (town) => {
  const { group } = await neighbourTown(town);
  const own = await group({ name: 'Tuesday Table', email: noor, east: 0 });
  const left = [
    await group({ name: 'Closed', state: 'closed', east: 10 }),
    await group({ name: 'Paused', state: 'paused', east: 20 }),
    await group({ name: 'Waiting', state: 'submitted', east: 30 }),
    await group({ name: 'Refuge', shown: 'hidden', east: 40 }),
    await group({ name: 'From a list', claimed: false, east: 50 }),
    await group({ name: 'A centre', kind: 'centre', east: 60 }),
  ];
  const browser = await signedInAs(town, noor);

  const page = await browser.get('/neighbours');
  const forced = [];
  for (const to of left.filter((_, index) => index !== 3)) {
    forced.push((await browser.post(`/organisations/${own}/hellos`, { to, words: '' })).status);
  }

  expect(page.text).toContain('We found nobody near you');
  expect(forced).toEqual([404, 404, 404, 404, 404]);
});

dbTest('a place that is known to the kilometre is told in whole miles', async (town) => {
  const { group } = await neighbourTown(town);
  await group({ name: 'Tuesday Table', email: noor, east: 0 });
  await group({ name: 'Quiet house', shown: 'area', east: 2600 });

  const page = await (await signedInAs(town, noor)).get('/neighbours');

  expect(page.list('like')[0]?.text).toMatch(/both in Eastlock; \d miles or less/);
});

dbTest('the coordinator sees by borough who knows nobody, with a list to help', async (town) => {
  const { group, many } = await neighbourTown(town);
  const [other = ''] = await many(3);
  const own = await group({ name: 'Tuesday Table', email: noor, areas: ['V01', 'V02'], east: 0 });
  const browser = await signedInAs(town, noor);
  await browser.post(`/organisations/${own}/hellos`, { to: other, words: '' });
  const keeper = await signedInAs(town, mailboxOf(1));
  await keeper.submit(
    await keeper.get('/inbox'),
    'answer-hello',
    {},
    { press: 'We know you: Tuesday Table' },
  );

  const coordinator = await signedInAs(town, ruth);
  const page = await coordinator.get('/neighbours/alone');
  const list = await coordinator.get('/neighbours/alone?area=V01');

  expect(page.text).toMatch(/Eastlock 4 2/);
  expect(page.text).toMatch(/Hartlow 1 0/);
  expect(list.list('alone').map((one) => one.text)).toEqual([
    expect.stringContaining('Lunch 2'),
    expect.stringContaining('Lunch 3'),
  ]);
  expect(list.text).toContain('01632 960177');
  expect((await coordinator.get('/me')).text).toContain('Groups that know nobody');
  expect((await browser.get('/neighbours/alone')).status).toBe(403);
  expect((await (await signedInAs(town, dee)).get('/neighbours/alone')).status).toBe(403);
});

dbTest('the network edits which needs go together, and sees how many signpost across each', async (town) => {
  const { group } = await neighbourTown(town);
  const own = await group({ name: 'Tuesday Table', email: noor, themes: ['food'], east: 0 });
  const other = await group({ name: 'Debt desk', email: mailboxOf(1), themes: ['money'], east: 100 });
  const browser = await signedInAs(town, noor);
  await browser.post(`/organisations/${own}/hellos`, { to: other, words: '' });
  const keeper = await signedInAs(town, mailboxOf(1));
  await keeper.submit(
    await keeper.get('/inbox'),
    'answer-hello',
    {},
    { press: 'We signpost people to you: Tuesday Table' },
  );
  const coordinator = await signedInAs(town, ruth);

  const oneSided = await coordinator.get('/settings/need-pairs');
  await browser.submit(
    await browser.get('/neighbours'),
    'say-of-them',
    {},
    { press: 'They signpost people to us: Debt desk' },
  );
  const both = await coordinator.get('/settings/need-pairs');
  const gone = await coordinator.submit(both, 'remove-need-pair', { one: 'food', other: 'money' });
  const silent = await coordinator.submit(gone, 'add-need-pair', { one: 'arts', other: 'arts' });
  const added = await coordinator.submit(gone, 'add-need-pair', { one: 'youth', other: 'arts' });
  const twice = await coordinator.submit(gone, 'add-need-pair', { one: 'arts', other: 'youth' });
  const invented = await coordinator.post('/settings/need-pairs', { one: 'gold', other: 'arts' });

  const line = (page: typeof both) =>
    page.list('need-pairs').find((one) => one.text.startsWith('Food and meals with money'))?.text;
  expect(line(oneSided)).toContain('No two groups signpost across it yet');
  expect(line(both)).toContain('Two groups signpost across it');
  expect(line(gone)).toBeUndefined();
  expect([silent.status, silent.problems.other]).toEqual([
    422,
    expect.stringContaining('These are the same'),
  ]);
  expect(added.text).toContain('Arts and music with young people');
  expect([twice.status, twice.alert]).toEqual([409, expect.stringContaining('go together already')]);
  expect([invented.status, invented.problems.one]).toEqual([422, expect.stringContaining('from the list')]);
  expect((await browser.get('/settings/need-pairs')).status).toBe(403);
  expect((await browser.post('/settings/need-pairs', { one: 'arts', other: 'youth' })).status).toBe(403);
});

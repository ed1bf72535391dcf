import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { coordinating } from '../../../../test/helpers/empty-network.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { pathIn } from '../../../../test/helpers/two-boroughs.ts';
import { loadAreas } from '../../areas/door.ts';

const eastlock = {
  name: 'Eastlock Volunteer Centre',
  phone: '01632 960101',
  email: 'hello@eastlock.example',
  postcode: '',
  first_admin: 'pat@eastlock.example',
  second_admin: '',
};

/** An empty network with three boroughs, and Ruth who coordinates it. */
async function withAreas(town: Town): Promise<{ coordinator: Client; area: (code: string) => string }> {
  const coordinator = await coordinating(town);
  await loadAreas(town.jobCtx, [
    { code: 'V00', name: 'Ambry Vale', level: 'region' },
    { code: 'V01', name: 'Eastlock', level: 'borough', parentCode: 'V00' },
    { code: 'V02', name: 'Hartlow', level: 'borough', parentCode: 'V00' },
    { code: 'V05', name: 'Nine Elders', level: 'borough', parentCode: 'V00' },
  ]);
  const rows = await town.owner.selectFrom('areas.area').select(['id', 'code']).execute();
  return { coordinator, area: (code) => rows.find((row) => row.code === code)?.id ?? '' };
}

async function join(town: Town, email: string): Promise<Client> {
  const [mail] = await mailTo(town, email);
  const person = await signedInAs(town, email);
  await person.submit(await person.get(pathIn(mail?.body ?? '', '/invitations/')), 'accept-invitation');
  return person;
}

async function centreStep(coordinator: Client): Promise<string> {
  const steps = (await coordinator.get('/settings')).list('setup');
  return steps.find((step) => step.id === 'centres')?.text ?? '';
}

dbTest('C1-J1 a centre with one admin is amber until the second', async (town) => {
  const { coordinator, area } = await withAreas(town);
  const page = await coordinator.get('/settings/centres');

  const centre = await coordinator.submit(page, 'add-centre', { ...eastlock, areas: area('V01') });
  const nobody = (await coordinator.get('/settings/centres')).list('centres')[0]?.text;
  await join(town, 'pat@eastlock.example');
  const one = (await coordinator.get('/settings/centres')).list('centres')[0]?.text;
  const amber = await centreStep(coordinator);
  const invite = { email: 'sam@eastlock.example', role: 'admin' };
  await coordinator.submit(await coordinator.get(centre.url), 'invite-to-centre', invite);
  const waiting = (await coordinator.get('/settings/centres')).list('centres')[0]?.text;
  await join(town, 'sam@eastlock.example');
  const two = (await coordinator.get('/settings/centres')).list('centres')[0]?.text;

  expect(centre.h1).toBe('Eastlock Volunteer Centre');
  expect(nobody).toContain('Nobody runs it yet, one is invited');
  expect(one).toContain('One person alone runs it, nobody else is invited');
  expect(amber).toContain('One centre. It is not run by two people yet. Something is missing');
  expect(waiting).toContain('One person alone runs it, one is invited');
  expect(two).toContain('Two people run it');
  expect(await centreStep(coordinator)).toContain('One centre. Each is run by two people or more. Done');
});

dbTest(
  'C1-J1 a borough in no centre is shown as a gap, and a neighbour can be chosen for it',
  async (town) => {
    const { coordinator, area } = await withAreas(town);
    const centre = await coordinator.submit(await coordinator.get('/settings/centres'), 'add-centre', {
      ...eastlock,
      areas: [area('V01'), area('V02')],
    });
    const id = centre.url.split('/').at(-1) ?? '';

    const page = await coordinator.get('/settings/cover');
    const settings = await coordinator.submit(page, 'choose-cover', { [`cover-${area('V05')}`]: id });

    expect(page.text).toContain('Nobody answers for Nine Elders, so the hub does.');
    expect(page.text).toContain('Nine Elders: a gap');
    expect(page.list('own').map((row) => row.id)).toEqual(['V01', 'V02']);
    const step = settings.list('setup').find((one) => one.id === 'cover');
    expect(step?.text).toContain('Every borough has a centre or a cover.');
    expect(settings.list('changes')[0]?.text).toContain('Changed who answers for which area');
    const elders = await coordinator.get('/areas/V05');
    expect(elders.text).toContain('Nine Elders has no centre of its own; its neighbour answers for it.');
    expect(elders.text).toContain('Eastlock Volunteer Centre');
  },
);

dbTest('a centre that is added twice is one, and its people are invited once', async (town) => {
  const { coordinator, area } = await withAreas(town);
  const page = await coordinator.get('/settings/centres');
  const add = () => coordinator.submit(page, 'add-centre', { ...eastlock, areas: area('V01') });

  const [one, two] = await Promise.all([add(), add()]);

  expect(two.url).toBe(one.url);
  expect(await mailTo(town, 'pat@eastlock.example')).toHaveLength(1);
});

dbTest('R122 an area has one centre of its own, and a cover ends when it gets one', async (town) => {
  const { coordinator, area } = await withAreas(town);
  const add = await coordinator.get('/settings/centres');
  const first = await coordinator.submit(add, 'add-centre', { ...eastlock, areas: area('V01') });
  const id = first.url.split('/').at(-1) ?? '';
  const cover = await coordinator.get('/settings/cover');
  await coordinator.submit(cover, 'choose-cover', { [`cover-${area('V02')}`]: id });

  const taken = await coordinator.post('/settings/centres', {
    ...eastlock,
    name: 'Another',
    areas: area('V01'),
  });
  const hartlow = await coordinator.submit(await coordinator.get('/settings/centres'), 'add-centre', {
    ...eastlock,
    name: 'Hartlow Volunteer Centre',
    first_admin: 'lee@hartlow.example',
    second_admin: 'kim@hartlow.example',
    areas: area('V02'),
  });

  expect(taken.status).toBe(422);
  expect(taken.text).toContain('Eastlock has Eastlock Volunteer Centre already.');
  expect(hartlow.list('people').map((one) => one.text)).toEqual([
    expect.stringContaining('lee@hartlow.example, invited'),
    expect.stringContaining('kim@hartlow.example, invited'),
  ]);
  expect((await coordinator.get('/areas/V02')).text).toContain('Hartlow Volunteer Centre');
});

dbTest('a centre that is filled in badly is told what to put right, and nothing is written', async (town) => {
  const { coordinator } = await withAreas(town);
  const page = await coordinator.get('/settings/centres');

  const wrong = await coordinator.submit(page, 'add-centre', {
    ...eastlock,
    first_admin: 'office',
    second_admin: 'office',
  });

  expect(wrong.status).toBe(422);
  expect(Object.keys(wrong.problems)).toEqual(expect.arrayContaining(['first_admin', 'second_admin']));
  expect(wrong.alert).toContain('Tick the boroughs it is the centre of');
  expect(wrong.form('add-centre').values.name).toBe('Eastlock Volunteer Centre');
  expect((await coordinator.get('/settings/centres')).text).toContain('No centre yet.');
});

dbTest(
  'name, contact and boroughs of a centre can be put right; the second to save sees both',
  async (town) => {
    const { coordinator, area } = await withAreas(town);
    const add = await coordinator.get('/settings/centres');
    const centre = await coordinator.submit(add, 'add-centre', { ...eastlock, areas: area('V01') });

    const changed = { name: 'Eastlock Helpers', areas: [area('V01'), area('V05')] };
    await coordinator.submit(centre, 'change-centre', changed);
    const stale = await coordinator.submit(centre, 'change-centre', { name: 'Eastlock Friends' });
    await coordinator.submit(stale, 'change-centre', { areas: [area('V05')] });

    expect(stale.status).toBe(409);
    expect(stale.text).toMatch(/Eastlock Helpers.*Eastlock Friends/);
    const now = (await coordinator.get('/settings/centres')).list('centres')[0]?.text;
    expect(now).toMatch(/^Eastlock Friends Nine Elders\./);
    expect((await coordinator.get('/settings/cover')).text).toContain('Nobody answers for Eastlock, Hartlow');
  },
);

dbTest('nobody but the coordinator adds centres or invites to them', async (town) => {
  const { coordinator, area } = await withAreas(town);
  const add = await coordinator.get('/settings/centres');
  const centre = await coordinator.submit(add, 'add-centre', { ...eastlock, areas: area('V01') });
  const pat = await join(town, 'pat@eastlock.example');

  expect((await pat.get('/settings/centres')).status).toBe(403);
  expect((await pat.get(centre.url)).status).toBe(403);
  expect((await pat.post('/settings/cover', {})).status).toBe(403);
  expect((await pat.post(`${centre.url}/invite`, { email: 'x@y.example', role: 'admin' })).status).toBe(403);
  expect((await coordinator.get('/settings/centres/019aa000-0000-7000-8000-000000000001')).status).toBe(404);
});

dbTest('C1-J1 with a name, areas and a centre the front door opens', async (town) => {
  const { coordinator, area } = await withAreas(town);
  await coordinator.submit(await coordinator.get('/settings/name'), 'name-network', {
    name: 'Ambry Vale Together',
    strapline: 'Find something good close to home',
    hub_name: 'Ambry Vale Hub',
    hub_phone: '01632 960100',
    hub_email: 'hub@ambryvale.example',
  });
  await coordinator.submit(await coordinator.get('/settings/centres'), 'add-centre', {
    ...eastlock,
    areas: [area('V01'), area('V02'), area('V05')],
  });

  const front = await coordinator.submit(await coordinator.get('/settings/doors'), 'open-doors');

  expect(front.h1).toBe('Find something good close to home');
  const visitor = await town.browser();
  expect((await visitor.get('/')).list('centres')[0]?.text).toContain('Eastlock Volunteer Centre');
  expect((await visitor.get('/robots.txt')).body).toContain('Sitemap:');
  await coordinator.submit(await coordinator.get('/settings/doors'), 'open-doors');
  expect((await visitor.get('/')).h1).toBe('Ambry Vale Together is being set up');
});

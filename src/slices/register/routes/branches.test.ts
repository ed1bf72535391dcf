import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { type TwoBoroughs, twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { rebuildDocuments } from '../../directory/actions/remake.ts';

const office = 'office@lantern.example';

dbTest('R10 a body with six branches shows once in search, and opens to them', async (town) => {
  const { whole, branches } = await lantern(town, 6);
  const stranger = await town.browser();
  const apart = await stranger.get('/search?q=lantern');

  for (const branch of branches) await bind(town, branch, whole);
  const found = await stranger.get('/search?q=lantern');
  const byBranch = await stranger.get('/search?q=lantern+branch+four');
  const page = await stranger.get(found.list('results')[0]?.href ?? '');

  expect(apart.list('results')).toHaveLength(7);
  expect(found.list('results').map((one) => one.id)).toEqual([whole]);
  expect(found.list('results')[0]?.text).toContain('6 branches');
  expect(byBranch.list('results').map((one) => one.id)).toEqual([whole]);
  expect(page.list('branches')).toHaveLength(6);
  const branch = await stranger.get(page.list('branches')[0]?.href ?? '');
  expect(branch.text).toContain('Part of Lantern Trust');
  expect(branch.text).toContain('01632 960140');
});

dbTest('R10 whoever looks near a branch finds the body there', async (town) => {
  const { whole, branches } = await lantern(town, 1);
  await bind(town, branches[0] ?? '', whole);
  await town.owner
    .insertInto('register.location')
    .values({
      ...{ id: town.ctx.newId(), organisation_id: branches[0] ?? '', main: true, shown: 'public' },
      ...{ venue: 'Lantern House', postcode: 'AV2 1BD', lat: 53.864, lon: -4.744 },
    })
    .execute();
  await sql`update register.location set plane = point(10, 10)`.execute(town.owner);
  await rebuildDocuments(town.jobCtx);

  const found = await (await town.browser()).get('/search?q=lantern');

  expect(found.list('results')[0]?.text).toContain('Lantern House');
});

dbTest('R10 one side asks, and only the other side says yes', async (town) => {
  const { whole, branches } = await lantern(town, 1);
  const [part, trust] = [await signedInAs(town, 'one@lantern.example'), await signedInAs(town, office)];
  const branch = branches[0] ?? '';

  const asked = await bind(town, branch, whole, { answer: false });
  const again = await part.post(`/organisations/${branch}/branches`, {
    ...{ other_id: whole, link: 'branch', as: 'part', q: 'lantern' },
  });
  const question = await trust.get((await trust.get('/inbox')).list('inbox')[0]?.href ?? '');
  const own = await part.post(question.url, { answer: 'accepted' });
  const silent = await trust.submit(question, 'answer-belonging', { answer: 'declined' });
  await trust.submit(question, 'answer-belonging', { answer: 'declined', reason: 'We left you in May.' });

  expect(asked.text).toContain('Lantern Trust was asked.');
  expect(again.status).toBe(409);
  expect(own.status).toBe(404);
  expect(silent.problems.reason).toContain('Say why not');
  expect((await mailTo(town, 'one@lantern.example'))[0]?.body).toContain('“We left you in May.”');
  expect((await part.get(`/organisations/${branch}`)).text).not.toContain('Part of');
});

dbTest('R10 nothing goes round in a circle', async (town) => {
  const { whole, branches } = await lantern(town, 2);
  const [one, two] = [branches[0] ?? '', branches[1] ?? ''];
  await bind(town, one, whole);
  await town.owner
    .updateTable('register.organisation')
    .set({ parent_id: one, parent_link: 'member' })
    .where('id', '=', two)
    .execute();
  const trust = await signedInAs(town, office);

  const circle = await trust.post(`/organisations/${whole}/branches`, {
    ...{ other_id: two, link: 'member', as: 'part', q: 'lantern' },
  });
  const itself = await trust.post(`/organisations/${whole}/branches`, {
    ...{ other_id: whole, link: 'member', as: 'part', q: 'lantern' },
  });

  expect(circle.status).toBe(409);
  expect(circle.text).toContain('it would go round in a circle');
  expect(itself.text).toContain('Nothing can be part of itself.');
});

dbTest('R10 whoever closes a body says what becomes of its branches', async (town) => {
  const { whole, branches } = await lantern(town, 2);
  for (const branch of branches) await bind(town, branch, whole);
  const trust = await signedInAs(town, office);
  const form = await trust.get(`/organisations/${whole}/state`);

  const silent = await trust.submit(form, 'move-organisation', { to: 'closing', reason: 'We are done.' });
  await trust.submit(form, 'move-organisation', { to: 'closing', reason: 'We are done.', branches: 'stay' });

  expect(silent.status).toBe(422);
  expect(silent.problems.branches).toContain('It has 2 branches.');
  const found = await (await town.browser()).get('/search?q=lantern');
  expect(found.list('results').map((one) => one.id)).toEqual(expect.arrayContaining([...branches]));
  const alone = await trust.get(`/organisations/${branches[0]}`);
  expect(alone.text).not.toContain('Part of');
});

dbTest('R10 branches may close with their body', async (town) => {
  const { whole, branches } = await lantern(town, 2);
  for (const branch of branches) await bind(town, branch, whole);
  const trust = await signedInAs(town, office);
  const form = await trust.get(`/organisations/${whole}/state`);

  await trust.submit(form, 'move-organisation', { to: 'closing', reason: 'We are done.', branches: 'close' });

  const states = await town.owner
    .selectFrom('register.organisation')
    .select('state')
    .where('id', 'in', branches)
    .execute();
  expect(states.map((one) => one.state)).toEqual(['closed', 'closed']);
  expect((await (await town.browser()).get('/search?q=lantern')).text).not.toContain('Lantern Branch');
});

dbTest('R10 its keepers say what kind of body it is', async (town) => {
  const { whole } = await lantern(town, 0);
  const trust = await signedInAs(town, office);
  const form = await trust.get(`/organisations/${whole}/branches`);

  await trust.submit(form, 'change-kind', { kind: 'funder' });
  const hub = await trust.post(`/organisations/${whole}/kind`, { kind: 'hub', version: '2' });

  expect((await trust.get(`/organisations/${whole}`)).text).toContain('Kind Funder');
  expect(hub.status).toBe(422);
});

interface Lantern extends TwoBoroughs {
  whole: string;
  branches: readonly string[];
}

const numbers = ['one', 'two', 'three', 'four', 'five', 'six'];

async function lantern(town: Town, count: number): Promise<Lantern> {
  const bodies = await twoBoroughs(town);
  const whole = await one(town, bodies, { name: 'Lantern Trust', kind: 'national', admin: office });
  const branches = [];
  for (const number of numbers.slice(0, count)) {
    const name = `Lantern Branch ${number}`;
    branches.push(await one(town, bodies, { name, kind: 'group', admin: `${number}@lantern.example` }));
  }
  await rebuildDocuments(town.jobCtx);
  return { ...bodies, whole, branches };
}

async function one(
  town: Town,
  bodies: TwoBoroughs,
  about: { name: string; kind: string; admin: string },
): Promise<string> {
  const id = town.ctx.newId();
  const at = {
    created_at: town.ctx.now,
    changed_at: town.ctx.now,
    freshness: 'ok',
    checked_at: town.ctx.now,
  };
  await town.owner
    .insertInto('register.organisation')
    .values({
      ...{ id, name: about.name, kind: about.kind, state: 'active', home_centre_id: bodies.eastlock, ...at },
      ...{ summary: `${about.name} lights the way.`, phone: '01632 960140' },
    })
    .execute();
  await signedInAs(town, about.admin);
  const admin = town.owner.selectFrom('people.person').select('id').where('email', '=', about.admin);
  const { id: person_id } = await admin.executeTakeFirstOrThrow();
  const held = { organisation_id: id, person_id, role: 'admin', from_at: town.ctx.now };
  await town.owner
    .insertInto('register.position')
    .values({ id: town.ctx.newId(), ...held })
    .execute();
  return id;
}

/** The branch asks on its page, and the office says yes in its inbox. */
async function bind(town: Town, branch: string, whole: string, how: { answer?: boolean } = {}) {
  const { name } = await town.owner
    .selectFrom('register.organisation')
    .select('name')
    .where('id', '=', branch)
    .executeTakeFirstOrThrow();
  const part = await signedInAs(town, `${name.split(' ')[2]}@lantern.example`);
  const looked = await part.get(`/organisations/${branch}/branches?q=Lantern+T`);
  const asked = await part.submit(looked, 'ask-belonging', { other_id: whole });
  if (how.answer === false) return asked;
  const trust = await signedInAs(town, office);
  const inbox = await trust.get('/inbox');
  const question = await trust.get(inbox.list('inbox')[0]?.href ?? '');
  await trust.submit(question, 'answer-belonging', { answer: 'accepted' });
  return asked;
}

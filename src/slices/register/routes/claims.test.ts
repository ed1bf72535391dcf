import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { pathIn, type TwoBoroughs, twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';

const dee = 'centre-worker@practice.example';
const ruth = 'coordinator@practice.example';
const noor = 'noor@saffron.example';
const group_ = 'hello@saffron.example';

dbTest(
  'a claim is proved by the mailbox on the record, and the home centre’s yes gives the page',
  async (town) => {
    const { group } = await aRecord(town);
    const [maker, home] = [await signedInAs(town, noor), await signedInAs(town, dee)];
    const form = await maker.get(`/organisations/${group}/claim`);

    const waits = await maker.submit(form, 'claim-organisation', { way: 'mail' });
    const [mail] = await mailTo(town, group_);
    const passer = await town.browser();
    const link = pathIn(mail?.body ?? '', '/belongs/');
    const opened = await passer.get(link);
    expect((await home.get((await home.get('/inbox')).list('inbox')[0]?.href ?? '')).text).toContain(
      'nobody has used it yet',
    );
    const pressed = await passer.submit(opened, 'prove-claim');
    const claim = await home.get((await home.get('/inbox')).list('inbox')[0]?.href ?? '');
    await home.submit(claim, 'answer-claim', { answer: 'accepted', proof: 'The link was used.' });

    expect(waits.text).toContain(`a link went to ${group_}`);
    expect(pressed.h1).toBe('Thank you, the centre knows');
    expect(claim.text).toContain(`Proved: the link to ${group_} was used`);
    expect((await maker.get(`/organisations/${group}/edit`)).status).toBe(200);
    expect((await passer.get(link)).status).toBe(410);
  },
);

dbTest('a visitor is told what a claim takes, and signs in from there', async (town) => {
  const { group } = await aRecord(town);
  const passer = await town.browser();

  const told = await passer.get(`/organisations/${group}/claim`);
  const sent = await passer.post(`/organisations/${group}/claim`, { way: 'mail', words: '' });

  expect(told.status).toBe(200);
  expect(told.text).toContain('Sign in to say so');
  expect(told.text).not.toContain(group_);
  expect(sent.status).toBe(401);
});

dbTest('a claim without a mailbox says who else can be asked', async (town) => {
  const { group } = await aRecord(town, { email: '' });
  const [maker, home] = [await signedInAs(town, noor), await signedInAs(town, dee)];
  const form = await maker.get(`/organisations/${group}/claim`);

  const silent = await maker.submit(form, 'claim-organisation', { words: '' });
  const forced = await maker.post(`/organisations/${group}/claim`, { way: 'mail', words: '' });
  await maker.submit(form, 'claim-organisation', { words: 'Ask for Ivy, 01632 960101.' });

  expect(silent.problems.words).toContain('who else');
  expect(forced.status).toBe(422);
  const claim = await home.get((await home.get('/inbox')).list('inbox')[0]?.href ?? '');
  expect(claim.text).toContain('Ask for Ivy, 01632 960101.');
});

dbTest('a claim that is declined says why, and the hub can have it looked at again', async (town) => {
  const { group } = await aRecord(town);
  const [maker, home, hub] = [
    await signedInAs(town, noor),
    await signedInAs(town, dee),
    await signedInAs(town, ruth),
  ];
  await maker.submit(await maker.get(`/organisations/${group}/claim`), 'claim-organisation', { way: 'mail' });
  const { id } = await town.owner.selectFrom('register.claim').select('id').executeTakeFirstOrThrow();
  const claim = await home.get(`/claims/${id}`);
  await home.submit(claim, 'answer-claim', { answer: 'declined', proof: 'Nobody picked up.' });
  expect((await mailTo(town, noor))[0]?.body).toContain('“Nobody picked up.”');

  const own = await maker.get(`/claims/${id}`);
  await maker.submit(own, 'appeal-claim', { what: 'We were on holiday.' });
  const again = await maker.post(`/claims/${id}/appeal`, { what: 'Hello?' });
  const appeal = await hub.get((await hub.get('/inbox')).list('inbox')[0]?.href ?? '');
  await hub.submit(appeal, 'answer-appeal', { answer: 'upheld', reason: 'Ring them once more.' });

  expect(own.text).toContain('“Nobody picked up.”');
  expect(again.status).toBe(409);
  expect(appeal.text).toContain('We were on holiday.');
  expect((await home.get(`/claims/${id}`)).hasForm('answer-claim')).toBe(true);
  const { state } = await town.owner
    .selectFrom('register.organisation')
    .select('state')
    .where('id', '=', group)
    .executeTakeFirstOrThrow();
  expect(state).toBe('active');
});

dbTest('whoever runs a page hears of a claim and may object; the centre reads it', async (town) => {
  const { group } = await aRecord(town);
  const [maker, runner, home] = [
    await signedInAs(town, noor),
    await signedInAs(town, 'runner@saffron.example'),
    await signedInAs(town, dee),
  ];
  const runs = await town.owner
    .selectFrom('people.person')
    .select('id')
    .where('email', '=', 'runner@saffron.example')
    .executeTakeFirstOrThrow();
  await town.owner
    .insertInto('register.position')
    .values({
      ...{ id: town.ctx.newId(), organisation_id: group, person_id: runs.id, role: 'admin' },
      from_at: town.ctx.now,
    })
    .execute();
  const form = await maker.get(`/organisations/${group}/claim`);
  expect(form.text).toContain('Somebody looks after this page already');
  await maker.submit(form, 'claim-organisation', { way: 'mail' });

  const [told] = await mailTo(town, 'runner@saffron.example');
  const page = await runner.get(pathIn(told?.body ?? '', '/claims/'));
  await runner.submit(page, 'object-to-claim', { objection: 'She left in May.' });

  expect(page.text).not.toContain(noor);
  expect((await home.get(page.url)).text).toContain('objects: “She left in May.”');
  expect((await maker.get(page.url)).text).not.toContain('She left in May.');
  expect((await (await signedInAs(town, 'nobody@else.example')).get(page.url)).status).toBe(404);
});

async function aRecord(
  town: Town,
  changed: { email?: string } = {},
): Promise<TwoBoroughs & { group: string }> {
  const bodies = await twoBoroughs(town);
  const group = town.ctx.newId();
  const at = { created_at: town.ctx.now, changed_at: town.ctx.now };
  await town.owner
    .insertInto('register.organisation')
    .values({
      ...{ id: group, name: 'Saffron Street', kind: 'informal', state: 'active', claimed: false, ...at },
      ...{ phone: '01632 960144', email: group_, home_centre_id: bodies.eastlock, ...changed },
    })
    .execute();
  return { ...bodies, group };
}

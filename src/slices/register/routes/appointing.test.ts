import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { inTheMiddleOf } from '../../../../test/helpers/middle.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { type Things, things } from '../../../../test/helpers/things.ts';
import { pathIn } from '../../../../test/helpers/two-boroughs.ts';
import { addDays } from '../../../platform/dates.ts';
import { runDue } from '../../../platform/due.ts';

const next = 'next@things.example';
const whoIsIll = 'admin-of-b@things.example';
const firstChecker = 'other-centre-worker@practice.example';
const coordinator = 'coordinator@practice.example';

const first = { email: next, why: 'The organiser is in hospital.', check: 'rang' };

async function begun(town: Town, there: Things): Promise<{ page: string; one: Client }> {
  const page = `/organisations/${there.otherGroup}/appointments`;
  const one = await signedInAs(town, firstChecker);
  await one.submit(await one.get(page), 'appoint-person', first);
  return { page, one };
}

async function confirmed(town: Town, there: Things) {
  const { page, one } = await begun(town, there);
  const two = await signedInAs(town, coordinator);
  await two.submit(await two.get(page), 'confirm-appointment', { check: 'letter' });
  const [told] = await mailTo(town, whoIsIll);
  return { page, one, two, told };
}

async function admins({ owner }: Town, organisation: string): Promise<string[]> {
  const rows = await owner
    .selectFrom('register.position')
    .innerJoin('people.person', 'people.person.id', 'person_id')
    .select('email')
    .where('organisation_id', '=', organisation)
    .where('role', '=', 'admin')
    .where('until_at', 'is', null)
    .orderBy('email')
    .execute();
  return rows.map(({ email }) => email);
}

const afterThreeDays = () => addDays(new Date(), 3.1);

dbTest(
  'C3-J6 the organiser is ill: two checks, everybody told, three days, then somebody new is invited',
  async (town) => {
    const there = await things(town);
    const { page, one, told } = await confirmed(town, there);
    expect(told?.subject).toBe('Somebody new is to run the page of Hartlow Hens');
    expect(await mailTo(town, next)).toEqual([]);

    await runDue(town.jobsSource, afterThreeDays());

    const newcomer = await signedInAs(town, next);
    const link = pathIn((await mailTo(town, next))[0]?.body ?? '', '/invitations');
    await newcomer.submit(await newcomer.get(link), 'accept-invitation');
    expect(await admins(town, there.otherGroup)).toEqual([whoIsIll, next]);

    const shown = await one.get(page);
    const undone = await one.submit(shown, 'reverse-appointment', { reason: 'The organiser is well again.' });
    expect(undone.text).toContain('The organiser is well again.');
    expect(await admins(town, there.otherGroup)).toEqual([whoIsIll]);
    expect((await newcomer.get(`/organisations/${there.otherGroup}/edit`)).status).toBe(403);
    const kept = await town.owner
      .selectFrom('platform.event')
      .select('reason')
      .where('name', '=', 'register.appointment_ended')
      .where('reason', 'is not', null)
      .execute();
    expect(kept).toEqual([{ reason: 'The organiser is well again.' }]);
  },
);

dbTest('C3-J6 whoever was told stops it from the mail, without signing in', async (town) => {
  const there = await things(town);
  const { page, one, told } = await confirmed(town, there);
  const link = pathIn(told?.body ?? '', '/appointments/object');
  const anybody = await town.browser();

  const empty = await anybody.submit(await anybody.get(link), 'object-to-appointment', { reason: '' });
  expect([empty.status, empty.problems.reason]).toEqual([422, expect.stringContaining('Say why')]);
  const stopped = await anybody.submit(empty, 'object-to-appointment', { reason: 'I am only on holiday.' });
  expect(stopped.text).toContain('It is stopped.');
  expect((await anybody.post(link, { reason: 'Again' })).status).toBe(409);

  await runDue(town.jobsSource, afterThreeDays());
  expect(await mailTo(town, next)).toEqual([]);
  expect((await one.get(page)).text).toContain('I am only on holiday.');
  expect((await mailTo(town, firstChecker))[0]?.subject).toContain('nobody new was appointed');
});

dbTest('C3-J6 who objects at the very moment when the three days are over is still heard', async (town) => {
  const there = await things(town);
  await confirmed(town, there);
  const held = await inTheMiddleOf(town, "update register.appointment set state = 'stopped'");
  const due = runDue(town.jobsSource, afterThreeDays());
  await sleep(400);
  await held.commit();
  await due;

  expect(await mailTo(town, next)).toEqual([]);
  const [row] = await town.owner.selectFrom('register.appointment').select('state').execute();
  expect(row?.state).toBe('stopped');
});

dbTest('C3-J6 the second check is another person’s, and made in another way', async (town) => {
  const there = await things(town);
  const { page, one } = await begun(town, there);
  const [made] = (await one.get(page)).list('appointments');
  const confirm = `/appointments/${made?.id}/confirm`;
  const two = await signedInAs(town, coordinator);

  const own = await one.post(confirm, { check: 'met' });
  const same = await two.post(confirm, { check: 'rang' });

  expect([own.status, own.alert]).toEqual([409, expect.stringContaining('You made the first check')]);
  expect([same.status, same.problems.check]).toEqual([422, expect.stringContaining('in another way')]);
  const another = await one.post(page, { ...first, email: 'third@things.example' });
  expect([another.status, another.alert]).toEqual([409, expect.stringContaining('already')]);
});

dbTest(
  'C3-J6 only the home centre and the hub can appoint; to others the page is not there',
  async (town) => {
    const there = await things(town);
    const page = `/organisations/${there.otherGroup}/appointments`;
    for (const who of [whoIsIll, 'centre-admin@things.example', next]) {
      const browser = await signedInAs(town, who);
      expect((await browser.get(page)).status).toBe(404);
      expect((await browser.post(page, first)).status).toBe(404);
    }
    expect((await (await town.browser()).get(page)).status).toBe(401);
    const centre = await signedInAs(town, firstChecker);
    expect((await centre.get(`/organisations/${there.otherGroup}/people`)).text).toContain(
      'Give it to somebody new',
    );
  },
);

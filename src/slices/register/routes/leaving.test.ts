import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Client, ShownPage } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { inTheMiddleOf } from '../../../../test/helpers/middle.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { busyThings, type Things } from '../../../../test/helpers/things.ts';
import { pathIn } from '../../../../test/helpers/two-boroughs.ts';
import { addDays, dayOf } from '../../../platform/dates.ts';
import { runDue } from '../../../platform/due.ts';
import { Refused } from '../../../platform/errors.ts';
import { endPosition } from '../actions/people.ts';

const admin = 'admin-of-a@things.example';
const otherAdmin = 'gone-from-a@things.example';
const worker = 'member-of-a@things.example';
const adminOfB = 'admin-of-b@things.example';

const tomorrow = () => dayOf(addDays(new Date(), 1));
const inThreeDays = () => addDays(new Date(), 3);

/** Opens the page that plans the leaving of somebody, by their name as the list of people shows it. */
async function planning(browser: Client, group: string, name: string): Promise<ShownPage> {
  const people = await browser.get(`/organisations/${group}/people`);
  const row = people.list('people').find((one) => one.text.includes(name));
  return browser.get(`/organisations/${group}/people/${row?.id}/leaving`);
}

function takers(page: ShownPage, personId: string): Record<string, string> {
  const { offers } = page.form('plan-leaving');
  return Object.fromEntries(
    Object.keys(offers).flatMap((name) => (name.startsWith('taker.') ? [[name, personId]] : [])),
  );
}

async function ownerOfPromise({ owner }: Town, thing: string): Promise<string> {
  const loop = owner.selectFrom('loops.loop').select('owner_person_id').where('thing_id', '=', thing);
  return (await loop.executeTakeFirstOrThrow()).owner_person_id;
}

async function rolesOf({ owner }: Town, organisation: string, person: string): Promise<string[]> {
  const rows = await owner
    .selectFrom('register.position')
    .select('role')
    .where('organisation_id', '=', organisation)
    .where('person_id', '=', person)
    .where('until_at', 'is', null)
    .execute();
  return rows.map(({ role }) => role).sort();
}

async function planned(town: Town, there: Things): Promise<{ leaver: Client; page: ShownPage }> {
  // Long promises, so that none climbs while somebody leaves.
  await town.owner
    .updateTable('loops.loop')
    .set({ due_at: addDays(new Date(), 60) })
    .execute();
  const leaver = await signedInAs(town, admin);
  const form = await planning(leaver, there.group, 'admin-of-a');
  const page = await leaver.submit(form, 'plan-leaving', {
    ...takers(form, there.people['member of A']),
    on: tomorrow(),
    note: 'The key hangs behind the clock.',
  });
  return { leaver, page };
}

dbTest(
  'R91 whoever leaves hands each thing to somebody who says yes, and access ends with the day',
  async (town) => {
    const there = await busyThings(town);
    const { leaver, page } = await planned(town, there);
    const held = [
      'Suggested change: Tansy Street Kitchen',
      'The same group?: Tansy Street Choir',
      'Hello: Tansy Street Choir',
      'Safeguarding lead',
    ].map((words) => expect.stringContaining(words));
    expect(page.list('duties').map(({ text }) => text)).toEqual(held);
    expect((await mailTo(town, worker))[0]?.subject).toContain('asks you to take over');

    const taker = await signedInAs(town, worker);
    const own = await taker.get('/me');
    expect(own.text).toContain('Would you take over?');
    const asked = await taker.get(pathIn((await mailTo(town, worker))[0]?.body ?? '', '/leavings'));
    const one = await taker.submit(asked, 'answer-handover', {}, { press: 'I take it' });
    const two = await taker.submit(one, 'answer-handover', {}, { press: 'I take it' });
    const three = await taker.submit(two, 'answer-handover', {}, { press: 'I take it' });
    const taken = await taker.submit(three, 'answer-handover', {}, { press: 'I take it' });

    expect(taken.list('handed-over')).toHaveLength(4);
    expect(await ownerOfPromise(town, there.suggestion)).toBe(there.people['member of A']);
    expect((await leaver.get(`/organisations/${there.group}/edit`)).status).toBe(200);

    await runDue(town.jobsSource, inThreeDays());

    expect(await rolesOf(town, there.group, there.people['admin of A'])).toEqual([]);
    expect((await leaver.get(`/organisations/${there.group}/edit`)).status).toBe(403);
    expect((await mailTo(town, otherAdmin))[0]?.subject).toContain('has left Tansy Street Kitchen');
    const brief = await taker.get(`/organisations/${there.group}/brief`);
    expect(brief.text).toContain('The key hangs behind the clock.');
    expect(brief.list('promises').map(({ text }) => text)).toEqual(held);
    expect((await leaver.get(`/organisations/${there.group}/brief`)).status).toBe(404);
  },
);

dbTest('R91 a no comes back to whoever leaves, and somebody else can be asked', async (town) => {
  const there = await busyThings(town);
  const { leaver, page } = await planned(town, there);
  const taker = await signedInAs(town, worker);
  await taker.submit(await taker.get(page.url), 'answer-handover', {}, { press: 'Not me' });

  expect((await mailTo(town, admin))[0]?.subject).toContain('Somebody else is needed');
  const again = await leaver.get(page.url);
  expect(again.text).toContain('Declined');
  const asked = await leaver.submit(again, 'plan-leaving', takers(again, there.people['gone from A']));
  expect(asked.text).toContain('Asked, not answered yet');
  expect((await taker.get(page.url)).status).toBe(404);
  expect((await mailTo(town, otherAdmin))[0]?.subject).toContain('asks you to take over');
});

dbTest('R91 what nobody took by the last day belongs to whoever answers there then', async (town) => {
  const there = await busyThings(town);
  await planned(town, there);

  await runDue(town.jobsSource, inThreeDays());

  expect(await ownerOfPromise(town, there.suggestion)).toBe(there.people['member of A']);
  const states = await town.owner.selectFrom('register.handover').select('state').execute();
  expect(states).toEqual(Array.from({ length: 4 }, () => ({ state: 'taken_back' })));
});

dbTest('R91 whoever leaves after all stays, and nobody is asked any more', async (town) => {
  const there = await busyThings(town);
  const { leaver, page } = await planned(town, there);
  await leaver.submit(page, 'call-off-leaving');
  const taker = await signedInAs(town, worker);

  await runDue(town.jobsSource, inThreeDays());

  expect((await leaver.get(page.url)).status).toBe(404);
  expect((await taker.get('/me')).text).not.toContain('Would you take over?');
  expect(await rolesOf(town, there.group, there.people['admin of A'])).toEqual(['admin']);
});

dbTest('R91 who stays after all at the very moment of the last day stays', async (town) => {
  const there = await busyThings(town);
  await planned(town, there);
  const held = await inTheMiddleOf(town, 'update register.leaving set called_off_at = now()');
  const due = runDue(town.jobsSource, inThreeDays());
  await sleep(400);
  await held.commit();
  await due;

  expect(await rolesOf(town, there.group, there.people['admin of A'])).toEqual(['admin']);
});

dbTest(
  'R91 a colleague may not plan it, a stranger does not see it, and a bad day loses nothing',
  async (town) => {
    const there = await busyThings(town);
    const leaver = await signedInAs(town, admin);
    const form = await planning(leaver, there.group, 'admin-of-a');
    const refused = await leaver.submit(form, 'plan-leaving', { on: '2020-02-30', note: 'A long note.' });

    expect([refused.status, refused.problems.on]).toEqual([422, 'There is no such day.']);
    expect(refused.form('plan-leaving').values.note).toBe('A long note.');
    const over = await leaver.submit(refused, 'plan-leaving', { on: '2020-02-20' });
    expect([over.status, over.problems.on]).toEqual([422, expect.stringContaining('This day is over')]);
    const path = form.url;
    expect((await (await signedInAs(town, worker)).get(path)).status).toBe(404);
    expect((await (await signedInAs(town, adminOfB)).get(path)).status).toBe(404);
  },
);

dbTest(
  'C3-J6 the only one who runs a page stays until somebody else does, and its centre is asked',
  async (town) => {
    const there = await busyThings(town);
    const leaver = await signedInAs(town, adminOfB);
    const form = await planning(leaver, there.otherGroup, 'admin-of-b');
    expect(form.text).toContain('You alone run this page');
    await leaver.submit(form, 'plan-leaving', { on: tomorrow() });

    await runDue(town.jobsSource, inThreeDays());

    expect(await rolesOf(town, there.otherGroup, there.people['admin of B'])).toEqual(['admin']);
    const centre = await signedInAs(town, 'other-centre-worker@practice.example');
    expect((await centre.get('/inbox')).text).toContain('Find somebody for it');
    expect((await mailTo(town, 'other-centre-worker@practice.example'))[0]?.subject).toBe(
      'Nobody takes over Hartlow Hens',
    );

    const people = await leaver.get(`/organisations/${there.otherGroup}/people`);
    await leaver.submit(people, 'invite-person', { email: 'next@things.example', role: 'admin' });
    const next = await signedInAs(town, 'next@things.example');
    const link = pathIn((await mailTo(town, 'next@things.example'))[0]?.body ?? '', '/invitations');
    await town.owner.updateTable('register.leaving').set({ leaves_at: new Date() }).execute();
    await next.submit(await next.get(link), 'accept-invitation');

    expect(await rolesOf(town, there.otherGroup, there.people['admin of B'])).toEqual([]);
    expect((await centre.get('/inbox')).text).not.toContain('Find somebody for it');
  },
);

const worlds = fc.array(
  fc.record({ roles: fc.subarray(['admin', 'worker', 'trustee'], { minLength: 1 }), promises: fc.nat(3) }),
  { minLength: 1, maxLength: 5 },
);

dbTest(
  'R91 take any one person out of any world: no promise without somebody who may keep it, no access left over',
  async (town) => {
    const there = await busyThings(town);
    await fc.assert(
      fc.asyncProperty(worlds, fc.nat(), async (people, pick) => {
        const world = await aWorld(town, there, people);
        const leaver = world.people[pick % world.people.length] ?? '';
        const runs = (roles: readonly string[]) => roles.includes('admin');
        const othersRun = people.some((one, index) => world.people[index] !== leaver && runs(one.roles));
        const wasRunning = runs(people[world.people.indexOf(leaver)]?.roles ?? []);

        const refused = await takeOut(town, world.group, leaver);

        expect(refused).toBe(wasRunning && !othersRun);
        expect(await rolesOf(town, world.group, leaver)).toEqual(refused ? ['admin'] : []);
        expect(await promisesWithoutKeeper(town, world.group)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  },
  { timeout: 60_000 },
);

async function aWorld(
  town: Town,
  there: Things,
  people: readonly { roles: readonly string[]; promises: number }[],
): Promise<{ group: string; people: string[] }> {
  const { newId } = town.ctx;
  const at = new Date();
  const group = newId();
  const about = { created_at: at, changed_at: at, freshness: 'ok', state: 'active', kind: 'informal' };
  await town.owner
    .insertInto('register.organisation')
    .values({ id: group, name: 'A world', home_centre_id: there.centres.eastlock, ...about })
    .execute();
  const ids: string[] = [];
  for (const { roles, promises } of people) {
    const id = newId();
    ids.push(id);
    const person = { id, email: `${id}@world.example`, name: '', created_at: at, changed_at: at };
    await town.owner.insertInto('people.person').values(person).execute();
    for (const role of roles) {
      const held = { id: newId(), organisation_id: group, person_id: id, role, from_at: at };
      await town.owner.insertInto('register.position').values(held).execute();
    }
    const keeps = roles.includes('admin') || roles.includes('worker') ? promises : 0;
    for (let count = 0; count < keeps; count += 1) {
      const due = { opened_at: at, due_at: at, first_due_at: at, owner_since: at };
      const owner = { owner_organisation_id: group, owner_person_id: id, about_organisation_id: group };
      await town.owner
        .insertInto('loops.loop')
        .values({ id: newId(), kind: 'suggested-change', thing_id: newId(), ...due, ...owner })
        .execute();
    }
  }
  return { group, people: ids };
}

/** Ends everything somebody holds there, one position after the other; true when the last admin was kept. */
async function takeOut(town: Town, group: string, person: string): Promise<boolean> {
  const { ctx } = await town.signedIn(person);
  const held = await town.owner
    .selectFrom('register.position')
    .select('id')
    .where('organisation_id', '=', group)
    .where('person_id', '=', person)
    .execute();
  let refused = false;
  for (const { id } of held) {
    const positions = await town.source.house.positionsOf(town.db.open, person);
    try {
      await endPosition({ ...ctx, actor: { ...ctx.actor, positions } }, group, id);
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      refused = true;
    }
  }
  return refused;
}

async function promisesWithoutKeeper({ owner }: Town, group: string): Promise<string[]> {
  const rows = await owner
    .selectFrom('loops.loop')
    .select('id')
    .where('ended_at', 'is', null)
    .where('owner_organisation_id', '=', group)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('register.position')
            .select('register.position.id')
            .whereRef('person_id', '=', 'owner_person_id')
            .where('organisation_id', '=', group)
            .where('until_at', 'is', null)
            .where('role', 'in', ['admin', 'worker']),
        ),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { type TwoBoroughs, twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';

const dee = 'centre-worker@practice.example';
const jo = 'other-centre-worker@practice.example';
const ruth = 'coordinator@practice.example';
const noor = 'noor@saffron.example';

const call = {
  kind: 'call',
  on_day: '2026-11-20',
  words: 'They look for a treasurer. I sent them the guide.',
  shown_to: 'all_centres',
};

dbTest('R8 two centres that advise the same group read each other’s entry before they call', async (town) => {
  const { group } = await aGroup(town);
  const [here, there] = [await signedInAs(town, dee), await signedInAs(town, jo)];
  const log = await here.get(`/organisations/${group}/support`);

  await here.submit(log, 'add-support-entry', call);
  // What somebody wrote about is not taken back with the list that made it.
  const used = await sql`select register.used_elsewhere(${group}) as used`.execute(town.owner);
  expect(used.rows).toEqual([{ used: true }]);
  const record = await there.get(`/organisations/${group}`);
  const read = await there.get(`/organisations/${group}/support`);

  expect(record.text).toContain('Last: Call, 20 November, Eastlock Volunteer Centre');
  expect(read.list('support').map((one) => one.text)).toEqual([
    expect.stringContaining('They look for a treasurer.'),
  ]);
  expect(read.text).toContain('Call by Eastlock Volunteer Centre');
});

dbTest('an entry that is sent twice is written down once', async (town) => {
  const { group } = await aGroup(town);
  const here = await signedInAs(town, dee);
  const log = await here.get(`/organisations/${group}/support`);

  await Promise.all([
    here.submit(log, 'add-support-entry', call),
    here.submit(log, 'add-support-entry', call),
  ]);
  const other = await here.submit(log, 'add-support-entry', { ...call, words: 'They found one.' });

  expect(other.list('support')).toHaveLength(2);
});

dbTest(
  'R8 an entry that is private to a centre is neither shown to the other nor to the hub',
  async (town) => {
    const { group } = await aGroup(town);
    const [here, there, hub] = [
      await signedInAs(town, dee),
      await signedInAs(town, jo),
      await signedInAs(town, ruth),
    ];
    const log = await here.get(`/organisations/${group}/support`);
    const words = 'Their chair wants to step down, and asked us to keep it to ourselves.';
    const mine = await here.submit(log, 'add-support-entry', { ...call, words, shown_to: 'own_centre' });
    const { id } = await town.owner.selectFrom('support.entry').select('id').executeTakeFirstOrThrow();
    const gate = await hub.get(`/organisations/${group}/support`);
    const looked = await hub.submit(gate, 'look-into-support-log', { reason: 'Hartlow asked me to.' });

    expect(mine.text).toContain(words);
    for (const page of [await there.get(`/organisations/${group}/support`), looked]) {
      expect(page.text).not.toContain(words);
      expect(page.text).toContain('No centre has written anything here yet.');
    }
    for (const browser of [there, hub]) {
      expect((await browser.get(`/organisations/${group}`)).text).not.toContain('Last:');
      expect((await browser.get(`/support/${id}`)).status).toBe(404);
      expect((await browser.post(`/support/${id}/done`)).status).toBe(404);
      expect((await browser.get('/me/data')).body).not.toContain(words);
    }
  },
);

dbTest('R9 the coordinator reads a log with a reason, which the centres read', async (town) => {
  const { group } = await aGroup(town);
  const [here, hub] = [await signedInAs(town, dee), await signedInAs(town, ruth)];
  await here.submit(await here.get(`/organisations/${group}/support`), 'add-support-entry', call);

  const gate = await hub.get(`/organisations/${group}/support`);
  const without = await hub.submit(gate, 'look-into-support-log', { reason: ' ' });
  const looked = await hub.submit(gate, 'look-into-support-log', { reason: 'They rang the hub.' });
  const seen = await here.get(`/organisations/${group}/support`);

  expect(gate.text).not.toContain('treasurer');
  expect(without.status).toBe(422);
  expect(looked.text).toContain('treasurer');
  expect(seen.text).toContain('Pat coordinator: They rang the hub.');
});

dbTest('R9 what the coordinator may read closes again after an hour', async (town) => {
  const { group } = await aGroup(town);
  const hub = await signedInAs(town, ruth);
  const gate = await hub.get(`/organisations/${group}/support`);
  await hub.submit(gate, 'look-into-support-log', { reason: 'They rang the hub.' });

  await town.owner.updateTable('support.look').set({ closes_at: new Date() }).execute();

  expect((await hub.get(`/organisations/${group}/support`)).hasForm('look-into-support-log')).toBe(true);
});

dbTest('R8 a group reads what it is shown of its own log, and nothing else', async (town) => {
  const { group } = await aGroup(town);
  const here = await signedInAs(town, dee);
  const log = await here.get(`/organisations/${group}/support`);
  await here.submit(log, 'add-support-entry', call);
  await here.submit(log, 'add-support-entry', {
    ...call,
    words: 'We agreed to meet in May.',
    shown_to: 'group_too',
  });

  const own = await (await signedInAs(town, noor)).get(`/organisations/${group}/support`);
  const stranger = await (await signedInAs(town, 'nobody@else.example')).get(
    `/organisations/${group}/support`,
  );

  expect(own.list('support').map((one) => one.text)).toEqual([
    expect.stringContaining('We agreed to meet in May.'),
  ]);
  expect(own.hasForm('add-support-entry')).toBe(false);
  expect(stranger.status).toBe(404);
});

dbTest(
  'R8 an entry is put right by whoever wrote it, and how it read before stays with the centre',
  async (town) => {
    const { group } = await aGroup(town);
    const [here, there] = [await signedInAs(town, dee), await signedInAs(town, jo)];
    await here.submit(await here.get(`/organisations/${group}/support`), 'add-support-entry', call);
    const href = (await here.get(`/organisations/${group}/support`)).list('support')[0]?.id ?? '';
    const form = await here.get(`/support/${href}`);

    await here.submit(form, 'correct-support-entry', { words: 'They look for a chair.' });
    const late = await here.submit(form, 'correct-support-entry', { words: 'They look for a cook.' });

    expect(late.status).toBe(409);
    expect(late.text).toContain('They look for a chair.');
    expect((await here.get(`/support/${href}`)).list('earlier')[0]?.text).toContain('treasurer');
    const read = await there.get(`/organisations/${group}/support`);
    expect(read.text).toContain('They look for a chair.');
    expect(read.text).not.toContain('treasurer');
    expect((await there.get(`/support/${href}`)).status).toBe(404);
  },
);

dbTest('R8 what is withdrawn says so and why, and its words are gone for everybody else', async (town) => {
  const { group } = await aGroup(town);
  const [here, there] = [await signedInAs(town, dee), await signedInAs(town, jo)];
  await here.submit(await here.get(`/organisations/${group}/support`), 'add-support-entry', call);
  const id = (await here.get(`/organisations/${group}/support`)).list('support')[0]?.id ?? '';
  const form = await here.get(`/support/${id}`);
  expect((await here.submit(form, 'withdraw-support-entry', { withdrawn_reason: '' })).status).toBe(422);

  await here.submit(form, 'withdraw-support-entry', { withdrawn_reason: 'That was another group.' });

  const read = await there.get(`/organisations/${group}/support`);
  expect(read.text).toContain('That was another group.');
  expect(read.text).not.toContain('treasurer');
  expect((await here.get(`/support/${id}`)).text).toContain('treasurer');
  expect((await here.post(`/support/${id}/withdraw`, { withdrawn_reason: 'Again.' })).status).toBe(409);
});

dbTest('R8 a follow-up stands on the colleague’s page until it is done', async (town) => {
  const { group, eastlock } = await aGroup(town);
  const here = await signedInAs(town, dee);
  const log = await here.get(`/organisations/${group}/support`);
  await here.submit(log, 'add-support-entry', { ...call, follow_up_on: '2026-11-23' });

  const before = await here.get('/me');
  const queue = await here.get(`/centres/${eastlock}/support`);
  const after = await here.submit(queue, 'end-follow-up');

  expect(before.text).toContain('Saffron Street Was due 23 November');
  expect(queue.list('follow-ups')[0]?.text).toContain('Was due 23 November, Pat centre-worker');
  expect(after.text).toContain('Nothing waits to be followed up.');
  expect((await here.get('/me')).text).not.toContain('Was due');
});

dbTest('R8 what was typed is kept when it cannot be taken', async (town) => {
  const { group } = await aGroup(town);
  const [here, there] = [await signedInAs(town, dee), await signedInAs(town, jo)];
  const log = await here.get(`/organisations/${group}/support`);

  const tomorrow = await here.submit(log, 'add-support-entry', { ...call, on_day: '2126-11-20' });
  const nothing = await here.submit(log, 'add-support-entry', { ...call, words: '' });
  const { personId } = (await town.signedIn(await idOf(town, jo))).ctx.actor;
  const stranger = await here.post(`/organisations/${group}/support`, {
    ...call,
    centre_id: log.form('add-support-entry').values.centre_id ?? '',
    follow_up_on: '2026-12-01',
    follow_up_person: personId ?? '',
  });
  const foreign = await there.post(`/organisations/${group}/support`, {
    ...call,
    centre_id: log.form('add-support-entry').values.centre_id ?? '',
  });

  expect(tomorrow.status).toBe(422);
  expect(tomorrow.problems.on_day).toContain('still to come');
  expect(tomorrow.html).toContain('They look for a treasurer.');
  expect(nothing.problems.words).toContain('in a sentence or two');
  expect(stranger.problems.follow_up_person).toContain('your centre');
  expect(foreign.status).toBe(403);
});

dbTest('R8 there is no log about a centre', async (town) => {
  const { eastlock } = await twoBoroughs(town);
  const here = await signedInAs(town, jo);

  expect((await here.get(`/organisations/${eastlock}/support`)).status).toBe(404);
  expect((await here.get(`/organisations/${eastlock}`)).text).not.toContain('Support log');
});

async function aGroup(town: Town): Promise<TwoBoroughs & { group: string }> {
  const bodies = await twoBoroughs(town);
  const { owner, ctx } = town;
  const group = ctx.newId();
  const at = { created_at: ctx.now, changed_at: ctx.now };
  await owner
    .insertInto('register.organisation')
    .values({
      ...{ id: group, name: 'Saffron Street', kind: 'informal', state: 'active', ...at },
      home_centre_id: bodies.eastlock,
    })
    .execute();
  await signedInAs(town, noor);
  const held = { organisation_id: group, person_id: await idOf(town, noor), role: 'admin', from_at: ctx.now };
  await owner
    .insertInto('register.position')
    .values({ id: ctx.newId(), ...held })
    .execute();
  return { ...bodies, group };
}

async function idOf(town: Town, email: string): Promise<string> {
  const found = town.owner.selectFrom('people.person').select('id').where('email', '=', email);
  return (await found.executeTakeFirstOrThrow()).id;
}

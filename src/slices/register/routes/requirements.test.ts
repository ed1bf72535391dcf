import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { fillIn, mailTo, registered, send, signedInAs } from '../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';

const noor = 'noor@saffron.example';

dbTest('R2 after sending, the group reads who deals with it and by when it will hear', async (town) => {
  await twoBoroughs(town);

  const { page } = await registered(await signedInAs(town, noor));
  const [receipt] = await mailTo(town, noor);

  expect(page.text).toMatch(/Pat centre-worker answers by \w+day \d+ \w+/);
  expect(receipt?.body).toMatch(
    /Eastlock Volunteer Centre looks after it, and rings or writes by \w+day \d+ \w+/,
  );
  expect(receipt?.body).toContain('You do not need to register again.');
});

dbTest('R10 a body with branches opens to them, and each branch says what it is part of', async (town) => {
  await twoBoroughs(town);
  const [home, branch] = [town.ctx.newId(), town.ctx.newId()];
  const record = { kind: 'national', state: 'active', created_at: town.ctx.now, changed_at: town.ctx.now };
  await town.owner
    .insertInto('register.organisation')
    .values([
      { ...record, id: home, name: 'Lantern Trust' },
      { ...record, id: branch, name: 'Lantern Trust Eastlock', parent_id: home },
    ])
    .execute();
  const stranger = await town.browser();

  const whole = await stranger.get(`/organisations/${home}/lantern-trust`);
  const part = await stranger.get(whole.list('branches')[0]?.href ?? '');

  expect(whole.list('branches').map((one) => one.text)).toEqual(['Lantern Trust Eastlock']);
  expect(part.text).toContain('Part of Lantern Trust');
});

dbTest(
  'R11 the form says before it is begun what one can expect, with the numbers of the clock',
  async (town) => {
    const { eastlock } = await twoBoroughs(town);
    const clocks = { registration_answer_days: 4, suggestion_answer_days: 7 };
    const { clocks: before } = await town.owner
      .selectFrom('network.network')
      .select('clocks')
      .executeTakeFirstOrThrow();
    const changed = JSON.stringify({ ...Object(before), ...clocks });
    await town.owner.updateTable('network.network').set({ clocks: changed }).execute();
    const stranger = await town.browser();

    expect((await stranger.get('/register')).text).toContain('answers within 4 working days');
    expect((await stranger.get(`/organisations/${eastlock}/suggest`)).text).toContain(
      'reads it within 7 working days',
    );
  },
);

dbTest(
  'R33 a service says what a signposter needs, and a wait that was said long ago shows as “Ask”',
  async (town) => {
    const { eastlock } = await twoBoroughs(town);
    const group = await signedInAs(town, noor);
    const page = await send(group, await fillIn(group));
    const id = /organisations\/([0-9a-f-]{36})/.exec(page.url)?.[1] ?? '';
    const centre = await signedInAs(town, 'centre-worker@practice.example');
    const queue = await centre.get(`/centres/${eastlock}/registrations/${id}`);
    await centre.submit(queue, 'answer-registration', { answer: 'accepted' });
    await town.owner
      .updateTable('register.organisation')
      .set({ trusted: true, trusted_at: new Date() })
      .where('id', '=', id)
      .execute();
    const add = await group.get(`/organisations/${id}/new-service`);
    const answers = {
      name: 'Food parcels',
      summary: 'Food for a week.',
      for_whom: 'Anyone in Eastlock',
      wait_words: 'About a week',
    };
    const owner = await group.submit(add, 'add-service', {
      ...answers,
      not_for: 'Pets',
      cost_words: 'Free',
      way_in: 'referral',
    });
    const href = owner.list('services').find((one) => one.text.includes('Food parcels'))?.href ?? '';
    const stranger = await town.browser();

    const now = await stranger.get(href);
    const monthAgo = new Date(Date.now() - 31 * 86_400_000);
    await town.owner
      .updateTable('register.service')
      .set({ wait_said_at: monthAgo })
      .where('name', '=', 'Food parcels')
      .execute();
    const later = await stranger.get(href);

    for (const word of ['Anyone in Eastlock', 'Pets', 'It costs: Free', 'Someone refers you', 'Checked']) {
      expect(now.text).toContain(word);
    }
    expect(now.text).toContain('Waiting About a week');
    expect(later.text).toContain('Waiting Ask');
  },
);

dbTest('R138 every protected page refuses by default', async (town) => {
  const { eastlock, hub } = await twoBoroughs(town);
  const { id } = await registered(await signedInAs(town, noor));
  const stranger = await signedInAs(town, 'nobody@else.example');

  const statuses = [];
  for (const path of [
    `/organisations/${id}`,
    `/organisations/${id}/registration`,
    `/organisations/${id}/people`,
    `/centres/${eastlock}/registrations`,
    `/centres/${eastlock}/questions`,
    `/organisations/${hub}/people`,
  ]) {
    statuses.push((await stranger.get(path)).status);
  }

  expect(statuses).toEqual([404, 404, 404, 403, 403, 404]);
});

dbTest('a service with several times keeps the others when its first is changed', async (town) => {
  const { eastlock } = await twoBoroughs(town);
  const worker = await signedInAs(town, 'centre-worker@practice.example');
  const made = { ...town.ctx, id: town.ctx.newId() };
  const record = {
    organisation_id: eastlock,
    name: 'Drop-in',
    status: 'open',
    themes: ['advice'],
    people_served: ['everyone'],
  };
  await town.owner
    .insertInto('register.service')
    .values({ ...record, id: made.id, summary: 'Ask us.', created_at: made.now, changed_at: made.now })
    .execute();
  const times = [
    ['MO', '09:00', '12:00'],
    ['TH', '14:00', '16:00'],
  ] as const;
  for (const [day, opens, closes] of times) {
    const row = { id: town.ctx.newId(), service_id: made.id, days: [day], opens, closes };
    await town.owner.insertInto('register.schedule').values(row).execute();
  }
  await town.owner
    .insertInto('register.position')
    .values({
      id: town.ctx.newId(),
      organisation_id: eastlock,
      person_id: await idOf(town, 'centre-worker@practice.example'),
      role: 'admin',
      from_at: made.now,
    })
    .execute();

  await worker.submit(await worker.get(`/services/${made.id}/edit`), 'change-service', { opens: '10.00' });

  const rows = await town.owner
    .selectFrom('register.schedule')
    .select(['days', 'opens'])
    .orderBy('opens')
    .execute();
  expect(rows).toEqual([
    { days: ['MO'], opens: '10:00:00' },
    { days: ['TH'], opens: '14:00:00' },
  ]);
});

async function idOf(town: Parameters<Parameters<typeof dbTest>[1]>[0], email: string): Promise<string> {
  const { id } = await town.owner
    .selectFrom('people.person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return id;
}

dbTest(
  'C3-J1 a group that is listed already claims its record: proved by a call, then its own',
  async (town) => {
    const { eastlock } = await twoBoroughs(town);
    const id = town.ctx.newId();
    const dates = { created_at: town.ctx.now, changed_at: town.ctx.now };
    const record = {
      kind: 'group',
      state: 'active',
      claimed: false,
      home_centre_id: eastlock,
      phone: '01632 960177',
    };
    await town.owner
      .insertInto('register.organisation')
      .values({ id, name: 'Saffron Sewing', ...record, ...dates })
      .execute();
    const maker = await signedInAs(town, noor);
    const page = await maker.get(`/organisations/${id}/saffron-sewing`);
    expect(page.text).toContain('This is our group');

    const ask = await maker.get(`/organisations/${id}/claim`);
    await maker.submit(ask, 'claim-organisation', { words: 'Ask for Ivy at the hall.' });
    expect((await maker.get(`/organisations/${id}/edit`)).status).toBe(403);
    const centre = await signedInAs(town, 'centre-worker@practice.example');
    const claim = await centre.get((await centre.get('/inbox')).list('inbox')[0]?.href ?? '');
    expect(claim.text).toContain(noor);
    expect((await centre.submit(claim, 'answer-claim', { answer: 'accepted' })).status).toBe(422);
    await centre.submit(claim, 'answer-claim', { answer: 'accepted', proof: 'Rang the number on record.' });

    expect((await maker.get(`/organisations/${id}/edit`)).status).toBe(200);
  },
);

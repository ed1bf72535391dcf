import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { things } from '../../../../test/helpers/things.ts';
import { dayOf } from '../../../platform/dates.ts';

const misused = 'centre-worker@practice.example';
const coordinator = 'coordinator@practice.example';

/** Somebody with the worker’s mailbox wrote into two pages, twice into one; its own admin changed a third word since. */
async function vandalised(town: Town) {
  const there = await things(town);
  const whole = { themes: ['food'], people_served: ['everyone'], summary: 'Soup for everybody.' };
  await town.owner.updateTable('register.organisation').set(whole).where('id', '=', there.group).execute();
  await town.owner.updateTable('register.service').set(whole).where('id', '=', there.service).execute();
  const vandal = await signedInAs(town, misused);
  const edit = `/organisations/${there.group}/edit`;
  const change = async (browser: typeof vandal, typed: Record<string, string>) =>
    browser.submit(await browser.get(edit), 'change-organisation', typed);
  await change(vandal, { summary: 'Buy tents.', phone: '01632 960999' });
  await change(vandal, { summary: 'Buy more tents.' });
  await change(vandal, { website: 'https://tents.example' });
  const service = await vandal.get(`/services/${there.service}/edit`);
  await vandal.submit(service, 'change-service', { summary: 'Tents here.' });
  const owner = await signedInAs(town, 'admin-of-a@things.example');
  await change(owner, { website: 'https://ours.example' });
  const ruth = await signedInAs(town, coordinator);
  const history = await ruth.get(`/organisations/${there.group}/history`);
  const all = history.root.querySelector('a[href$="/all"]')?.getAttribute('href') ?? '';
  return { there, vandal, owner, ruth, history, all };
}

function words({ owner }: Town, id: string) {
  return owner
    .selectFrom('register.organisation')
    .select(['summary', 'phone', 'website'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

dbTest(
  'what a misused account changed goes back at once, and what others wrote since stays',
  async (town) => {
    const { there, vandal, ruth, owner } = await vandalised(town);
    const history = await ruth.get(`/organisations/${there.group}/history`);
    const links = history.root
      .querySelectorAll('a[href$="/all"]')
      .map((link) => link.getAttribute('href') ?? '');
    const preview = await ruth.get(links[1] ?? '');
    const before = await words(town, there.group);

    const unsaid = await ruth.submit(preview, 'take-all-back');
    const done = await ruth.submit(unsaid, 'take-all-back', { reason: 'Their mailbox was broken into.' });

    const now = await words(town, there.group);
    expect(before.summary).toBe('Buy more tents.');
    expect(preview.h1).toContain('changed');
    expect(preview.list('changes').map((row) => row.text.includes('Goes back.'))).toHaveLength(4);
    expect(preview.list('changes').filter((row) => row.text.includes('Goes back.'))).toHaveLength(3);
    expect(preview.list('changes').find((row) => row.text.includes('Stays'))?.text).toContain(
      'changed again since',
    );
    expect(unsaid.status).toBe(422);
    expect(done.text).toContain('3 changes have gone back.');
    expect(now.summary).not.toContain('tents');
    expect(now.phone).not.toBe('01632 960999');
    expect(now.website).toBe('https://ours.example');
    expect((await ruth.get(`/services/${there.service}`)).text).not.toContain('Tents here');
    const past = (await owner.get(`/organisations/${there.group}/history`)).list('history');
    expect(past[0]?.text).toContain('Their mailbox was broken into.');
    expect(past).toHaveLength(6);
    expect((await vandal.get(links[1] ?? '')).status).toBe(404);
  },
);

dbTest(
  'the preview says which change its form would not take today, and what the form asks',
  async (town) => {
    const { there, ruth } = await vandalised(town);
    const bare = JSON.stringify({ summary: '' });
    await sql`update register.version set was = was || ${bare}::jsonb
    where thing_id = ${there.service}`.execute(town.owner);
    const history = await ruth.get(`/organisations/${there.group}/history`);
    const links = history.root
      .querySelectorAll('a[href$="/all"]')
      .map((link) => link.getAttribute('href') ?? '');

    const preview = await ruth.get(links[1] ?? '');
    const done = await ruth.submit(preview, 'take-all-back', { reason: 'Their mailbox was broken into.' });

    const stays = preview.list('changes').filter((row) => row.text.includes('Stays'));
    expect(stays).toHaveLength(2);
    expect(stays.map((row) => row.text).join(' ')).toContain(
      'Its form would not take it today. Say in one sentence what people get.',
    );
    expect(done.text).toContain('2 changes have gone back.');
    expect(done.text).not.toContain('could not');
  },
);

dbTest('only the days that were chosen go back, and nothing twice', async (town) => {
  const { there, ruth, all } = await vandalised(town);
  const action = all.split('?')[0] ?? '';
  const today = dayOf(new Date());
  const mine = await ruth.get(`${action}?from=2020-01-01&to=2020-01-02`);

  const nothing = await ruth.post(action, { from: '2020-01-01', to: '2020-01-02', reason: 'A try' });
  const noDay = await ruth.post(action, { from: 'soon', to: today, reason: 'A try' });

  expect(mine.text).toContain('Nothing was changed in these days.');
  expect(nothing.status).toBe(409);
  expect(nothing.text).toContain('Nothing is left to take back');
  expect(noDay.alert).toContain('Choose the first day');
  expect(noDay.status).toBe(422);
  expect((await words(town, there.group)).summary).toBe('Buy more tents.');
});

dbTest('taking all back asks for a second key that was shown just now, and nobody else may', async (town) => {
  const { there, all, owner } = await vandalised(town);
  const form = { from: '2026-01-01', to: '2030-01-01', reason: 'A try' };
  const person = await town.owner
    .selectFrom('people.person')
    .select('id')
    .where('email', '=', coordinator)
    .executeTakeFirstOrThrow();
  const { token } = await town.signedIn(person.id);
  const hour = new Date(Date.now() - 3_600_000);
  await town.owner.updateTable('people.session').set({ proved_at: hour }).execute();

  const tired = await (await town.browser(token)).post(all, form, { follow: false });
  const notTheirs = await owner.post(all, form);

  expect(tired.status).not.toBe(200);
  expect(notTheirs.status).toBe(404);
  expect((await words(town, there.group)).summary).toBe('Buy more tents.');
  expect(await mailTo(town, coordinator)).toEqual([]);
});

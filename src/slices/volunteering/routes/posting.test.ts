import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dayIn, saturdayBeforeTheChange } from '../../../../test/helpers/coming-days.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { dee, jo, noor, publicGroup, ruth } from '../../../../test/helpers/two-records.ts';

const helper = {
  ...{ title: 'Kitchen helper', summary: 'Chop, stir and wash up.', cause: 'OlderPeople' },
  ...{ times: ['TuesdayMorning'], minimum_age: '18' },
};

dbTest('R24 a first role waits, comes back with one comment, is fixed, and goes live', async (town) => {
  const { group, own, home, stranger } = await lunchClub(town);

  const posted = await post(own, group);
  const hidden = await stranger.get(posted.url);
  const found = await stranger.get('/search?q=kitchen+helper');
  const inbox = (await home.get('/inbox')).list('inbox');
  const look = await home.get(inbox[0]?.href ?? '');
  const silent = await home.submit(look, 'answer-role', { answer: 'returned' });
  await home.submit(look, 'answer-role', { answer: 'returned', reason: 'Say how many hours.' });
  const back = await own.get(posted.url);
  const edit = await own.get(`${addressOf(posted.url)}/edit`);
  await own.submit(edit, 'change-role', { commitment: 'Four hours, when you can' });
  const again = await home.get((await home.get('/inbox')).list('inbox')[0]?.href ?? '');
  await home.submit(again, 'answer-role', { answer: 'accepted' });

  expect(posted.text).toContain('Its home centre looks at it first');
  expect(hidden.status).toBe(404);
  expect(found.text).not.toContain('Chop, stir');
  expect(inbox[0]?.text).toContain('Kitchen helper');
  expect(silent.problems.reason).toContain('Say what they should put right');
  expect(back.text).toContain('“Say how many hours.”');
  expect(again.text).toContain('Four hours, when you can');
  const live = await stranger.get(posted.url);
  expect([live.status, live.h1]).toEqual([200, 'Kitchen helper']);
  expect((await stranger.get('/search?q=kitchen+helper')).text).toContain('Chop, stir and wash up.');
  const subjects = (await mailTo(town, noor)).map((one) => one.subject);
  expect(subjects.slice(0, 2)).toEqual(['Kitchen helper is live', 'Something to put right: Kitchen helper']);
});

dbTest('R24 a trusted group’s role is live in seconds, and in the sample list', async (town) => {
  const { group, own, home, stranger, eastlock } = await lunchClub(town);
  const early = await post(own, group, { title: 'Table host' });
  await trust(home, group);

  const posted = await post(own, group);
  const list = await home.get(`/centres/${eastlock}/role-checks`);
  const looked = await home.submit(list, 'looked-at-role');
  const again = await home.submit(list, 'looked-at-role');

  expect(posted.text).not.toContain('looks at it first');
  expect((await stranger.get(posted.url)).status).toBe(200);
  expect((await stranger.get(early.url)).status).toBe(200);
  expect((await stranger.get('/search?q=kitchen+helper')).text).toContain('Volunteering role');
  expect((await stranger.get(`/organisations/${group}`)).text).toContain('Kitchen helper');
  expect(list.list('role-sample').map((one) => one.text)).toEqual([
    expect.stringContaining('Kitchen helper'),
  ]);
  expect(looked.text).toContain('nothing that you have not looked at');
  expect(again.text).toContain('Somebody has looked at it already');
});

dbTest('R24 what a trusted group changes is looked at again, and stays live meanwhile', async (town) => {
  const { group, own, home, stranger, eastlock } = await lunchClub(town);
  await trust(home, group);
  const posted = await post(own, group);
  await home.submit(await home.get(`/centres/${eastlock}/role-checks`), 'looked-at-role');

  await own.submit(await own.get(`${addressOf(posted.url)}/edit`), 'change-role', { summary: 'Wash up.' });

  expect((await stranger.get(posted.url)).text).toContain('Wash up.');
  const list = await home.get(`/centres/${eastlock}/role-checks`);
  expect(list.list('role-sample')[0]?.text).toContain('Wash up.');
});

dbTest('R24 a centre’s worker posts for a group that rings, and it is live at once', async (town) => {
  const { group, home, stranger } = await lunchClub(town);

  const posted = await post(home, group);

  expect((await stranger.get(posted.url)).status).toBe(200);
  expect((await home.get('/inbox')).text).not.toContain('Kitchen helper');
});

dbTest(
  'C2-J1 a role without a lowest age is refused with a sentence, and what was typed is kept',
  async (town) => {
    const { group, own } = await lunchClub(town);

    const refused = await post(own, group, { minimum_age: '' });

    expect(refused.status).toBe(422);
    expect(refused.problems.minimum_age).toContain('A role without a lowest age cannot be posted.');
    expect(refused.form('post-role').values.title).toBe('Kitchen helper');
  },
);

dbTest(
  'C2-J1 the DBS level is worked out of what is done, with its reason; nobody chooses it',
  async (town) => {
    const { group, own } = await lunchClub(town);
    const form = (await own.get(`/organisations/${group}/new-role`)).form('post-role');

    const care = await post(own, group, { duties: ['adults_care'] });
    const young = await post(own, group, { title: 'Young', duties: ['adults_care'], minimum_age: '15' });
    const forged = await own.post(`/organisations/${group}/new-role`, { ...helper, dbs_level: 'enhanced' });

    expect(Object.keys(form.values).filter((name) => name.includes('dbs'))).toEqual([]);
    expect(form.offers.requirements).not.toContain('DBSCheck');
    expect(care.text).toContain('Enhanced DBS check with the adults’ barred list');
    expect(care.text).toContain('Helping an adult with personal care');
    expect(young.problems.minimum_age).toContain('nobody under 16 can have one');
    expect(forged.status).toBe(400);
  },
);

dbTest('R29 a role for under-18s says that the risks were looked at', async (town) => {
  const { group, own } = await lunchClub(town);

  const refused = await post(own, group, { minimum_age: '15' });
  const posted = await post(own, group, { minimum_age: '15', young_ready: 'yes' });

  expect(refused.problems.young_ready).toContain('look at the risks first');
  expect(posted.text).toContain('15 and over');
});

dbTest(
  'a day in the past is refused kindly, and one over a change of the clocks keeps its hour',
  async (town) => {
    const { group, own } = await lunchClub(town);
    const day = { times: [], begins: '9.30', ends: '14' };

    const { day: saturday } = saturdayBeforeTheChange();
    const hours = { on_day: saturday, begins: '9.30', ends: '14.00' };

    const past = await post(own, group, { ...day, on_day: dayIn(-1) });
    const backwards = await post(own, group, { ...day, on_day: dayIn(3), ends: '9' });
    const posted = await post(own, group, { ...day, on_day: dayIn(3) });
    const days = await own.get(`${addressOf(posted.url)}/sessions`);
    await own.submit(days, 'add-session', { ...hours, weeks: '2' });
    const twice = await own.submit(days, 'add-session', { ...hours, weeks: '1' });

    expect(past.problems.on_day).toContain('That day is over');
    expect(backwards.problems.ends).toContain('has to end after that');
    const shown = twice.root.querySelectorAll('[data-list=sessions] .row > span').map((one) => one.text);
    expect(shown.filter((words) => words.endsWith(', 9.30 to 2'))).toHaveLength(3);
    expect(shown.filter((words) => words.startsWith('Saturday'))).toHaveLength(isSaturday(dayIn(3)) ? 3 : 2);
  },
);

dbTest(
  'D3/3 live, paused, live, full, withdrawn; and a pulled role comes back through a look only',
  async (town) => {
    const { group, own, home, stranger } = await lunchClub(town);
    await trust(home, group);
    const { url } = await post(own, group);

    await say(own, url, 'paused');
    const paused = await stranger.get(url);
    const pausedSearch = await stranger.get('/search?q=kitchen+helper');
    await say(own, url, 'live');
    await say(own, url, 'full');
    const full = await stranger.get(url);
    await say(own, url, 'live');
    const silent = await home.submit(await home.get(url), 'pull-role', { reason: '' });
    await home.submit(await home.get(url), 'pull-role', { reason: 'Say who pays for the training.' });
    const pulled = await stranger.get(url);
    await own.submit(await own.get(`${addressOf(url)}/edit`), 'change-role', { commitment: 'We pay.' });
    const waits = await stranger.get(url);
    await home.submit(await home.get(`${addressOf(url)}/check`), 'answer-role', { answer: 'accepted' });
    const back = await stranger.get(url);
    await say(own, url, 'withdrawn');

    expect(paused.text).toContain('looks for nobody just now');
    expect(pausedSearch.text).not.toContain('Chop, stir');
    expect(full.text).toContain('has found everybody it needs');
    expect(full.text).toContain('Other roles like it');
    expect(silent.status).toBe(422);
    expect([pulled.status, waits.status, back.status]).toEqual([404, 404, 200]);
    expect((await stranger.get(url)).status).toBe(404);
    expect((await own.get(url)).text).toContain('Post it again');
    expect((await mailTo(town, noor)).map((one) => one.subject)).toContain('Kitchen helper was taken off');
  },
);

dbTest(
  'D3/3 what is withdrawn while it waits is asked of nobody, and a draft waits for nobody',
  async (town) => {
    const { group, own, home, stranger } = await lunchClub(town);
    const page = await own.get(`/organisations/${group}/new-role`);

    const draft = await own.submit(
      page,
      'post-role',
      { ...helper, title: 'Later' },
      { press: 'Keep it for later' },
    );
    const waiting = await post(own, group);
    await say(own, waiting.url, 'withdrawn');

    expect(draft.text).toContain('It is a draft');
    expect((await stranger.get(draft.url)).status).toBe(404);
    expect((await home.get('/inbox')).text).not.toMatch(/Kitchen helper|Later/);
    const edit = await own.get(`${addressOf(draft.url)}/edit`);
    await own.submit(edit, 'change-role', {}, { press: 'Post it' });
    expect((await home.get('/inbox')).text).toContain('Later');
  },
);

dbTest('what is sent twice is posted once, and of two who save at once none is lost', async (town) => {
  const { group, own, home } = await lunchClub(town);
  const page = await own.get(`/organisations/${group}/new-role`);

  const [one, other] = await Promise.all([
    own.submit(page, 'post-role', helper),
    own.submit(page, 'post-role', helper),
  ]);
  const edit = await own.get(`${addressOf(one?.url ?? '')}/edit`);
  await home.submit(await home.get(edit.url), 'change-role', { summary: 'Wash up.' });
  const stale = await own.submit(edit, 'change-role', { summary: 'Chop.' });

  expect(one?.url).toBe(other?.url);
  expect(stale.status).toBe(409);
  expect(stale.text).toMatch(/Wash up\..*Chop\./);
});

dbTest(
  'only its admins and its home centre post for a group; others are not told what waits',
  async (town) => {
    const { group, own } = await lunchClub(town);
    const { url } = await post(own, group);
    const id = addressOf(url);

    for (const email of [jo, ruth]) {
      const browser = await signedInAs(town, email);
      expect((await browser.get(`/organisations/${group}/new-role`)).status).toBe(403);
      expect((await browser.get(`${id}/edit`)).status).toBe(404);
      expect((await browser.post(`${id}/state`, { to: 'withdrawn' })).status).toBe(404);
      expect((await browser.post(`${id}/check`, { answer: 'accepted' })).status).toBe(404);
    }
    expect((await own.post(`${id}/check`, { answer: 'accepted' })).status).toBe(404);
    expect((await own.post(`${id}/pull`, { reason: 'Ours.' })).status).toBe(404);
    expect((await (await town.browser()).get(`${id}/edit`)).status).toBe(401);
  },
);

async function lunchClub(town: Town) {
  const { eastlock } = await twoBoroughs(town);
  const group = await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
  const [own, home] = [await signedInAs(town, noor), await signedInAs(town, dee)];
  return { group, own, home, eastlock, stranger: await town.browser() };
}

async function post(browser: Client, group: string, values: Record<string, string | string[]> = {}) {
  const page = await browser.get(`/organisations/${group}/new-role`);
  return browser.submit(page, 'post-role', { ...helper, ...values });
}

async function trust(home: Client, group: string): Promise<void> {
  await home.submit(await home.get(`/organisations/${group}/trust`), 'trust-group', {
    reason: 'Two good years.',
  });
}

async function say(browser: Client, url: string, to: string): Promise<void> {
  await browser.submit(await browser.get(url), 'move-role', { to });
}

function isSaturday(day: string): boolean {
  return new Date(`${day}T12:00:00Z`).getUTCDay() === 6;
}

function addressOf(url: string): string {
  return url.replace(/^(\/roles\/[0-9a-f-]{36}).*/, '$1');
}

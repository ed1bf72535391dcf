import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { dee, jo, noor, publicGroup, ruth } from '../../../../test/helpers/two-records.ts';

const supper = {
  ...{ name: 'Thursday supper', status: 'open', summary: 'Soup and bread.', way_in: 'ring' },
  ...{ themes: ['food'], people_served: ['everyone'] },
};

dbTest(
  'R24 what a new group adds waits, comes back with one comment, is fixed, and goes live',
  async (town) => {
    const { group, own, home, stranger } = await lunchClub(town);

    const added = await add(own, group);
    const hidden = await stranger.get(added.url);
    const found = await stranger.get('/search?q=thursday+supper');
    const look = await home.get((await home.get('/inbox')).list('inbox')[0]?.href ?? '');
    const silent = await home.submit(look, 'answer-service', { answer: 'returned' });
    await home.submit(look, 'answer-service', { answer: 'returned', reason: 'Say when it is.' });
    const back = await own.get(added.url);
    const edit = await own.get(added.url.replace(/\/[^/]+$/, '/edit'));
    await own.submit(edit, 'change-service', { days: ['TH'], opens: '18.00', closes: '20.00' });
    const again = await home.get((await home.get('/inbox')).list('inbox')[0]?.href ?? '');
    const seen = again.text;
    await home.submit(again, 'answer-service', { answer: 'accepted' });

    expect(added.text).toContain('Nobody else sees it yet');
    expect(hidden.status).toBe(404);
    expect(found.text).not.toContain('Soup and bread.');
    expect(look.h1).toBe('A first look: Thursday supper');
    expect(silent.problems.reason).toContain('Say what they should put right');
    expect(back.text).toContain('“Say when it is.”');
    expect(seen).toContain('18:00');
    const live = await stranger.get(added.url);
    expect([live.status, live.h1]).toEqual([200, 'Thursday supper']);
    expect((await stranger.get('/search?q=thursday+supper')).text).toContain('Soup and bread.');
    const subjects = (await mailTo(town, noor)).map((one) => one.subject);
    expect(subjects.slice(0, 2)).toEqual([
      'Thursday supper is now in the directory',
      'Something to put right: Thursday supper',
    ]);
  },
);

dbTest(
  'C2-J2 a trusted group’s service is live at once, and on the list of what is looked at',
  async (town) => {
    const { group, own, home, stranger } = await lunchClub(town);
    const early = await add(own, group, { name: 'Friday soup' });
    const page = await home.get(`/organisations/${group}/trust`);

    const silent = await home.submit(page, 'trust-group', { reason: '' });
    await home.submit(page, 'trust-group', { reason: 'Two good years.' });
    const added = await add(own, group);
    const twice = await home.submit(page, 'trust-group', { reason: 'Two good years.' });
    const looks = await home.get(`/centres/${await eastlock(town)}/looks`);
    const looked = await home.submit(looks, 'looked-at');
    const again = await home.submit(looks, 'looked-at');

    expect(silent.problems.reason).toContain('Say why');
    expect(added.url).toContain(`/organisations/${group}`);
    const record = await stranger.get(`/organisations/${group}`);
    expect(
      record
        .list('services')
        .map((one) => one.text)
        .join(),
    ).toMatch(/Friday soup.*Thursday supper/);
    expect((await stranger.get(early.url)).status).toBe(200);
    expect(record.text).not.toContain('rusted');
    expect([twice.status, twice.alert]).toEqual([409, expect.stringContaining('is trusted already')]);
    expect(looks.list('sample').map((one) => one.text)).toEqual([expect.stringContaining('Thursday supper')]);
    expect(looked.text).toContain('there was nothing that you have not looked at');
    expect(again.text).toContain('Somebody has looked at it already');
    expect((await own.get(`/organisations/${group}`)).text).toContain('Goes live at once');
    expect((await own.get(`/organisations/${group}/history`)).text).toContain('Two good years.');
    expect((await mailTo(town, noor)).map((one) => one.subject)).toContain(
      'What Saffron Street Lunch Club adds goes live at once',
    );
  },
);

dbTest('trust is taken back with a reason, and what is live stays live', async (town) => {
  const { group, own, home, stranger } = await lunchClub(town);
  const page = await home.get(`/organisations/${group}/trust`);
  await home.submit(page, 'trust-group', { reason: 'Two good years.' });
  await add(own, group, { name: 'Friday soup' });

  const back = await home.get(`/organisations/${group}/trust`);
  await home.submit(back, 'trust-group', { trusted: 'no', reason: 'The kitchen has new people.' });
  const added = await add(own, group);

  expect(added.text).toContain('Nobody else sees it yet');
  const record = await stranger.get(`/organisations/${group}`);
  expect(
    record
      .list('services')
      .map((one) => one.text)
      .join(),
  ).toContain('Friday soup');
  expect(record.text).not.toContain('Thursday supper');
  expect((await mailTo(town, noor))[0]?.body).toContain('The kitchen has new people.');
});

dbTest('only the home centre trusts a group and takes the first look', async (town) => {
  const { group, own, home } = await lunchClub(town);
  const added = await add(own, group);
  const id = /services\/([0-9a-f-]{36})/.exec(added.url)?.[1] ?? '';
  const form = { trusted: 'yes', reason: 'Ours.' };

  for (const email of [noor, jo, ruth]) {
    const browser = await signedInAs(town, email);
    expect((await browser.get(`/organisations/${group}/trust`)).status).toBe(403);
    expect((await browser.post(`/organisations/${group}/trust`, form)).status).toBe(403);
    expect((await browser.post(`/services/${id}/look`, { answer: 'accepted', reason: '' })).status).toBe(404);
  }
  const visitor = await town.browser();
  expect((await visitor.get(`/organisations/${group}/trust`)).status).toBe(401);
  await home.post(`/services/${id}/look`, { answer: 'accepted', reason: '' });
  const late = await home.post(`/services/${id}/look`, { answer: 'accepted', reason: '' });
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('It does not wait')]);
});

dbTest('what a group takes back waits no more, and what the home centre adds is live', async (town) => {
  const { group, own, home, stranger } = await lunchClub(town);
  const added = await add(own, group);

  const edit = await own.get(added.url.replace(/\/[^/]+$/, '/edit'));
  await own.submit(edit, 'change-service', { status: 'retired' });
  await add(home, group, { name: 'Market stall' });

  expect((await home.get('/inbox')).text).not.toContain('Thursday supper');
  expect((await stranger.get(`/organisations/${group}`)).text).toContain('Market stall');
});

async function lunchClub(town: Town) {
  await twoBoroughs(town);
  const group = await publicGroup(town, noor, { name: 'Saffron Street Lunch Club' });
  const [own, home] = [await signedInAs(town, noor), await signedInAs(town, dee)];
  return { group, own, home, stranger: await town.browser() };
}

async function add(browser: Client, group: string, values: Record<string, string> = {}) {
  const page = await browser.get(`/organisations/${group}/new-service`);
  return browser.submit(page, 'add-service', { ...supper, ...values });
}

async function eastlock(town: Town): Promise<string> {
  const row = await town.owner
    .selectFrom('register.organisation')
    .select('id')
    .where('name', '=', 'Eastlock Volunteer Centre')
    .executeTakeFirstOrThrow();
  return row.id;
}

import { expect } from 'vitest';
import type { Client, ShownPage as Page } from '../../../../test/helpers/client.ts';
import { dbTest, now, type Town } from '../../../../test/helpers/db.ts';
import { lunchClub, pathIn, twoBoroughs } from '../../../../test/helpers/two-boroughs.ts';
import { runDue } from '../../../platform/due.ts';
import { networkWords } from '../../../platform/http/context.ts';
import { drainJobs } from '../../../platform/jobs.ts';

async function signedInAs(town: Town, email: string): Promise<Client> {
  const known = await town.owner
    .selectFrom('people.person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  const id = known?.id ?? '018f0000-0000-7000-8000-000000000001';
  if (!known) {
    await town.owner
      .insertInto('people.person')
      .values({ id, email, created_at: now, changed_at: now })
      .execute();
  }
  return town.browser((await town.signedIn(id)).token);
}

async function register(browser: Client, answer: string): Promise<Page> {
  let page = await browser.submit(await browser.get('/register'), 'begin-registration');
  for (const step of Object.values(lunchClub))
    page = await browser.submit(page, 'register-organisation', step);
  const field = /name="(answer-[^"]+)"/.exec(page.html)?.[1] ?? '';
  return browser.submit(page, 'register-organisation', { [field]: answer });
}

/** Everything that is waiting is done, and the newest mail to somebody is read. */
async function newestMail(town: Town, to: string): Promise<{ subject: string; body: string }> {
  await drainJobs(town.jobsSource, networkWords(town.jobsSource), town.urls.jobs);
  return town.owner
    .selectFrom('platform.outbox')
    .select(['subject', 'body'])
    .where('to_email', '=', to)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
}

dbTest('C3-J1 a group is listed once: two centres know, one form, a public page', async (town) => {
  await twoBoroughs(town);
  const group = await signedInAs(town, 'noor@saffron.example');
  const eastlock = await signedInAs(town, 'centre-worker@practice.example');
  const hartlow = await signedInAs(town, 'other-centre-worker@practice.example');

  const state = await register(group, 'yes');
  const receipt = await newestMail(town, 'noor@saffron.example');
  expect(receipt.subject).toBe('We have your registration of Saffron Street Lunch Club');

  const asked = await newestMail(town, 'other-centre-worker@practice.example');
  const atHartlow = await hartlow.get(pathIn(asked.body, '/centres'));
  await hartlow.submit(atHartlow, 'answer-registration', { answer: 'more_asked', reason: 'Who cooks?' });
  const atEastlock = await eastlock.get(
    pathIn((await newestMail(town, 'centre-worker@practice.example')).body, '/centres'),
  );
  await eastlock.submit(atEastlock, 'answer-registration', { answer: 'accepted' });

  const live = await newestMail(town, 'noor@saffron.example');
  expect(live.subject).toBe('Saffron Street Lunch Club is now in the directory');
  const mine = await group.get(new URL(state.url, 'http://localhost:3000').pathname);
  const told = await group.submit(mine, 'answer-question', { answer: 'We do, four of us.' });
  expect(told.text).toContain('We do, four of us.');
  const again = await hartlow.get(
    pathIn((await newestMail(town, 'other-centre-worker@practice.example')).body, '/centres'),
  );
  await hartlow.submit(again, 'answer-registration', { answer: 'accepted', reason: 'Gladly.' });

  const stranger = await town.browser();
  const found = await stranger.get('/search?q=lunch&near=AV2+1BD');
  expect(
    found
      .list('results')
      .map((entry) => entry.text)
      .join(' '),
  ).toContain('Saffron Street Lunch Club');
});

dbTest(
  'R135 a record that nobody checks is asked for, grows old, and one press makes it fresh',
  async (town) => {
    await twoBoroughs(town);
    const group = await signedInAs(town, 'noor@saffron.example');
    const eastlock = await signedInAs(town, 'centre-worker@practice.example');
    await register(group, 'no');
    const asked = await newestMail(town, 'centre-worker@practice.example');
    await eastlock.submit(await eastlock.get(pathIn(asked.body, '/centres')), 'answer-registration', {
      answer: 'accepted',
    });
    const stranger = await town.browser();

    const registered = await town.owner
      .selectFrom('register.organisation')
      .select('checked_at')
      .where('kind', '=', 'informal')
      .executeTakeFirstOrThrow();
    const inTenMonths = new Date((registered.checked_at?.getTime() ?? 0) + 300 * 86_400_000);
    await runDue(town.jobsSource, inTenMonths);

    const old = await stranger.get('/search?q=lunch&near=AV2+1BD');
    expect(old.text).toContain('May be out of date');
    const mail = await newestMail(town, 'noor@saffron.example');
    expect(mail.subject).toBe('Saffron Street Lunch Club may be out of date');
    const before = await stranger.get(pathIn(mail.body, '/check'));
    expect(before.text).toContain('May be out of date');
    const after = await stranger.submit(before, 'confirm-checked');
    expect(after.text).toContain('the page is fresh again');
    expect((await stranger.get('/search?q=lunch&near=AV2+1BD')).text).not.toContain('May be out of date');
  },
);

import { networkWords } from '../../src/platform/http/context.ts';
import { drainJobs } from '../../src/platform/jobs.ts';
import type { Client, ShownPage } from './client.ts';
import { now, type Town } from './db.ts';
import { lunchClub } from './two-boroughs.ts';

/** A browser signed in as whoever has this mailbox; a newcomer joins. */
export async function signedInAs(town: Town, email: string): Promise<Client> {
  const known = await town.owner
    .selectFrom('people.person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  const id = known?.id ?? town.ctx.newId();
  if (!known) {
    await town.owner
      .insertInto('people.person')
      .values({ id, email, created_at: now, changed_at: now })
      .execute();
  }
  return town.browser((await town.signedIn(id)).token);
}

type Answers = typeof lunchClub;

/** Goes through the one form to its last step, with some answers changed. */
export async function fillIn(
  browser: Client,
  changed: Partial<{ [Step in keyof Answers]: Partial<Answers[Step]> }> = {},
) {
  let page = await browser.submit(await browser.get('/register'), 'begin-registration');
  page = await browser.submit(page, 'register-organisation', { ...lunchClub.who, ...changed.who });
  page = await browser.submit(page, 'register-organisation', { ...lunchClub.where, ...changed.where });
  page = await browser.submit(page, 'register-organisation', { ...lunchClub.what, ...changed.what });
  return browser.submit(page, 'register-organisation', { ...lunchClub.found, ...changed.found });
}

/** Sends it, with the same answer to each centre’s own question. */
export function send(browser: Client, last: ShownPage, answer = 'yes'): Promise<ShownPage> {
  const fields = [...last.html.matchAll(/name="(answer-[^"]+)"/g)].map((found) => found[1] ?? '');
  return browser.submit(
    last,
    'register-organisation',
    Object.fromEntries(fields.map((field) => [field, answer])),
  );
}

export async function registered(
  browser: Client,
  changed?: Parameters<typeof fillIn>[1],
): Promise<{ page: ShownPage; id: string }> {
  const page = await send(browser, await fillIn(browser, changed));
  const id = /organisations\/([0-9a-f-]{36})/.exec(page.url)?.[1] ?? '';
  return { page, id };
}

/** Does what waits, and returns the mail to somebody, newest first. */
export async function mailTo(town: Town, to: string): Promise<{ subject: string; body: string }[]> {
  await drainJobs(town.jobsSource, networkWords(town.jobsSource), town.urls.jobs);
  return town.owner
    .selectFrom('platform.outbox')
    .select(['subject', 'body'])
    .where('to_email', '=', to)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

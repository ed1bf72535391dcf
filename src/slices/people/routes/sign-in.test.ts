import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';

const email = 'sam@lunch.example';

async function ask(browser: Client, address = email, next = '') {
  return browser.submit(await browser.get(`/sign-in${next}`), 'ask-for-sign-in', { email: address });
}

async function mail({ owner }: Town, to = email): Promise<{ code: string; link: string; mails: number }> {
  const rows = await owner
    .selectFrom('platform.outbox')
    .select('body')
    .where('to_email', '=', to)
    .orderBy('id', 'desc')
    .execute();
  const body = rows[0]?.body ?? '';
  const code = /code is (\d{3} \d{3})/.exec(body)?.[1] ?? '';
  return { code, link: /(\/sign-in\/link\/\S+)/.exec(body)?.[1] ?? '', mails: rows.length };
}

dbTest('R53 a newcomer signs in with the code from one mail, and joins by it', async (town) => {
  const browser = await town.browser();
  const page = await ask(browser);

  const here = await browser.submit(page, 'enter-code', { code: (await mail(town)).code });

  expect(here.url).toContain('/me');
  expect(here.h1).toBe('Hello');
});

dbTest('the answer is the same whether or not there is an account', async (town) => {
  const first = await town.browser();
  await first.submit(await ask(first), 'enter-code', { code: (await mail(town)).code });

  const known = await ask(await town.browser());
  const unknown = await ask(await town.browser(), 'nobody@nowhere.example');

  expect(known.status).toBe(unknown.status);
  expect(known.html).toBe(unknown.html);
});

dbTest('a mail scanner that opens the link gets no session and does not use it up', async (town) => {
  const browser = await town.browser();
  await ask(browser);
  const { link } = await mail(town);
  const scanner = await town.browser();

  const opened = await scanner.get(link);
  expect(opened.status).toBe(410);
  expect(opened.headers.get('set-cookie')).toBeNull();

  const mine = await browser.get(link);
  expect(mine.headers.get('set-cookie')).toBeNull();
  expect((await browser.submit(mine, 'use-sign-in-link')).url).toContain('/me');
});

dbTest('the link does not work in another browser, even when its button is pressed', async (town) => {
  await ask(await town.browser());
  const { link } = await mail(town);
  const other = await town.browser();
  await ask(other, 'thief@elsewhere.example');

  const pressed = await other.post(link, {}, { follow: false });

  expect(pressed.status).toBe(409);
  expect(pressed.headers.get('set-cookie')).toBeNull();
});

dbTest('a code works once, and not beside its link', async (town) => {
  const browser = await town.browser();
  const page = await ask(browser);
  const { code, link } = await mail(town);
  await browser.submit(page, 'enter-code', { code });

  const again = await browser.post('/sign-in/code', { code }, { follow: false });
  const byLink = await browser.post(link, {}, { follow: false });

  expect(again.status).toBe(409);
  expect(byLink.status).toBe(409);
});

dbTest('a code may be tried five times', async (town) => {
  const browser = await town.browser();
  let page = await ask(browser);
  const { code } = await mail(town);
  const wrong = code === '000 000' ? '111111' : '000000';

  for (const _ of [1, 2, 3, 4, 5]) page = await browser.submit(page, 'enter-code', { code: wrong });
  const right = await browser.submit(page, 'enter-code', { code });

  expect(right.status).toBe(409);
  expect(right.text).toContain('tried too often');
});

dbTest('a code is over after ten minutes', async (town) => {
  const browser = await town.browser();
  const page = await ask(browser);
  await town.owner
    .updateTable('people.token')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute();

  const late = await browser.submit(page, 'enter-code', { code: (await mail(town)).code });

  expect(late.status).toBe(409);
  expect(late.text).toContain('more than ten minutes old');
});

dbTest('one browser’s code does not open the door of another', async (town) => {
  await ask(await town.browser());
  const { code } = await mail(town);
  const thief = await town.browser();

  const tried = await thief.post('/sign-in/code', { code }, { follow: false });

  expect(tried.status).toBe(409);
  expect(tried.headers.get('set-cookie')).toBeNull();
});

dbTest('six mails an hour to one mailbox, whoever asks', async (town) => {
  const sam = await town.browser();
  await sam.submit(await ask(sam), 'enter-code', { code: (await mail(town)).code });
  for (const _ of [2, 3, 4, 5, 6]) await ask(await town.browser());

  const seventh = await ask(await town.browser());

  expect(seventh.status).toBe(429);
  expect((await mail(town)).mails).toBe(6);
});

dbTest(
  'a mailbox without an account is mailed three times a day, in no words of whoever asks',
  async (town) => {
    const pages = [];
    for (const _ of [1, 2, 3, 4, 5, 6])
      pages.push(await ask(await town.browser(), email, '?next=/buy-tents'));

    const seventh = await ask(await town.browser());
    const sent = await town.owner.selectFrom('platform.outbox').select(['subject', 'body']).execute();

    expect(new Set(pages.map((page) => page.html)).size).toBe(1);
    expect(pages[0]?.text).toContain('three a day at most');
    expect(seventh.status).toBe(429);
    expect(sent).toHaveLength(3);
    expect(JSON.stringify(sent)).not.toContain('tents');
  },
);

dbTest('after signing in one lands on a page of this site, whatever next says', async (town) => {
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '%2F%2Fevil.example']) {
    const browser = await town.browser();
    const page = await ask(browser, `a${next.length}@lunch.example`, `?next=${next}`);
    const { code } = await mail(town, `a${next.length}@lunch.example`);
    const here = await browser.submit(page, 'enter-code', { code }, { follow: false });
    expect(here.headers.get('location')).toMatch(/^\/(me|%2F)/);
  }
});

dbTest('signing out ends the session, not only the cookie', async (town) => {
  const browser = await town.browser();
  await browser.submit(await ask(browser), 'enter-code', { code: (await mail(town)).code });
  const kept = browser.cookies.header() ?? '';

  await browser.submit(await browser.get('/me'), 'sign-out');
  const replay = await town.browser();
  replay.cookies.take(kept.split('; '));

  expect((await replay.get('/me')).status).toBe(401);
});

dbTest('one ends one’s own sessions, and nobody else’s', async (town) => {
  const [here, there, stranger] = [await town.browser(), await town.browser(), await town.browser()];
  await here.submit(await ask(here), 'enter-code', { code: (await mail(town)).code });
  await there.submit(await ask(there), 'enter-code', { code: (await mail(town)).code });
  const other = 'other@lunch.example';
  await stranger.submit(await ask(stranger, other), 'enter-code', { code: (await mail(town, other)).code });
  const sessions = (await here.get('/me')).list('sessions');
  expect(sessions).toHaveLength(2);

  const strangers = (await stranger.get('/me')).list('sessions')[0]?.id;
  expect((await here.post(`/me/sessions/${strangers}/end`, {}, { follow: false })).status).toBe(404);
  const elsewhere = sessions.find((session) => !session.text.includes('here'))?.id;
  await here.post(`/me/sessions/${elsewhere}/end`, {});

  expect((await there.get('/me')).status).toBe(401);
  expect((await stranger.get('/me')).status).toBe(200);
});

import { expect } from 'vitest';
import type { Client, ShownPage } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { type Asked, passkey } from '../../../../test/helpers/passkey.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';

const email = 'ama@lunch.example';

/** Somebody who signed in with the mailbox alone, a moment ago. */
async function byMail(town: Town): Promise<Client> {
  await signedInAs(town, email);
  const { id } = await town.owner
    .selectFrom('people.person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return town.browser((await town.signedIn(id, 'ordinary')).token);
}

async function options(browser: Client, path: string): Promise<Asked> {
  const { create, get } = optionsIn((await browser.post(path)).json());
  return create ?? get;
}

function optionsIn(json: unknown): { create?: Asked; get: Asked } {
  return JSON.parse(JSON.stringify(json));
}

type Key = ReturnType<typeof passkey>;

async function add(browser: Client, key: Key, name = 'my phone'): Promise<ShownPage> {
  const asked = await options(browser, '/me/passkeys/options');
  const page = await browser.get('/me/keys');
  return browser.submit(page, 'add-passkey', { answer: key.create(asked), name });
}

async function signIn(browser: Client, key: Key, how = {}): Promise<ShownPage> {
  const page = await browser.get('/sign-in');
  const asked = await options(browser, '/sign-in/passkey/options');
  return browser.submit(page, 'sign-in-with-passkey', { answer: key.get(asked, how) });
}

dbTest('R53 a passkey signs in without a mail, in another browser', async (town) => {
  const key = passkey();
  const added = await add(await byMail(town), key);
  expect(added.h1).toBe('Write down your recovery codes');
  expect(added.list('recovery-codes')).toHaveLength(8);

  const elsewhere = await town.browser();
  const here = await signIn(elsewhere, key);

  expect(here.url).toBe('/me');
  const sessions = await town.owner
    .selectFrom('people.session')
    .select(['strength', 'proved_by'])
    .orderBy('opened_at', 'desc')
    .executeTakeFirst();
  expect(sessions).toEqual({ strength: 'strong', proved_by: 'passkey' });
});

dbTest('whoever adds or removes a passkey is seen in the mailbox', async (town) => {
  const browser = await byMail(town);
  await add(browser, passkey());
  await browser.submit(await browser.get('/me/keys'), 'remove-passkey');

  const subjects = (await mailTo(town, email)).map(({ subject }) => subject);

  expect(subjects).toEqual([
    'A passkey was removed from your account',
    'A passkey was added to your account',
  ]);
});

dbTest('a passkey’s answer serves once: who sends it again is refused', async (town) => {
  const key = passkey();
  await add(await byMail(town), key);
  const browser = await town.browser();
  const page = await browser.get('/sign-in');
  const answer = key.get(await options(browser, '/sign-in/passkey/options'));
  expect((await browser.submit(page, 'sign-in-with-passkey', { answer })).url).toBe('/me');

  const again = await browser.post('/sign-in/passkey', { answer, next: '/me' }, { follow: false });

  expect(again.status).toBe(409);
  expect(again.headers.get('set-cookie')).toBeNull();
  expect(again.alert).toContain('sent twice');
});

dbTest('what one browser was asked to sign does not open the door of another', async (town) => {
  const key = passkey();
  await add(await byMail(town), key);
  const asked = await options(await town.browser(), '/sign-in/passkey/options');
  const thief = await town.browser();
  await options(thief, '/sign-in/passkey/options');

  const tried = await thief.post('/sign-in/passkey', { answer: key.get(asked), next: '' }, { follow: false });

  expect(tried.status).toBe(409);
});

dbTest('what was asked for one purpose serves no other', async (town) => {
  const key = passkey();
  const own = await byMail(town);
  await add(own, key);
  const forAdding = key.get(await options(own, '/me/passkeys/options'));
  const forShowing = key.get(await options(own, '/second-key/options'));

  const doing = { to: '', method: 'GET', kept: '' };
  const shown = await own.post('/second-key', { by: 'passkey', answer: forAdding, ...doing });
  const signedIn = await own.post('/sign-in/passkey', { answer: forShowing, next: '' }, { follow: false });

  expect([shown.status, signedIn.status]).toEqual([409, 409]);
});

dbTest('a passkey of another origin, of another host, or without finger or PIN is refused', async (town) => {
  const key = passkey();
  await add(await byMail(town), key);
  const wrong = [{ origin: 'https://evil.example' }, { rpId: 'evil.example' }, { isVerified: false }];

  for (const how of wrong) {
    const browser = await town.browser();
    const tried = await signIn(browser, key, how);
    expect(tried.status).toBe(409);
    expect(tried.alert).toContain('did not fit');
    expect((await browser.get('/me')).status).toBe(401);
  }
  const [other] = [passkey()];
  const page = await (await byMail(town)).get('/sign-in');
  expect(page.status).toBe(200);
  expect((await signIn(await town.browser(), other)).alert).toContain('We do not know this passkey');
});

dbTest('an answer is over after five minutes', async (town) => {
  const key = passkey();
  await add(await byMail(town), key);
  const browser = await town.browser();
  const asked = await options(browser, '/sign-in/passkey/options');
  const past = new Date(Date.now() - 1000);
  await town.owner.updateTable('people.challenge').set({ expires_at: past }).execute();

  const late = await browser.post(
    '/sign-in/passkey',
    { answer: key.get(asked), next: '' },
    { follow: false },
  );

  expect(late.status).toBe(409);
});

dbTest('a counter that falls locks nobody out and is written down', async (town) => {
  const key = passkey();
  await add(await byMail(town), key);
  await signIn(await town.browser(), key, { counter: 9 });

  const here = await signIn(await town.browser(), key, { counter: 3 });

  expect(here.url).toBe('/me');
  const written = await town.owner
    .selectFrom('platform.event')
    .select('name')
    .where('name', '=', 'people.passkey_counted_back')
    .execute();
  expect(written).toHaveLength(1);
});

dbTest('a removed passkey and one of a closed account sign nobody in', async (town) => {
  const [gone, stays] = [passkey(), passkey()];
  const own = await byMail(town);
  await add(own, gone);
  await add(own, stays, 'the office PC');
  const first = (await own.get('/me/keys')).list('passkeys')[0]?.id;
  await own.post(`/me/passkeys/${first}/remove`);

  expect((await signIn(await town.browser(), gone)).alert).toContain('We do not know this passkey');
  expect((await signIn(await town.browser(), stays)).url).toBe('/me');
  await town.owner.updateTable('people.person').set({ state: 'locked' }).where('email', '=', email).execute();
  expect((await signIn(await town.browser(), stays)).alert).toContain('We do not know this passkey');
});

dbTest('one names one’s own passkeys and cannot touch another’s', async (town) => {
  const own = await byMail(town);
  await add(own, passkey());
  const stranger = await signedInAs(town, 'stranger@lunch.example');
  const id = (await own.get('/me/keys')).list('passkeys')[0]?.id ?? '';

  expect((await stranger.post(`/me/passkeys/${id}/name`, { name: 'mine' })).status).toBe(404);
  expect((await stranger.post(`/me/passkeys/${id}/remove`, {})).status).toBe(404);
  const empty = await own.submit(await own.get('/me/keys'), 'name-passkey', { name: ' ' });
  expect(empty.status).toBe(422);
  const named = await own.submit(empty, 'name-passkey', { name: 'the red phone' });

  expect(named.list('passkeys')[0]?.text).toContain('the red phone');
});

dbTest('without scripts the button says what works instead, and what was typed stays', async (town) => {
  const own = await byMail(town);

  const added = await own.submit(await own.get('/me/keys'), 'add-passkey', { name: 'my phone' });
  const visitor = await town.browser();
  const signedIn = await visitor.submit(await visitor.get('/sign-in'), 'sign-in-with-passkey');

  expect([added.status, signedIn.status]).toEqual([422, 422]);
  expect(added.alert).toContain('use a code instead');
  expect(added.form('add-passkey').values.name).toBe('my phone');
  expect(signedIn.alert).toContain('use a code instead');
});

dbTest(
  'a second passkey is added only by whoever shows the first, however fresh the sign-in',
  async (town) => {
    await add(await byMail(town), passkey());
    const byMailAgain = await byMail(town);

    const looked = await byMailAgain.get('/me/keys');
    const asked = await options(byMailAgain, '/me/passkeys/options');
    const answer = passkey().create(asked);
    const tried = await byMailAgain.post('/me/passkeys', {
      answer,
      name: 'theirs',
      to: '',
      method: 'GET',
      kept: '',
    });

    expect([looked.status, tried.status]).toEqual([403, 403]);
    expect(tried.h1).toBe('Show your second key');
  },
);

dbTest('the first key is added soon after signing in, not by who finds the phone open', async (town) => {
  const own = await byMail(town);
  const before = new Date(Date.now() - 2 * 3_600_000);
  await town.owner.updateTable('people.session').set({ opened_at: before }).execute();

  const tried = await add(own, passkey());

  expect(tried.status).toBe(409);
  expect(tried.alert).toContain('more than an hour ago');
});

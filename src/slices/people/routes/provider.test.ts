import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'vitest';
import type { Client, ShownPage } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import {
  type FakeProvider,
  fakeProvider,
  issuer,
  type Lies,
} from '../../../../test/helpers/fake-provider.ts';
import { type Things, things } from '../../../../test/helpers/things.ts';

const setting = { label: 'Eastlock Centre', issuer, client_id: 'joinery', client_secret: 'over-there' };

interface Story {
  there: Things;
  provider: FakeProvider;
  /** Runs the centre’s page. */
  admin: Client;
  /** Works there. */
  worker: Client;
}

async function story(town: Town, more: object = {}): Promise<Story> {
  const provider = fakeProvider();
  Object.assign(town.source, { egress: provider.egress });
  const there = await things(town);
  const signedIn = async (who: string) => town.browser((await town.signedIn(who)).token);
  const admin = await signedIn(there.people['admin of centre A']);
  const worker = await signedIn(there.people['centre A']);
  const page = await admin.get(`/organisations/${there.centres.eastlock}/provider`);
  await admin.submit(page, 'set-provider', { ...setting, ...more });
  return { there, provider, admin, worker };
}

const long = { timeout: 90_000 };

function addressIn(page: ShownPage): string {
  return page.root.querySelector('main a.btn')?.getAttribute('href') ?? '';
}

/** The page somebody comes back to from over there. */
function back(browser: Client, { there, provider }: Story, address: string): Promise<ShownPage> {
  const query = new URLSearchParams({ ...provider.approve(address), session_state: 'x' });
  return browser.get(`/sign-in/provider/${there.centres.eastlock}?${query}`);
}

async function link(told: Story): Promise<ShownPage> {
  const page = await told.worker.submit(await told.worker.get('/me/providers'), 'link-account');
  return told.worker.submit(await back(told.worker, told, addressIn(page)), 'come-back');
}

async function setOut(town: Town): Promise<{ browser: Client; address: string }> {
  const browser = await town.browser();
  const page = await browser.submit(await browser.get('/sign-in?next=/me/keys'), 'sign-in-elsewhere');
  return { browser, address: addressIn(page) };
}

async function signIn(town: Town, told: Story): Promise<{ browser: Client; page: ShownPage }> {
  const { browser, address } = await setOut(town);
  return { browser, page: await browser.submit(await back(browser, told, address), 'come-back') };
}

async function isSignedIn(browser: Client): Promise<boolean> {
  return (await browser.get('/me')).status === 200;
}

dbTest(
  'an account elsewhere is linked by whoever is signed in here, and signs that person in',
  async (town) => {
    const told = await story(town);

    const unknown = await signIn(town, told);
    expect(unknown.page.text).toContain('We do not know this account of Eastlock Centre yet.');
    expect(await isSignedIn(unknown.browser)).toBe(false);

    expect((await link(told)).list('providers')[0]?.text).toMatch(/Eastlock Centre linked since/);
    const known = await signIn(town, told);

    expect(known.page.status).toBeLessThan(500);
    expect((await known.browser.get('/me')).text).toContain('centre-worker@practice.example');
    expect(told.provider.asked.filter((one) => one.startsWith('POST'))).toHaveLength(3);
  },
);

dbTest('nobody is found by an e-mail address, whatever a token says', async (town) => {
  const told = await story(town);
  await link(told);

  told.provider.says.sub = 'somebody-else';
  told.provider.says.claims = { email: 'centre-worker@practice.example', email_verified: true };
  const { browser, page } = await signIn(town, told);

  expect(page.status).toBe(409);
  expect(await isSignedIn(browser)).toBe(false);
});

const past = Math.floor(Date.now() / 1000) - 4000;
const lies: [string, Lies][] = [
  ['another issuer', { claims: { iss: 'https://login.other.test/tenant' } }],
  ['another audience', { claims: { aud: 'another-client' } }],
  ['several audiences', { claims: { aud: ['joinery', 'another'], azp: 'another' } }],
  ['another nonce', { claims: { nonce: 'x' } }],
  ['no nonce', { claims: { nonce: undefined } }],
  ['no subject', { claims: { sub: undefined } }],
  ['a time that is over', { claims: { iat: past, exp: past + 300 } }],
  ['no signature', { alg: 'none' }],
  ['a signature of another kind', { alg: 'HS256' }],
  [
    'a signature of somebody else',
    { signedBy: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey },
  ],
  ['a text that was changed', { tampered: true }],
];

dbTest(
  'a token with a lie in it opens nothing',
  async (town) => {
    const told = await story(town);
    await link(told);

    for (const [what, lie] of lies) {
      told.provider.says.lies = lie;
      const { browser, page } = await signIn(town, told);

      expect([what, page.status, page.text]).toEqual([
        what,
        409,
        expect.stringContaining('does not prove who you are'),
      ]);
      expect(await isSignedIn(browser)).toBe(false);
    }
    told.provider.says.lies = {};
    expect(await isSignedIn((await signIn(town, told)).browser)).toBe(true);
  },
  long,
);

dbTest(
  'a way back works once, in the browser that set out, for its own provider, and not by opening it',
  async (town) => {
    const told = await story(town);
    await link(told);
    const { browser, address } = await setOut(town);
    const sent = told.provider.approve(address);
    const path = `/sign-in/provider/${told.there.centres.eastlock}`;

    const opened = await browser.get(`${path}?${new URLSearchParams(sent)}`);
    expect(await isSignedIn(browser)).toBe(false);
    expect(opened.hasForm('come-back')).toBe(true);

    const other = await town.browser();
    await other.get('/sign-in');
    expect((await other.post(path, sent)).text).toContain('began in another browser');
    expect((await browser.post(`/sign-in/provider/${told.there.centres.hartlow}`, sent)).status).toBe(404);
    expect((await browser.post(path, { ...sent, state: 'A'.repeat(43) })).status).toBe(409);
    expect((await browser.post(path, { ...sent, iss: 'https://login.other.test' })).status).toBe(409);
    expect((await browser.post(path, sent)).text).toContain('This way in is over');

    const again = await setOut(town);
    const good = told.provider.approve(again.address);
    await again.browser.post(path, good);
    expect(await isSignedIn(again.browser)).toBe(true);
    expect((await again.browser.post(path, good)).status).toBe(409);
  },
);

dbTest(
  'every way has a state, a nonce and a proof key of its own, and one address to come back to',
  async (town) => {
    const told = await story(town);

    const [one, other] = [await setOut(town), await setOut(town)].map(
      ({ address }) => new URL(address).searchParams,
    );

    expect(one?.get('redirect_uri')).toBe(
      `http://localhost:3000/sign-in/provider/${told.there.centres.eastlock}`,
    );
    expect([one?.get('response_type'), one?.get('code_challenge_method'), one?.get('scope')]).toEqual([
      'code',
      'S256',
      'openid',
    ]);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one?.get(name)).not.toBe(other?.get(name));
    }
  },
);

dbTest('it stands for a second key only where the organisation says so and the token does', async (town) => {
  const told = await story(town);
  await link(told);
  const strength = async () => {
    await signIn(town, told);
    const newest = town.owner.selectFrom('people.session').select(['strength', 'proved_by']);
    return (await newest.orderBy('opened_at', 'desc').limit(1).executeTakeFirst())?.proved_by ?? null;
  };

  told.provider.says.claims = { amr: ['pwd', 'mfa'], auth_time: Math.floor(Date.now() / 1000) };
  expect(await strength()).toBe(null);

  const page = await told.admin.get(`/organisations/${told.there.centres.eastlock}/provider`);
  await told.admin.submit(page, 'set-provider', { trusts_keys: 'yes' });
  expect(await strength()).toBe('provider');

  told.provider.says.claims = { amr: ['pwd'], auth_time: Math.floor(Date.now() / 1000) };
  expect(await strength()).toBe(null);
  told.provider.says.claims = { amr: ['mfa'], auth_time: past };
  expect((await signIn(town, told)).page.status).toBe(409);
});

dbTest('the secret is kept sealed, shown to nobody, and sent to no other issuer', async (town) => {
  const { admin, there } = await story(town);
  const page = await admin.get(`/organisations/${there.centres.eastlock}/provider`);
  const row = await town.owner
    .selectFrom('people.provider')
    .select('sealed_secret')
    .executeTakeFirstOrThrow();

  expect(page.body).not.toContain('over-there');
  expect(row.sealed_secret.includes('over-there')).toBe(false);
  const moved = await admin.submit(page, 'set-provider', { issuer: 'https://login.other.test/tenant' });
  expect(moved.status).toBe(422);
  expect(moved.problems.client_secret).toBe('Give the secret that was made for us there.');
});

dbTest('an issuer has to be there, call itself so, and belong to one organisation', async (town) => {
  const told = await story(town);
  const page = await told.admin.get(`/organisations/${told.there.centres.eastlock}/provider`);
  const set = async (more: object) =>
    (await told.admin.submit(page, 'set-provider', { ...setting, ...more })).problems;

  expect((await set({ issuer: 'http://login.eastlock.test/tenant' })).issuer).toContain(
    'begins with https://',
  );
  expect((await set({ issuer: 'https://login.microsoftonline.com/common/v2.0' })).issuer).toContain(
    'everybody’s',
  );
  expect((await set({ issuer: 'https://login.nowhere.test/' })).issuer).toContain(
    'There is no “login.nowhere.test”',
  );
  told.provider.says.metadata = { issuer: 'https://login.other.test/tenant' };
  expect((await set({})).issuer).toContain('does not answer as OpenID Connect wants it');
});

dbTest('only admins of bodies with accounts set one up, and each with a second key', async (town) => {
  const { there, worker } = await story(town);
  const groupAdmin = await town.browser((await town.signedIn(there.people['admin of A'])).token);
  const { token } = await town.signedIn(there.people['admin of centre A'], 'ordinary');
  const path = `/organisations/${there.centres.eastlock}/provider`;

  expect((await worker.get(path)).status).toBe(403);
  expect((await groupAdmin.get(`/organisations/${there.group}/provider`)).status).toBe(403);
  const weak = await (await town.browser(token)).post(path, setting);
  expect(weak.status).toBe(403);
});

dbTest('the link goes with the person’s wish, the place, another issuer and the provider', async (town) => {
  const told = await story(town);
  const links = () => town.owner.selectFrom('people.provider_account').select('subject').execute();
  await link(told);
  expect((await told.worker.get('/me/data')).body).toContain('Accounts of yours elsewhere');

  const place = await leavePlace(town, told);
  expect((await signIn(town, told)).page.text).toContain('You have no place at Eastlock Centre any more.');
  await place.back();

  await told.worker.submit(await told.worker.get('/me/providers'), 'unlink-account');
  expect(await links()).toEqual([]);
  await link(told);
  expect(await links()).toHaveLength(1);
  const page = await told.admin.get(`/organisations/${told.there.centres.eastlock}/provider`);
  await told.admin.submit(page, 'remove-provider');
  expect(await links()).toEqual([]);
  expect((await (await town.browser()).get('/sign-in')).text).not.toContain('Eastlock Centre');
});

/** Takes the worker’s place away for a while. */
async function leavePlace(town: Town, { there }: Story) {
  const gone = await town.owner
    .deleteFrom('register.position')
    .where('person_id', '=', there.people['centre A'])
    .returningAll()
    .execute();
  return { back: () => town.owner.insertInto('register.position').values(gone).execute() };
}

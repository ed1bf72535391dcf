import { expect } from 'vitest';
import type { Client, ShownPage } from '../../../../test/helpers/client.ts';
import { dbTest, now, type Town } from '../../../../test/helpers/db.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { busyThings, type Things } from '../../../../test/helpers/things.ts';
import { newId } from '../../../platform/clock.ts';

/** What these show is somebody's own: whoever is nobody in particular has nothing there. */
const ownPages = ['/me', '/inbox'];

const admin = 'admin-of-a@things.example';

function addresses({ group, waiting, refused, service, suggestion, claim, otherGroup, centres }: Things) {
  return [
    '/',
    '/search?q=soup',
    '/search?kind=organisation',
    '/me',
    '/inbox',
    '/hub',
    '/imports',
    `/organisations/${group}`,
    `/organisations/${waiting}`,
    `/organisations/${refused}`,
    `/organisations/${otherGroup}`,
    `/organisations/${group}/edit`,
    `/organisations/${group}/people`,
    `/organisations/${waiting}/registration`,
    `/services/${service}`,
    `/suggestions/${suggestion}`,
    `/claims/${claim}`,
    `/centres/${centres.eastlock}/registrations`,
    `/api/v1/organisations/${waiting}`,
  ];
}

/** What a page says without the bar that only whoever looks has. */
function said(page: ShownPage): string {
  const main = page.root.querySelector('main');
  return main === null ? page.body : main.text.replaceAll(/\s+/g, ' ').trim();
}

async function looking(browser: Client, as = 'public'): Promise<ShownPage> {
  return browser.submit(await browser.get('/view-as'), 'view-as', { as });
}

/** Somebody of an organisation of this kind, which has nothing to do with what is looked at. */
async function somebodyOf(town: Town, kind: string): Promise<Client> {
  const [organisation, mailbox] = [newId(), `somebody-of-a-${kind}@things.example`];
  const browser = await signedInAs(town, mailbox);
  const at = { created_at: now, changed_at: now };
  await town.owner
    .insertInto('register.organisation')
    .values({ id: organisation, kind, name: `Some ${kind}`, state: 'active', ...at })
    .execute();
  const { id: person } = await town.owner
    .selectFrom('people.person')
    .select('id')
    .where('email', '=', mailbox)
    .executeTakeFirstOrThrow();
  await town.owner
    .insertInto('register.position')
    .values({ id: newId(), organisation_id: organisation, person_id: person, role: 'admin', from_at: now })
    .execute();
  return browser;
}

dbTest('R138 seen as the public, every page is what a stranger gets, and no more', async (town) => {
  const there = await busyThings(town);
  for (const who of [admin, 'centre-admin@things.example', 'coordinator@practice.example']) {
    const [browser, stranger] = [await signedInAs(town, who), await town.browser()];
    const first = await looking(browser);
    expect([first.hasForm('end-view'), first.html.includes('You see this as the public.')]).toEqual([
      true,
      true,
    ]);

    for (const address of addresses(there)) {
      const [seen, plain] = [await browser.get(address), await stranger.get(address)];
      expect([address, seen.status, said(seen)]).toEqual([address, plain.status, said(plain)]);
    }
  }
});

dbTest(
  'R138 seen as a funder, another group or an account, each page is what one of them gets',
  async (town) => {
    const there = await busyThings(town);
    const browser = await signedInAs(town, admin);
    const others = {
      funder: await somebodyOf(town, 'funder'),
      group: await somebodyOf(town, 'group'),
      account: await signedInAs(town, 'passer-by@things.example'),
    };
    for (const [as, other] of Object.entries(others)) {
      const first = await looking(browser, as);
      expect(first.html).toContain(`You see this as somebody`);
      for (const address of addresses(there).filter((one) => !ownPages.includes(one))) {
        const [seen, theirs] = [await browser.get(address), await other.get(address)];
        expect([as, address, seen.status, said(seen)]).toEqual([as, address, theirs.status, said(theirs)]);
      }
      const own = [await browser.get('/me'), await browser.get('/inbox'), await browser.get('/following')];
      expect(own.map(({ status }) => status)).not.toContain(500);
      expect((await browser.post('/me/name', { name: 'Nobody', version: '0' })).status).toBe(403);
      await browser.submit(first, 'end-view');
    }
  },
);

dbTest(
  'R138 who looks with other eyes can do nothing but go back, and that they looked stays',
  async (town) => {
    const there = await busyThings(town);
    const browser = await signedInAs(town, admin);
    const edit = await browser.get(`/organisations/${there.group}/edit`);
    await looking(browser);

    const tried = [
      await browser.submit(edit, 'change-organisation'),
      await browser.post('/me/name', { name: 'Somebody', version: '0' }),
      await browser.post('/sign-out'),
      await browser.post(`/organisations/${there.group}/suggest`, { what: 'Something is wrong here.' }),
      await browser.post('/view-as', { as: 'public' }),
    ];
    expect(tried.map(({ status }) => status)).toEqual([403, 403, 403, 403, 401]);

    const back = await browser.submit(await browser.get('/'), 'end-view');
    expect([back.status, back.hasForm('sign-out'), back.hasForm('end-view')]).toEqual([200, true, false]);
    expect((await browser.get(`/organisations/${there.group}/edit`)).status).toBe(200);
    const kept = await town.owner
      .selectFrom('platform.event')
      .select(['actor_person_id', 'payload'])
      .where('name', '=', 'people.viewed_as')
      .execute();
    expect(kept).toEqual([
      {
        actor_person_id: there.people['admin of A'],
        payload: { personId: there.people['admin of A'], as: 'public' },
      },
    ]);
  },
);

dbTest('R138 only who has a position looks with other eyes, and a made-up view is none', async (town) => {
  await busyThings(town);
  const nobody = await signedInAs(town, 'passer-by@things.example');
  expect((await nobody.get('/view-as')).status).toBe(403);
  expect((await nobody.post('/view-as', { as: 'public' })).status).toBe(403);
  expect((await (await town.browser()).post('/view-as', { as: 'public' })).status).toBe(401);
  const browser = await signedInAs(town, admin);
  expect((await browser.post('/view-as', { as: 'coordinator' })).status).toBe(422);
  browser.cookies.take(['v=coordinator; Path=/']);
  expect((await browser.get('/me')).hasForm('sign-out')).toBe(true);
});

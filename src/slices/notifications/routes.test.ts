import { expect } from 'vitest';
import { bareApp } from '../../../test/helpers/bare-app.ts';
import { demoTest } from '../../../test/helpers/demo-town.ts';
import { hourOf } from '../../platform/dates.ts';

type Town = Parameters<Parameters<typeof demoTest>[1]>[0];

interface Mail {
  to: string;
  subject: string;
  text: string;
  links: string[];
}

async function as({ browser }: Town, person: string) {
  const client = await browser();
  await client.post('/practice/sign-in', { person });
  return client;
}

type Client = Awaited<ReturnType<typeof as>>;

async function newsTo(client: Client, key: string): Promise<Mail[]> {
  const page = await client.get(`/practice/mail?format=json&to=${key}@practice.example`);
  return (page.json() as Mail[]).filter((mail) => mail.subject.startsWith('What is new'));
}

/** The group that the organiser of the cast runs. */
async function ownGroup({ owner }: Town): Promise<{ id: string; name: string }> {
  return owner
    .selectFrom('register.position')
    .innerJoin('people.person', 'people.person.id', 'person_id')
    .innerJoin('register.organisation as one', 'one.id', 'organisation_id')
    .select(['one.id', 'one.name'])
    .where('people.person.email', '=', 'group-organiser@practice.example')
    .where('one.state', '=', 'active')
    .executeTakeFirstOrThrow();
}

/** After ten in the morning no news are due for the rest of the day. */
async function tillTen(client: Client): Promise<void> {
  const hours = (34 - Math.floor(hourOf(new Date()))) % 24;
  await client.post('/practice/clock', { hours: String(hours) });
}

async function changePhone(organiser: Client, id: string, phone: string) {
  const edit = await organiser.get(`/organisations/${id}/edit`);
  return organiser.submit(edit, 'change-organisation', { phone });
}

demoTest(
  'R136 a change made once is on the page, in the API and in each follower’s mail when they want it',
  async (town) => {
    const { id, name } = await ownGroup(town);
    const [organiser, atOnce, daily] = await Promise.all(
      ['group-organiser', 'council-officer', 'trustee'].map((person) => as(town, person)),
    );
    if (!organiser || !atOnce || !daily) throw new Error('Three people are needed.');
    await tillTen(organiser);
    await atOnce.post(`/organisations/${id}/follow`, { how: 'at_once' });
    const list = await daily.post(`/organisations/${id}/follow`, { how: 'daily' });
    await organiser.post(`/organisations/${id}/follow`, { how: 'at_once' });

    await changePhone(organiser, id, '01632 960777');
    await organiser.post('/practice/clock', { hours: '1' });
    const now = await newsTo(atOnce, 'council-officer');
    const early = await newsTo(daily, 'trustee');
    await organiser.post('/practice/clock', { hours: '24' });
    const morning = await newsTo(daily, 'trustee');

    expect(list.list('following').map((row) => row.text)).toEqual([expect.stringContaining(name)]);
    expect((await organiser.get(`/organisations/${id}`)).text).toContain('01632 960777');
    expect((await organiser.get(`/api/v1/organisations/${id}`)).json()).toMatchObject({
      phone: '01632 960777',
    });
    expect(now).toHaveLength(1);
    expect(now[0]).toMatchObject({ subject: `What is new at ${name}` });
    expect(now[0]?.text).toMatch(/Changed: telephone\./);
    expect(now[0]?.links).toContainEqual(expect.stringContaining(`/organisations/${id}`));
    expect(early).toEqual([]);
    expect(morning).toHaveLength(1);
    expect(await newsTo(organiser, 'group-organiser')).toEqual([]);
  },
);

demoTest(
  'R136 a week of changes at several groups is one letter on Monday, and none without news',
  async (town) => {
    const own = await ownGroup(town);
    const other = await town.owner
      .selectFrom('register.organisation')
      .select(['id', 'name'])
      .where('state', '=', 'active')
      .where('kind', '=', 'group')
      .where('id', '<>', own.id)
      .orderBy('name')
      .executeTakeFirstOrThrow();
    const organiser = await as(town, 'group-organiser');
    const follower = await as(town, 'trustee');
    for (const { id } of [own, other]) await follower.post(`/organisations/${id}/follow`, { how: 'weekly' });

    await changePhone(organiser, own.id, '01632 960771');
    await changePhone(organiser, own.id, '01632 960772');
    await organiser.post('/practice/clock', { hours: String(8 * 24) });
    const first = await newsTo(follower, 'trustee');
    await organiser.post('/practice/clock', { hours: String(8 * 24) });

    expect(first).toHaveLength(1);
    expect(first[0]?.text.match(/Changed: telephone/g)).toHaveLength(2);
    expect(first[0]?.text).not.toContain(other.name);
    expect(await newsTo(follower, 'trustee')).toHaveLength(1);
  },
);

demoTest('R136 the link in a letter stops all of it, but not by being looked at', async (town) => {
  const { id } = await ownGroup(town);
  const organiser = await as(town, 'group-organiser');
  const follower = await as(town, 'trustee');
  await follower.post(`/organisations/${id}/follow`, { how: 'at_once' });
  await changePhone(organiser, id, '01632 960778');
  await organiser.post('/practice/clock', { hours: '1' });
  const [letter] = await newsTo(follower, 'trustee');
  const link = letter?.links.find((one) => one.includes('/stop/'))?.replace(/^https?:\/\/[^/]+/, '') ?? '';
  const visitor = await town.browser();

  const looked = await visitor.get(link);
  const still = (await follower.get('/following')).list('following');
  const stopped = await visitor.post(link);

  expect(looked.h1).toBe('Stop all news by mail?');
  expect(still).toHaveLength(1);
  expect(stopped.h1).toBe('No more news by mail');
  expect((await follower.get('/following')).text).toContain('You follow nobody yet');
  expect((await visitor.get(`/following/stop/${'x'.repeat(43)}`)).status).toBe(404);
});

const press = { 'List-Unsubscribe': 'One-Click' };
const inParts = new FormData();
for (const [name, value] of Object.entries(press)) inParts.set(name, value);

for (const [how, body] of [
  ['as a form', new URLSearchParams(press)],
  ['in parts', inParts],
] as const) {
  demoTest(
    `R136 the button of a mail program stops all of it, sent ${how} by a server that is nobody here`,
    async (town) => {
      const { id } = await ownGroup(town);
      const organiser = await as(town, 'group-organiser');
      const follower = await as(town, 'trustee');
      await follower.post(`/organisations/${id}/follow`, { how: 'at_once' });
      await changePhone(organiser, id, '01632 960779');
      await organiser.post('/practice/clock', { hours: '1' });
      const [letter] = await newsTo(follower, 'trustee');
      const link = letter?.links.find((one) => one.includes('/stop/')) ?? '';

      const pressed = await bareApp(town).request(link, { method: 'POST', body });

      expect(pressed.status).toBe(200);
      expect((await follower.get('/following')).text).toContain('You follow nobody yet');
    },
  );
}

demoTest('R136 nobody else learns whom somebody follows, and a hidden place is not told', async (town) => {
  const { id } = await ownGroup(town);
  const organiser = await as(town, 'group-organiser');
  const follower = await as(town, 'trustee');
  await follower.post(`/organisations/${id}/follow`, { how: 'at_once' });
  const edit = await organiser.get(`/organisations/${id}/edit`);
  await organiser.submit(edit, 'change-organisation', { address_shown: 'hidden', venue: 'The quiet house' });
  await organiser.post('/practice/clock', { hours: '1' });

  const { rows } = await town.owner.executeQuery<{ payload: unknown }>(
    town.owner
      .selectFrom('platform.event')
      .select('payload')
      .where('name', '=', 'notifications.following_changed')
      .orderBy('id', 'desc')
      .limit(1)
      .compile(),
  );

  expect(await newsTo(follower, 'trustee')).toEqual([]);
  expect((await organiser.get('/following')).text).toContain('You follow nobody yet');
  expect(rows.map((row) => row.payload)).toEqual([{ how: 'at_once' }]);
  const visitor = await town.browser();
  expect((await visitor.get('/following')).status).toBe(401);
  expect((await visitor.get(`/organisations/${id}/follow`)).html).toContain('/sign-in?next=');
  expect((await visitor.post(`/organisations/${id}/follow`, { how: 'daily' })).status).toBe(401);
});

demoTest(
  'R136 another way of following, and stopping, are one form; a wrong answer is said',
  async (town) => {
    const { id } = await ownGroup(town);
    const follower = await as(town, 'trustee');
    await follower.post(`/organisations/${id}/follow`, { how: 'daily' });

    const wrong = await follower.post(`/organisations/${id}/follow`, { how: 'hourly' });
    const changed = await follower.post(`/organisations/${id}/follow`, { how: 'weekly' });
    const stopped = await follower.post(`/organisations/${id}/follow`, { how: 'stop' });

    expect(wrong.status).toBe(422);
    expect(wrong.alert).toContain('Choose when you want to hear');
    expect(changed.list('following')[0]?.text).toContain('On Monday mornings');
    expect(stopped.text).toContain('You follow nobody yet');
  },
);

demoTest(
  'R136 opening hours changed once are on the page, in the API and in a link worker’s digest the same day',
  async (town) => {
    const { id } = await ownGroup(town);
    const [organiser, link] = [await as(town, 'group-organiser'), await as(town, 'link-worker')];
    const shown = await organiser.get(`/organisations/${id}`);
    const lunch = shown.list('services').find((one) => one.text.includes('Food parcels'));
    await tillTen(organiser);
    await link.post(`/services/${lunch?.id}/follow`, { how: 'daily' });

    const edit = await organiser.get(`/services/${lunch?.id}/edit`);
    await organiser.submit(edit, 'change-service', { days: ['TH'], opens: '10.15', closes: '12.45' });
    await organiser.post('/practice/clock', { hours: '7' });

    const page = await (await town.browser()).get(`/services/${lunch?.id}`);
    expect(page.text).toContain('10.15 to 12.45');
    expect(JSON.stringify((await organiser.get(`/api/v1/services/${lunch?.id}`)).json())).toContain('10:15');
    const [letter, ...others] = await newsTo(link, 'link-worker');
    expect(others).toEqual([]);
    expect(letter?.subject).toContain('Food parcels');
    expect(letter?.text).toContain('Food parcels changed: when it is open.');
    expect(letter?.links).toContainEqual(expect.stringContaining(`/services/${lunch?.id}`));
  },
);

demoTest(
  'C5-J4 thirty services are followed, and one letter on Monday says which two are full',
  async (town) => {
    const [organiser, link] = [await as(town, 'group-organiser'), await as(town, 'link-worker')];
    const { id } = await ownGroup(town);
    const own = (await organiser.get(`/organisations/${id}`)).list('services').map((one) => one.id);
    const others = await someServices(town, 30 - own.length, own);
    for (const one of [...own, ...others]) {
      await link.post(`/services/${one}/follow`, { how: 'weekly', weekday: '1' });
    }

    for (const one of own.slice(0, 2)) {
      const edit = await organiser.get(`/services/${one}/edit`);
      await organiser.submit(edit, 'change-service', { status: 'paused', status_note: 'Full until March.' });
    }
    await organiser.post('/practice/clock', { hours: String(8 * 24) });

    expect((await link.get('/following')).list('following').length).toBeGreaterThanOrEqual(30);
    const letters = await newsTo(link, 'link-worker');
    const full = letters.filter(({ text }) => text.includes('not taking anyone new'));
    expect(full).toHaveLength(1);
    expect(full[0]?.text.match(/not taking anyone new/g)).toHaveLength(2);
  },
);

demoTest('C5-J4 where a feed is down, what is followed says when it could be read last', async (town) => {
  const link = await as(town, 'link-worker');
  const { id, source } = await town.owner
    .selectFrom('register.given_by')
    .innerJoin('interchange.feed', 'interchange.feed.source', 'register.given_by.source')
    .innerJoin('register.service', 'register.service.id', 'thing_id')
    .select(['register.service.id', 'interchange.feed.source'])
    .where('register.service.status', '=', 'open')
    .limit(1)
    .executeTakeFirstOrThrow();
  await link.post(`/services/${id}/follow`, { how: 'daily' });
  const before = await link.get('/following');

  const down = { failures: 3, trouble: 'It does not answer.', good_at: new Date('2026-11-23T02:00:00Z') };
  await town.owner.updateTable('interchange.feed').set(down).where('source', '=', source).execute();
  const after = await link.get('/following');

  expect(before.text).not.toContain('cannot be read now');
  expect(after.list('following').find((one) => one.id === id)?.text).toContain(
    `The list “${source}” cannot be read now. What stands here is from Monday 23 November.`,
  );
});

async function someServices({ owner }: Town, count: number, but: readonly string[]): Promise<string[]> {
  const rows = await owner
    .selectFrom('register.search_document')
    .select('id')
    .where('kind', '=', 'service')
    .where('id', 'not in', but)
    .orderBy('id')
    .limit(count)
    .execute();
  return rows.map((row) => row.id ?? '');
}

demoTest('R136 no letter names a person but the one it goes to, whatever happens in a year', async (town) => {
  const organiser = await as(town, 'group-organiser');
  await organiser.post('/practice/clock', { hours: String(400 * 24) });
  const people = await town.owner.selectFrom('people.person').select(['email', 'name']).execute();
  const published = await town.owner.selectFrom('register.organisation').select('email').execute();
  const open = new Set(published.map(({ email }) => email));

  // What a slice sends itself, like the question whether a claim is right, goes to one mailbox on purpose.
  const mails = await town.owner
    .selectFrom('platform.outbox')
    .select(['to_email', 'subject', 'body', 'kind'])
    .where((is) => is.or([is('kind', '=', 'news'), is('kind', 'like', '%.%')]))
    .execute();

  const told = mails.flatMap(({ to_email, kind, ...mail }) => {
    const words = `${mail.subject}\n${mail.body}`;
    const others = people.filter(({ email }) => email !== to_email);
    return others
      .filter(({ name, email }) => words.includes(name) || (words.includes(email) && !open.has(email)))
      .map(({ email }) => `${kind} to ${to_email} tells of ${email}`);
  });
  expect(mails.length).toBeGreaterThan(100);
  expect(new Set(mails.map((mail) => mail.kind)).size).toBeGreaterThan(4);
  expect(told).toEqual([]);
});

import { expect } from 'vitest';
import type { Client } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { coordinating } from '../../../../test/helpers/empty-network.ts';
import { among, feedOf3, feedServer, service, whatWaits } from '../../../../test/helpers/feeds.ts';
import { signedInAs } from '../../../../test/helpers/register-story.ts';
import { addDays } from '../../../platform/dates.ts';
import { runDue } from '../../../platform/due.ts';

const council = { source: 'Eastlock Council', licence: 'Open Government Licence v3.0' };

/** Ruth, a council’s feed with these services, and that of a neighbour. */
async function ruthAnd(town: Town, services: readonly object[]) {
  const feed = await feedServer(feedOf3(services));
  const neighbour = await feedServer(feedOf3([service(90)]));
  among(town, feed, neighbour);
  return { ruth: await coordinating(town), feed, neighbour };
}

async function add(ruth: Client, address: string, more: object = {}) {
  return ruth.submit(await ruth.get('/feeds'), 'add-feed', { address, ...council, ...more });
}

async function bringIn(town: Town, ruth: Client, page: Awaited<ReturnType<typeof add>>) {
  await ruth.submit(await ruth.get(page.url), 'bring-in-feed');
  await whatWaits(town);
  return ruth.get(page.url);
}

function services(town: Town) {
  return town.owner.selectFrom('register.service').selectAll().orderBy('name').execute();
}

function sources(town: Town) {
  return town.owner
    .selectFrom('register.source')
    .select(['source_id', 'gone_at'])
    .where('thing_kind', '=', 'service')
    .orderBy('source_id')
    .execute();
}

dbTest('R7: a feed is tried at once and looked through before anything is taken in', async (town) => {
  const { ruth, feed } = await ruthAnd(town, [service(1), service(2), service(3, { name: '' })]);

  const added = await add(ruth, `${feed.at('/oruk/services?page=1')}`);

  expect(added.h1).toBe('Feed: Eastlock Council');
  expect(added.text).toContain('It speaks Open Referral UK 3.0 and tells of 3 services.');
  expect(added.hasForm('bring-in-feed')).toBe(false);

  await whatWaits(town);
  const looked = await ruth.get(added.url);

  expect(looked.text).toMatch(/What would come of it.* New 2 Meet a record we have 0 .* Rejected 1/);
  expect(looked.list('findings').map((row) => row.text)).toEqual(['There is no name. 1']);
  expect(await services(town)).toEqual([]);
  expect((await ruth.get('/imports')).text).toContain('No list has been taken in yet.');
});

dbTest('R7: what is brought in says where it is from, and the next night changes nothing', async (town) => {
  const { ruth, feed } = await ruthAnd(town, [service(1), service(2), service(3)]);
  const added = await add(ruth, feed.at('/oruk'));
  await whatWaits(town);

  const brought = await bringIn(town, ruth, added);

  const [first, ...others] = await services(town);
  expect(others).toHaveLength(2);
  expect(first?.summary).toBe('Tea & company in room 1.');
  expect(brought.text).toMatch(/What came of it.* New 3/);
  expect(brought.text).toContain('Read every night');
  const record = await ruth.get(`/organisations/${first?.organisation_id}`);
  expect(record.text).toMatch(/From Eastlock Council, \d+ \w+/);
  const place = await town.owner.selectFrom('register.location').selectAll().executeTakeFirstOrThrow();
  expect([place.venue, place.address]).toEqual(['Mill Hall', '4 Mill Lane, Eastlock']);

  await runDue(town.jobsSource, addDays(new Date(), 2));
  await whatWaits(town);
  const next = await ruth.get(added.url);

  expect(next.list('runs')[0]?.text).toMatch(/Brought in at night Done 0 0 0/);
  expect(await services(town)).toHaveLength(3);
  expect(await services(town)).toEqual([first, ...others]);
});

dbTest('R7: what changes in the feed changes here, what somebody looks after does not', async (town) => {
  const { ruth, feed } = await ruthAnd(town, [service(1), service(2)]);
  const added = await add(ruth, feed.at('/oruk'));
  await whatWaits(town);
  await bringIn(town, ruth, added);
  const [kept] = await services(town);
  await town.owner
    .updateTable('register.organisation')
    .set({ claimed: true })
    .where('id', '=', kept?.organisation_id ?? '')
    .execute();

  const renamed = { name: 'Another name' };
  feed.now.answers = feedOf3([service(1, renamed), service(2, renamed)]);
  const page = await bringIn(town, ruth, added);

  expect((await services(town)).map(({ name }) => name).sort()).toEqual(['Another name', 'Warm room 1']);
  expect(page.text).toMatch(/Changed 1 As they were 1/);
});

dbTest('R7: a service that has gone from the feed is marked and shown, never deleted', async (town) => {
  const { ruth, feed } = await ruthAnd(town, [service(1), service(2), service(3)]);
  const added = await add(ruth, feed.at('/oruk'));
  await whatWaits(town);
  await bringIn(town, ruth, added);

  feed.now.answers = feedOf3([service(1), service(3)]);
  const page = await bringIn(town, ruth, added);

  const [gone] = page.list('gone');
  expect(gone?.text).toMatch(/^Warm room 2 since /);
  expect(page.text).toContain('Gone from the feed 1');
  expect((await (await town.browser()).get(gone?.href ?? '')).text).toMatch(
    /Gone from the list “Eastlock Council” since .* Ask whether it is still there/,
  );
  expect((await services(town)).map(({ status }) => status)).toEqual(['open', 'open', 'open']);

  feed.now.answers = feedOf3([service(1), service(2), service(3)]);
  const back = await bringIn(town, ruth, added);

  expect(back.text).not.toContain('No longer in the feed');
  expect((await sources(town)).map((row) => row.gone_at)).toEqual([null, null, null]);
});

dbTest(
  'R7: half a feed is not believed at night, and a feed that lies about its end marks nothing',
  async (town) => {
    const all = Array.from({ length: 12 }, (_, at) => service(at + 1));
    const { ruth, feed } = await ruthAnd(town, all);
    const added = await add(ruth, feed.at('/oruk'));
    await whatWaits(town);
    await bringIn(town, ruth, added);

    feed.now.answers = feedOf3(all.slice(0, 4));
    await runDue(town.jobsSource, addDays(new Date(), 2));
    await whatWaits(town);
    const night = await ruth.get(added.url);

    expect(night.text).toContain('It has 4 services where it had 12. Nothing was changed.');
    expect((await sources(town)).every((row) => row.gone_at === null)).toBe(true);

    const good = feedOf3(all.slice(0, 8), 20);
    feed.now.answers = (path, page) => {
      const sent = good(path, page);
      return path === '/oruk/services' && sent ? { body: { ...Object(sent.body), total_items: 12 } } : sent;
    };
    const byHand = await bringIn(town, ruth, added);

    expect(byHand.list('findings').map((row) => row.text)).toEqual([
      'The feed says that it has 12 services, but 8 came. 1',
    ]);
    expect((await sources(town)).every((row) => row.gone_at === null)).toBe(true);
  },
);

dbTest('R7: a feed that fails is told of, asked less and less often, and is forgiven', async (town) => {
  const { ruth, feed } = await ruthAnd(town, [service(1), service(2)]);
  const added = await add(ruth, feed.at('/oruk'));
  await whatWaits(town);
  await bringIn(town, ruth, added);
  const good = feed.now.answers;

  feed.now.answers = () => ({ status: 500, type: 'text/html', body: '<h1>Down</h1>' });
  const waits: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const before = await nextOf(town);
    await runDue(town.jobsSource, before);
    await whatWaits(town);
    waits.push(Math.round(((await nextOf(town)).getTime() - Date.now()) / 3_600_000));
  }
  const failing = await ruth.get(added.url);
  const [told] = (await ruth.get('/hub/queues/failing-feeds')).list('failing-feeds');

  expect(waits).toEqual([1, 6, 24, 48, 96]);
  expect(failing.text).toContain('Page 1 cannot be had: the answer is 500, so something is broken there.');
  expect(failing.text).toContain('That happened 5 times in a row. What came before stays as it is.');
  expect(told?.text).toContain('Eastlock Council');
  const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const asked = await ruth.post('/hub/queues/failing-feeds', {
    ...{ row: told?.id ?? '', move: 'ask', words: 'Rang Jo at the council.', until, back: 'queue' },
  });
  const waiting = town.owner.selectFrom('interchange.feed_run').select('kind').where('state', '=', 'waiting');
  expect(asked.text).toContain('One thing is set aside');
  expect(await waiting.execute()).toEqual([{ kind: 'bring' }]);
  expect(await services(town)).toHaveLength(2);

  feed.now.answers = good;
  await whatWaits(town);
  const well = await ruth.get(added.url);

  expect(well.text).not.toContain('It could not be read');
  expect((await ruth.get('/hub/queues/failing-feeds')).text).not.toContain('Eastlock Council');
});

function nextOf(town: Town): Promise<Date> {
  return town.owner
    .selectFrom('interchange.feed')
    .select('next_at')
    .executeTakeFirstOrThrow()
    .then((row) => row.next_at ?? new Date(0));
}

dbTest('R7: a feed is paused, goes on, and is removed, and what came from it stays', async (town) => {
  const { ruth, feed } = await ruthAnd(town, [service(1)]);
  const added = await add(ruth, feed.at('/oruk'));
  await whatWaits(town);
  const on = await bringIn(town, ruth, added);

  const paused = await ruth.submit(on, 'pause-feed');
  expect(paused.text).toContain('Paused');
  expect((await ruth.post(`${added.url}/pause`)).status).toBe(409);
  const asked = feed.asked.length;
  await runDue(town.jobsSource, addDays(new Date(), 3));
  await whatWaits(town);
  expect(feed.asked.length).toBe(asked);

  const again = await ruth.submit(await ruth.get(added.url), 'resume-feed');
  expect(again.text).toContain('Read every night');
  const left = await ruth.submit(again, 'remove-feed');
  expect(left.text).toContain('No feed is here yet.');
  expect((await ruth.get(added.url)).status).toBe(404);
  expect(await services(town)).toHaveLength(1);
});

dbTest(
  'R7: what is wrong with a feed is said beside its address, and what was typed is kept',
  async (town) => {
    const { ruth, feed } = await ruthAnd(town, [service(1)]);
    const cases: [string, string][] = [
      ['http://127.0.0.1:5432/', 'This is a number.'],
      ['http://localhost/oruk', '“localhost” is no name of the open web.'],
      ['http://[::1]/', 'This is a number.'],
      ['file:///etc/passwd', 'Only addresses that begin with https:// or http:// are asked.'],
      ['https://me:pass@feeds.test/', 'There is a name or a password before the @.'],
      ['feeds.example', 'There is no “feeds.example” in the web'],
      [feed.at('/nothing'), 'Page 1 cannot be had: the answer is 404, so there is nothing at this address.'],
      ['', 'Give the address of the feed'],
    ];

    for (const [address, words] of cases) {
      const page = await add(ruth, address);

      expect(page.status).toBe(422);
      expect(page.problems.address).toContain(words);
      expect(page.form('add-feed').values.source).toBe('Eastlock Council');
    }
    expect(await town.owner.selectFrom('interchange.feed').select('id').execute()).toEqual([]);
  },
);

dbTest('R7: two feeds are never mixed up: one address and one name each', async (town) => {
  const { ruth, feed, neighbour } = await ruthAnd(town, [service(1)]);
  await add(ruth, feed.at('/oruk'));

  const sameAddress = await add(ruth, feed.at('/oruk/'), { source: 'Other' });
  const sameName = await add(ruth, neighbour.at('/oruk'), { source: 'EASTLOCK council' });

  expect(sameAddress.problems.address).toBe('This feed is here already.');
  expect(sameName.problems.source).toContain('There is a feed of this name already.');
});

dbTest('feeds are the coordinator’s', async (town) => {
  await coordinating(town);
  const other = await signedInAs(town, 'ama@wicket.example');
  const passer = await town.browser();

  expect([(await passer.get('/feeds')).status, (await other.get('/feeds')).status]).toEqual([401, 403]);
  expect((await other.post('/feeds', { address: 'http://feeds.test/' })).status).toBe(403);
});

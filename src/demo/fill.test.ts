import { expect } from 'vitest';
import { demoTest } from '../../test/helpers/demo-town.ts';
import { firstBrokenSeal, sealRecord } from '../platform/seal.ts';
import { freshnessAt } from '../slices/register/rules/freshness.ts';
import { region } from './region/region.ts';

const clocks = { check_due_months: 6, check_old_months: 9, check_out_months: 12 };

demoTest('every group of the region is there, in the state the story gives it', async ({ owner }) => {
  const rows = await owner
    .selectFrom('register.organisation')
    .select(['name', 'state'])
    .where('kind', 'not in', ['hub', 'centre'])
    .where('state', '<>', 'merged')
    .where('id', 'not in', (q) => q.selectFrom('register.source').select('thing_id'))
    .execute();
  const told = region().organisations.map((one) => [
    one.name,
    one.state === 'submitted' ? 'waits' : one.state,
  ]);
  const found = rows.map((row) => [
    row.name,
    ['submitted', 'in_review'].includes(row.state) ? 'waits' : row.state,
  ]);

  expect(found.sort()).toEqual(told.sort());
});

demoTest('a list of others was brought in, and another waits for the coordinator', async ({ owner }) => {
  const lists = await owner
    .selectFrom('interchange.import')
    .select(['source', 'state', 'new', 'rejected'])
    .where('by_page', '=', true)
    .orderBy('id')
    .execute();

  expect(lists).toEqual([
    { source: 'Vale Libraries', state: 'done', new: 4, rejected: 1 },
    { source: 'The charity register', state: 'done', new: 3, rejected: 0 },
    { source: 'Hartlow Council', state: 'sent', new: 0, rejected: 0 },
  ]);
});

demoTest('a group that was registered twice is one record, and is found by both names', async (town) => {
  const visitor = await town.browser();

  const byNewName = await visitor.get('/search?q=bread+shelf&kind=organisation');

  expect(byNewName.list('results')[0]?.text).toContain('Eastlock Larder');
});

demoTest(
  'something new waits for a first look, and something of a trusted group is live without',
  async (town) => {
    const worker = await town.browser();
    await worker.post('/practice/sign-in', { person: 'centre-worker' });
    const row = await town.owner
      .selectFrom('register.organisation')
      .select('id')
      .where('name', '=', 'Eastlock Volunteer Centre')
      .executeTakeFirstOrThrow();

    const looks = await worker.get(`/centres/${row.id}/looks`);

    expect(looks.list('first-looks').map((one) => one.text)).toEqual([
      expect.stringContaining('A first meeting'),
    ]);
    expect(
      looks
        .list('sample')
        .map((one) => one.text)
        .join(),
    ).toContain('Soup to take home');
  },
);

demoTest('the age of each record is what the clocks say today', async ({ owner }) => {
  const rows = await owner
    .selectFrom('register.organisation')
    .select(['name', 'freshness', 'checked_at'])
    .where('state', '=', 'active')
    .execute();
  const soon = new Date(Date.now() + 24 * 3_600_000);
  const wrong = rows.filter((row) => {
    const allowed = [
      freshnessAt(row.checked_at, new Date(), clocks),
      freshnessAt(row.checked_at, soon, clocks),
    ];
    return !allowed.some((freshness) => freshness === row.freshness);
  });

  expect(wrong).toEqual([]);
  expect(new Set(rows.map((row) => row.freshness))).toEqual(new Set(['ok', 'due', 'old', 'none']));
});

demoTest('some registrations wait, few of them late, each with its clock', async ({ owner }) => {
  const waiting = await owner
    .selectFrom('register.centre_answer')
    .leftJoin('loops.loop', 'loops.loop.thing_id', 'register.centre_answer.id')
    .select(['register.centre_answer.id', 'first_due_at'])
    .where('register.centre_answer.state', '=', 'waiting')
    .where('ended_at', 'is', null)
    .execute();
  const late = waiting.filter((row) => row.first_due_at !== null && row.first_due_at < new Date());

  expect(waiting.length).toBeGreaterThan(20);
  expect(late.length).toBeGreaterThan(0);
  // Answers that are due today fall late at five o’clock, whatever the hour of the first day.
  const today = new Date(new Date().setUTCHours(0, 0, 0, 0));
  const lateBefore = late.filter((row) => row.first_due_at !== null && row.first_due_at < today);
  expect(lateBefore.length).toBeLessThan(6);
});

demoTest('nobody is told of what is older than some days', async ({ owner }) => {
  const { oldest, all } = await owner
    .selectFrom('platform.outbox')
    .select((q) => [q.fn.min('at').as('oldest'), q.fn.countAll<number>().as('all')])
    .executeTakeFirstOrThrow();

  expect(Date.now() - oldest.getTime()).toBeLessThan(6 * 86_400_000);
  expect(all).toBeGreaterThan(50);
});

demoTest('an old name still finds a group', async ({ browser }) => {
  const visitor = await browser();

  const found = await visitor.get('/api/v1/search?q=Tansy+Street+Dinner+Club');

  expect(found.json()).toMatchObject({ items: [{ name: 'Tuesday Table lunch club' }] });
});

demoTest('a group shows what it looks like there', async ({ browser }) => {
  const visitor = await browser();
  const results = (await visitor.get('/search?kind=organisation&q=Tuesday+Table+lunch+club')).list('results');
  const found = results.find(({ text }) => text.startsWith('Tuesday Table lunch club'));

  const page = await visitor.get(found?.href ?? 'nowhere');
  const images = page.root.querySelectorAll('main img').map((image) => image.getAttribute('src') ?? '');

  expect(images).toHaveLength(4);
  for (const image of images) expect((await visitor.get(image)).status).toBe(200);
});

demoTest('everything that happened in it can be sealed', async ({ jobCtx, jobs }) => {
  await expect.poll(() => sealRecord(jobCtx), { timeout: 10_000 }).toBeGreaterThan(6000);

  expect(await firstBrokenSeal(jobs.open)).toBeUndefined();
});

demoTest('a council’s feed is read every night, and another one waits for a yes', async ({ browser }) => {
  const ruth = await browser();
  await ruth.post('/practice/sign-in', { person: 'coordinator' });

  const [waits, council] = (await ruth.get('/feeds')).list('feeds');

  expect(waits?.text).toMatch(/^Libraries of Nine Elders Not taken in yet 3/);
  expect((await ruth.get(waits?.href ?? '')).text).toMatch(/New 2 .*Rejected 1/);
  expect(council?.text).toMatch(/^Underwold Council’s directory Read every night 6/);
  expect((await ruth.get('/search?q=fireside')).text).toContain('Reading aloud at the fireside');
  await ruth.post('/practice/clock', { hours: '48' });
  expect((await ruth.get(council?.href ?? '')).list('runs')[0]?.text).toMatch(/Brought in at night Done/);
});

demoTest('R32 the link worker has handed out sheets: a few services are often on them', async ({ owner }) => {
  const counts = await owner
    .selectFrom('referrals.signpost_count')
    .select((of) => ['service_id', of.fn.sum<string>('times').as('times')])
    .groupBy('service_id')
    .execute();
  const times = counts.map((row) => Number(row.times));

  expect(counts.length).toBeGreaterThan(20);
  expect(Math.max(...times)).toBeGreaterThan(7);
  expect(Math.min(...times)).toBeLessThan(4);
});

demoTest(
  'R34 referrals stand in every state a list can show, and nothing of a withdrawn one is left',
  async ({ owner }) => {
    const rows = await owner
      .selectFrom('referrals.referral')
      .select(['state', 'need', 'receiver_id'])
      .execute();
    const states = new Set(rows.map(({ state }) => state));
    const atTuesdayTable = await owner
      .selectFrom('referrals.referral')
      .innerJoin('register.organisation as receiver', 'receiver.id', 'receiver_id')
      .select('referrals.referral.id')
      .where('receiver.name', '=', 'Tuesday Table lunch club')
      .execute();

    expect([...states].sort()).toEqual(
      [
        ...['accepted', 'closed', 'could_not_reach', 'declined', 'ended', 'more_asked', 'opened', 'sent'],
        ...['started', 'waiting', 'withdrawn'],
      ].sort(),
    );
    expect(atTuesdayTable).toHaveLength(5);
    expect(rows.filter(({ state }) => state === 'withdrawn').map(({ need }) => need)).toEqual([null]);
  },
);

demoTest('there are roles of every state and for every list, over the centres', async (town) => {
  const { owner } = town;
  const rows = await owner
    .selectFrom('volunteering.role')
    .select(['state', 'minimum_age', 'share', 'dbs_level', 'organisation_id'])
    .execute();
  const visitor = await town.browser();
  const worker = await town.browser();
  await worker.post('/practice/sign-in', { person: 'centre-worker' });

  const young = await visitor.get('/roles?age=15');
  const board = await worker.get('/roles/sharing');
  const inbox = await worker.get('/inbox');

  expect(rows.length).toBeGreaterThan(60);
  expect([...new Set(rows.map(({ state }) => state))].sort()).toEqual(
    ['draft', 'expired', 'for_check', 'full', 'live', 'paused', 'pulled', 'returned', 'withdrawn'].sort(),
  );
  expect(new Set(rows.map(({ organisation_id: id }) => id)).size).toBeGreaterThan(40);
  expect(young.list('roles').length).toBeGreaterThan(5);
  expect(board.text).toMatch(/^.*\d\d% of \d+ live roles are open to everybody\. The target is 90%/);
  expect(board.list('shares').length).toBeGreaterThan(9);
  expect(inbox.text).toContain('Steward at the winter fair');
});

demoTest(
  'two of the cast said what they would like, a fair is proposed, and a day is in each state',
  async (town) => {
    const marek = await town.browser();
    await marek.post('/practice/sign-in', { person: 'volunteer' });
    const priya = await town.browser();
    await priya.post('/practice/sign-in', { person: 'young-volunteer' });

    const fits = await marek.get('/volunteer/matches');
    const young = await priya.get('/volunteer/matches');
    const days = await town.owner
      .selectFrom('volunteering.employer_request')
      .select(['state', 'owed_pence'])
      .orderBy('on_day')
      .execute();
    const placed = await town.owner
      .selectFrom('volunteering.drive_entry')
      .select('number')
      .where('role_id', 'is not', null)
      .where('suggested_at', 'is', null)
      .execute();

    expect(fits.list('matches')[0]?.text).toContain('Because:');
    expect(young.list('matches').length).toBeGreaterThan(0);
    expect(young.text).not.toContain('18 and over');
    expect(days.map(({ state }) => state)).toEqual(['closed', 'held', 'cancelled', 'agreed', 'open']);
    expect(days[2]?.owed_pence).toBe(4500);
    expect(placed.length).toBeGreaterThan(2);
  },
);
demoTest('R26 people have asked about roles, and their enquiries stand at every step', async ({ owner }) => {
  const rows = await owner.selectFrom('volunteering.enquiry').select(['state', 'young']).execute();

  const states = [...new Set(rows.map((row) => row.state))].sort();
  expect(states).toEqual(['ended', 'in_advice', 'introduced', 'new', 'started', 'stopped']);
  expect(rows.filter((row) => row.young)).toHaveLength(1);
});

import { expect } from 'vitest';
import type { ShownPage } from '../../../../test/helpers/client.ts';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { mailTo, signedInAs } from '../../../../test/helpers/register-story.ts';
import { busyThings, type Things } from '../../../../test/helpers/things.ts';
import { addDays } from '../../../platform/dates.ts';
import { climbWhatIsDue } from '../../loops/actions/climb.ts';

const ruth = 'coordinator@practice.example';
const dee = 'centre-worker@practice.example';
const robin = 'admin-of-a@things.example';

/** What waits for an answer, each with somebody who is there. */
async function waiting(town: Town): Promise<Things> {
  const there = await busyThings(town);
  const { eastlock, hub } = there.centres;
  const keepers = [
    [eastlock, there.people['centre A']],
    [hub, there.people.coordinator],
  ] as const;
  for (const [organisation, owner_person_id] of keepers) {
    const loops = town.owner.updateTable('loops.loop').set({ owner_person_id });
    await loops.where('owner_organisation_id', '=', organisation).execute();
  }
  return there;
}

function trailOf(page: ShownPage): string[] {
  return page.root
    .querySelectorAll('[data-list=trail] li')
    .map((item) => item.text.replaceAll(/\s+/g, ' ').trim());
}

/** The same, and all of it climbed. */
async function climbed(town: Town, times = 3): Promise<Things> {
  const there = await waiting(town);
  for (let time = 1; time <= times; time += 1) {
    await climbWhatIsDue({ ...town.jobCtx, now: addDays(town.jobCtx.now, 7 * time) });
  }
  return there;
}

dbTest(
  'R35 the board shows every open promise, the late ones first, and none without an owner',
  async (town) => {
    const there = await waiting(town);
    const later = addDays(new Date(), 30);
    await town.owner
      .updateTable('loops.loop')
      .set({ first_due_at: later })
      .where('kind', '=', 'merge')
      .execute();
    const browser = await signedInAs(town, ruth);

    const board = await browser.get('/nobody-lost');
    const rows = board.list('nobody-lost');
    const late = await browser.get('/nobody-lost?when=late');
    const claims = await browser.get('/nobody-lost?kind=claim');

    expect(board.h1).toBe('Nobody lost');
    expect(rows).toHaveLength(6);
    expect(board.text).toContain('6 people wait for an answer. 5 have waited too long.');
    expect(board.text).toContain('0. Each of them has somebody.');
    expect(rows.at(-1)?.text).toContain('Until');
    expect(late.list('nobody-lost')).toHaveLength(5);
    expect(claims.list('nobody-lost').map((row) => row.text)).toEqual([
      expect.stringContaining('With Eastlock Volunteer Centre (receiver) since Tuesday 24 November'),
    ]);
    expect(board.text).not.toContain('The telephone number is old');
    expect(board.text).not.toContain('Robin');
    expect(board.html).toContain(`/nobody-lost/${there.promise}`);
    expect(await browser.deadLinks()).toEqual([]);
  },
);

dbTest('R35 a promise that nobody has is counted, said, and found', async (town) => {
  const there = await busyThings(town);
  await town.owner
    .updateTable('register.position')
    .set({ until_at: town.ctx.now })
    .where('organisation_id', '=', there.group)
    .where('person_id', '=', there.people['admin of A'])
    .execute();
  const browser = await signedInAs(town, ruth);

  const board = await browser.get('/nobody-lost');
  const lost = await browser.get('/nobody-lost?only=unowned');

  expect(board.text).not.toContain('Each of them has somebody');
  expect(lost.list('nobody-lost').length).toBeGreaterThan(0);
  expect(lost.list('nobody-lost').every((row) => row.text.includes('Nobody has it'))).toBe(true);
});

dbTest('C1-J2 the coordinator rings, passes it on, and the why stands on the trail', async (town) => {
  const there = await climbed(town);
  const browser = await signedInAs(town, ruth);
  const worker = await signedInAs(town, robin);

  const one = await browser.get(`/nobody-lost/${there.promise}`);
  const stale = one;
  const passed = await browser.submit(one, 'pass-promise', {
    to: there.group,
    why: 'I rang, they had not seen it.',
  });
  const twice = await browser.submit(stale, 'pass-promise', { to: there.group, why: 'Once more.' });
  const inbox = await worker.get('/inbox');
  const letters = await mailTo(town, 'member-of-a@things.example');

  expect(trailOf(one)).toEqual([
    expect.stringContaining('Climbed to the second contact at Tansy Street Kitchen'),
    expect.stringContaining('Climbed to the home centre at Eastlock Volunteer Centre'),
    expect.stringContaining('Climbed to the hub at Hub of Ambry Vale'),
    expect.stringContaining('It rings Tansy Street Kitchen and sees to it until there is an answer.'),
  ]);
  expect(trailOf(passed).join('\n')).toMatch(
    /Passed on by the hub to Tansy Street Kitchen *“I rang, they had not seen it.”/,
  );
  expect(passed.text).toContain('With Tansy Street Kitchen, as second contact');
  expect(passed.text).toContain('Without an answer it goes to the home centre.');
  expect(twice.status).toBe(409);
  expect(twice.alert).toContain('It went to somebody else in the meantime');
  expect(twice.html).toContain('Once more.');
  expect(inbox.list('late').some((row) => row.text.includes('Suggested change'))).toBe(true);
  const all = [...letters, ...(await mailTo(town, robin))];
  expect(all.filter((mail) => mail.subject.startsWith('Now with you'))).toHaveLength(1);
});

dbTest('C1-J2 without a reason or a taker nothing is passed on, and what was typed stays', async (town) => {
  const there = await climbed(town);
  const browser = await signedInAs(town, ruth);
  const one = await browser.get(`/nobody-lost/${there.promise}`);

  const silent = await browser.submit(one, 'pass-promise', { to: there.group, why: ' ' });
  const nowhere = await browser.post(`/nobody-lost/${there.promise}/pass`, {
    ...one.form('pass-promise').values,
    why: 'Jo is away.',
  });
  const stranger = await browser.post(`/nobody-lost/${there.promise}/pass`, {
    ...one.form('pass-promise').values,
    ...{ to: there.otherGroup, why: 'Jo is away.' },
  });

  expect(silent.status).toBe(422);
  expect(silent.problems.why).toContain('Say in a few words why');
  expect(nowhere.problems.to).toContain('Choose who is to have it');
  expect(nowhere.html).toContain('Jo is away.');
  expect(stranger.status).toBe(422);
});

dbTest(
  'C1-J2 a group that pauses is seen at once on the board, in the inbox and on the hub’s page',
  async (town) => {
    const there = await climbed(town, 2);
    const browser = await signedInAs(town, ruth);
    const worker = await signedInAs(town, dee);

    await town.owner
      .updateTable('register.organisation')
      .set({ state: 'paused' })
      .where('id', '=', there.group)
      .execute();
    const marked = await browser.get('/nobody-lost?only=marked');
    const inbox = await worker.get('/inbox');
    const queue = await browser.get('/hub/queues/gone-quiet');

    expect(marked.list('nobody-lost').map((row) => row.text)).toEqual([
      expect.stringContaining('It is paused'),
      expect.stringContaining('It is paused'),
      expect.stringContaining('It is paused'),
    ]);
    expect(inbox.list('late').some((row) => row.text.includes('It is paused'))).toBe(true);
    expect(queue.list('gone-quiet')).toHaveLength(3);
  },
);

dbTest('D5 4 what went up to the centre keeps the group from closing, until it is answered', async (town) => {
  const there = await climbed(town, 2);
  const worker = await signedInAs(town, dee);
  const form = await worker.get(`/organisations/${there.group}/state`);

  const refused = await worker.submit(form, 'move-organisation', { to: 'closing', reason: 'We are done.' });
  await town.owner
    .updateTable('loops.loop')
    .set({ ended_at: town.ctx.now, end_reason: 'done' })
    .where('about_organisation_id', '=', there.group)
    .execute();
  const closing = await worker.submit(form, 'move-organisation', { to: 'closing', reason: 'We are done.' });

  expect(refused.status).toBe(409);
  expect(refused.alert).toContain('3 people still wait for an answer from Tansy Street Kitchen');
  expect(closing.status).toBe(200);
});

dbTest('R35 a centre sees its own part, and nobody else sees a promise that is not theirs', async (town) => {
  const there = await climbed(town, 1);
  const [worker, other] = [
    await signedInAs(town, dee),
    await signedInAs(town, 'other-centre-worker@practice.example'),
  ];
  const visitor = await town.browser();
  const own = `/centres/${there.centres.eastlock}/nobody-lost`;

  const board = await worker.get(own);

  expect(board.h1).toBe('Nobody lost at Eastlock Volunteer Centre');
  expect(board.list('nobody-lost')).toHaveLength(5);
  expect((await worker.get(`/nobody-lost/${there.promise}`)).hasForm('pass-promise')).toBe(false);
  expect((await worker.get('/nobody-lost')).status).toBe(403);
  expect((await other.get(own)).status).toBe(403);
  expect((await other.get(`/nobody-lost/${there.promise}`)).status).toBe(404);
  expect((await visitor.get('/nobody-lost')).status).toBe(401);
  expect((await visitor.get(`/nobody-lost/${there.promise}`)).status).toBe(401);
  expect((await other.post(`/nobody-lost/${there.promise}/pass`, { to: there.group, why: 'x' })).status).toBe(
    403,
  );
});

dbTest(
  'R35 the board goes on from the last row, fifty at a time, and says how promises ended',
  async (town) => {
    const there = await busyThings(town);
    const loop = await town.owner
      .selectFrom('loops.loop')
      .selectAll()
      .where('id', '=', there.promise)
      .executeTakeFirstOrThrow();
    const more = Array.from({ length: 120 }, (_, index) => ({
      ...loop,
      ...{ id: town.ctx.newId(), thing_id: town.ctx.newId() },
      ...(index < 20 && { ended_at: new Date(), end_reason: index < 15 ? 'done' : 'not_for_us' }),
    }));
    await town.owner.insertInto('loops.loop').values(more).execute();
    const browser = await signedInAs(town, ruth);

    const seen: string[] = [];
    let page = await browser.get('/nobody-lost');
    const [first] = [page];
    for (;;) {
      seen.push(...page.list('nobody-lost').map((row) => row.id));
      const next = page.root.querySelector('.pager a')?.getAttribute('href');
      if (!next) break;
      page = await browser.get(next);
    }

    expect(seen).toHaveLength(106);
    expect(new Set(seen).size).toBe(106);
    expect(first?.list('kinds').find((row) => row.id === 'suggested-change')?.text).toContain(
      'Done 15, not for us 5',
    );
  },
);

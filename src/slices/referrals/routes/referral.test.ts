import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { canaries, filled, idOf, refer, referralTown } from '../../../../test/helpers/referral-town.ts';
import { runDue } from '../../../platform/due.ts';
import { referrals } from '../urls.ts';

dbTest(
  'R34 C5-J2 C3-J5 a referral goes from consent to the message back, and each side is told',
  async (town) => {
    const there = await referralTown(town);
    const { sender, receiver } = there;

    const sent = await refer(there, { covers_next: 'yes' });
    const id = idOf(sent);
    const waiting = await receiver.get('/inbox');
    const summary = await receiver.get(referrals.one(id));
    const opened = await receiver.submit(summary, 'open-referral');
    const accepted = await receiver.submit(opened, 'answer-referral', { answer: 'accept' });
    const started = await receiver.submit(accepted, 'tell-referral', {
      what: 'started',
      said: 'She came on Friday.',
    });
    const ended = await receiver.submit(started, 'tell-referral', { what: 'ended', end_reason: 'completed' });
    const back = await sender.get(referrals.one(id));
    const message = await sender.get(referrals.messageBack(id));
    const paper = await sender.get(referrals.messageBackPage(id));
    const others = await receiver.get(referrals.messageBackPage(id));
    const closed = await sender.submit(back, 'close-referral');

    expect(sent.root.querySelector('[data-state=sent]')?.text).toBe('Sent, not opened yet');
    expect(waiting.list('inbox').map((one) => one.id)).toEqual([id]);
    expect(waiting.text).not.toMatch(/CANARY|07700/);
    expect(summary.text).toContain(canaries.need);
    expect(summary.text).not.toMatch(/NAMECANARY|STORYCANARY|SAFECANARY|07700/);
    for (const words of Object.values(canaries)) expect(opened.text).toContain(words);
    expect(ended.root.querySelector('[data-state=ended]')).not.toBeNull();
    expect(back.text).toContain('She came on Friday.');
    expect(paper.text).toContain('She came on Friday.');
    expect(paper.root.querySelectorAll('article h2').map((one) => one.text)).toEqual([
      'Person',
      'Referral',
      'About me',
      'Consent',
      'Offered',
      'Outcome',
      'Message back',
    ]);
    expect(others.status).toBe(404);
    expect(message.json()).toMatchObject({
      person_demographics: { preferred_name: canaries.name },
      outcome: { status: 'Ended', reason: 'They did what they came for' },
    });
    expect(closed.root.querySelector('[data-state=closed]')).not.toBeNull();
    expect(await openLoops(town)).toEqual([]);
  },
);

dbTest('R34 nothing is sent without consent that is recorded; what was typed stays', async (town) => {
  const there = await referralTown(town);
  const { sender, soup } = there;
  const form = await sender.get(referrals.refer(soup));

  const { agreed: _, ...silent } = filled;
  const without = await sender.submit(form, 'send-referral', silent);
  const nowhere = await sender.submit(form, 'send-referral', { ...filled, phone: '' });
  const tomorrow = await sender.submit(form, 'send-referral', { ...filled, given_on: '2126-11-25' });
  const noReason = await sender.submit(form, 'send-referral', { ...silent, ground: 'safeguarding' });

  expect(without.status).toBe(422);
  expect(without.problems.agreed).toContain('until they agree');
  expect(without.form('send-referral').values.story).toBe(canaries.story);
  expect(nowhere.problems.phone).toContain('one way to reach them');
  expect(tomorrow.problems.given_on).toContain('has not come yet');
  expect(noReason.problems.ground_reason).toContain('without their consent');
  expect(await rows(town, 'referrals.referral')).toEqual([]);
  expect(await rows(town, 'privacy.basis')).toEqual([]);
});

dbTest('R34 a form that is sent twice is one referral', async (town) => {
  const there = await referralTown(town);
  const form = await there.sender.get(referrals.refer(there.soup));

  const [first, second] = await Promise.all([
    there.sender.submit(form, 'send-referral', filled),
    there.sender.submit(form, 'send-referral', filled),
  ]);

  const all = await rows(town, 'referrals.referral');
  expect(all).toHaveLength(1);
  expect([first?.status, second?.status].filter((status) => status === 200).length).toBeGreaterThan(0);
});

dbTest(
  'R34 without the sharing terms nothing can be sent, and the page says whose they are',
  async (town) => {
    const there = await referralTown(town);
    const { sender, soup, surgery } = there;
    await town.owner.deleteFrom('referrals.terms').where('organisation_id', '=', there.there.group).execute();

    const theirs = await sender.get(referrals.refer(soup));
    const sent = await sender.post(referrals.refer(soup), {
      ...{ ...filled, id: town.ctx.newId(), organisation_id: surgery, ground: 'consent' },
    });

    expect(theirs.hasForm('send-referral')).toBe(false);
    expect(theirs.text).toContain('has not accepted the sharing terms');
    expect(sent.status).toBe(409);
    expect(await rows(town, 'referrals.referral')).toEqual([]);
  },
);

dbTest('R35 a decline needs a reason, and offers the next place with the same agreement', async (town) => {
  const there = await referralTown(town);
  const { sender, receiver, next, hens } = there;
  const id = idOf(await refer(there, { covers_next: 'yes' }));
  const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');

  const bare = await receiver.submit(opened, 'answer-referral', { answer: 'decline' });
  const declined = await receiver.submit(bare, 'answer-referral', { answer: 'decline', reason: 'full' });
  const back = await sender.get(referrals.one(id));
  const again = await sender.submit(back, 'try-next', { service_id: hens });
  const there2 = await next.submit(await next.get(referrals.one(idOf(again))), 'open-referral');

  expect(bare.status).toBe(422);
  expect(bare.problems.reason).toContain('Choose why');
  expect(declined.text).not.toMatch(/NAMECANARY|NEEDCANARY|STORYCANARY/);
  expect(back.text).toContain('We are full');
  expect(idOf(again)).not.toBe(id);
  expect(there2.text).toContain(canaries.name);
  const old = await sender.get(referrals.one(id));
  expect(old.root.querySelector('[data-state=closed]')).not.toBeNull();
});

dbTest('C1-J2 the person never agreed to a second service: it is not sent there', async (town) => {
  const there = await referralTown(town);
  const { sender, receiver, hens } = there;
  const id = idOf(await refer(there));
  const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');
  await receiver.submit(opened, 'answer-referral', { answer: 'decline', reason: 'full' });

  const back = await sender.get(referrals.one(id));
  const forced = await sender.post(referrals.next(id), {
    id: town.ctx.newId(),
    service_id: hens,
    version: '2',
  });

  expect(back.hasForm('try-next')).toBe(false);
  expect(back.text).toContain('Ask them before you try another');
  expect(forced.status).toBe(409);
  expect(await rows(town, 'referrals.referral')).toHaveLength(1);
});

dbTest('C5-J2 declined twice: the hub has it, and a gap is kept without the person', async (town) => {
  const there = await referralTown(town);
  const { sender, receiver, next, hens } = there;
  const id = idOf(await refer(there, { covers_next: 'yes' }));
  const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');
  await receiver.submit(opened, 'answer-referral', { answer: 'decline', reason: 'full' });
  const again = await sender.submit(await sender.get(referrals.one(id)), 'try-next', { service_id: hens });
  const second = await next.submit(await next.get(again.url), 'open-referral');
  await next.submit(second, 'answer-referral', { answer: 'decline', reason: 'too_far' });

  const loops = await openLoops(town);
  const gaps = await town.owner.selectFrom('directory.unmet_search').selectAll().execute();

  expect(loops).toEqual([{ kind: 'referral', thing_id: idOf(again), owner: there.there.centres.hub }]);
  expect(gaps).toHaveLength(1);
  expect(JSON.stringify(gaps)).not.toMatch(/CANARY/);
  expect(gaps[0]?.asked_for).toBe(1);
});

dbTest('C3-J5 two tries, then they could not be reached, and whoever sent it is asked', async (town) => {
  const there = await referralTown(town);
  const { sender, receiver } = there;
  const id = idOf(await refer(there));
  const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');
  const accepted = await receiver.submit(opened, 'answer-referral', { answer: 'accept' });

  const early = await receiver.submit(accepted, 'tell-referral', { what: 'could_not_reach' });
  const once = await receiver.submit(await receiver.get(referrals.one(id)), 'tell-referral', {
    what: 'tried',
  });
  const twice = await receiver.submit(once, 'tell-referral', { what: 'tried' });
  await receiver.submit(twice, 'tell-referral', { what: 'could_not_reach' });
  const inbox = await sender.get('/inbox');

  expect(early.status).toBe(409);
  expect(early.text).toContain('Try at least twice');
  expect(inbox.list('inbox').map((one) => one.id)).toEqual([id]);
});

dbTest('R35 a stale answer shows that somebody went on with it, and changes nothing', async (town) => {
  const there = await referralTown(town);
  const { receiver } = there;
  const id = idOf(await refer(there));
  const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');
  await receiver.submit(opened, 'answer-referral', { answer: 'accept' });

  const late = await receiver.submit(opened, 'answer-referral', { answer: 'decline', reason: 'full' });

  expect(late.status).toBe(409);
  const [row] = await rows(town, 'referrals.referral');
  expect(row?.state).toBe('accepted');
});

dbTest('R35 fifty who accept the same referral at once have one effect', async (town) => {
  const there = await referralTown(town);
  const { receiver } = there;
  const id = idOf(await refer(there));
  const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => receiver.submit(opened, 'answer-referral', { answer: 'accept' })),
  );

  expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
  const steps = await rows(town, 'referrals.step');
  expect(steps.filter((step) => step.what === 'accept')).toHaveLength(1);
});

dbTest('model D3/6 a message back that lay there ten days counts as read', async (town) => {
  const there = await referralTown(town);
  const { receiver } = there;
  const id = idOf(await refer(there));
  const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');
  const accepted = await receiver.submit(opened, 'answer-referral', { answer: 'accept' });
  const started = await receiver.submit(accepted, 'tell-referral', { what: 'started' });
  await receiver.submit(started, 'tell-referral', { what: 'ended', end_reason: 'moved_on' });

  await runDue(town.jobsSource, new Date(Date.now() + 11 * 86_400_000));

  const [row] = await rows(town, 'referrals.referral');
  expect(row?.state).toBe('closed');
});

dbTest('C3-J5 before the first story is opened a second key is set up', async (town) => {
  const there = await referralTown(town);
  const id = idOf(await refer(there));
  const { token } = await town.signedIn(there.there.people['admin of A'], 'ordinary');
  const weak = await town.browser(token);

  const seen = await weak.get(referrals.one(id));
  const opened = await weak.post(referrals.open(id), {});

  expect(seen.text).not.toMatch(/CANARY/);
  expect(seen.text).toContain('second key');
  expect(opened.status).toBe(403);
  const [row] = await rows(town, 'referrals.referral');
  expect(row?.state).toBe('sent');
});

dbTest(
  'C1-J2 the coordinator sees whom to ring about a referral nobody opened, and nothing of the person',
  async (town) => {
    const there = await referralTown(town);
    const id = idOf(await refer(there));
    const token = (await town.signedIn(there.there.people.coordinator)).token;
    const coordinator = await town.browser(token);

    const seen = await coordinator.get(referrals.one(id));

    expect(seen.text).toContain('Lockside Surgery');
    expect(seen.text).toContain('Tansy Street Kitchen');
    expect(seen.body).not.toMatch(/CANARY|07700/);
  },
);

async function openLoops({ owner }: Town) {
  const loops = await owner
    .selectFrom('loops.loop')
    .select(['kind', 'thing_id', 'owner_organisation_id as owner'])
    .where('ended_at', 'is', null)
    .where('kind', 'in', ['new-referral', 'referral', 'let-go'])
    .execute();
  return loops;
}

async function rows({ owner }: Town, table: string): Promise<Record<string, unknown>[]> {
  const { rows: all } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(owner);
  return all;
}

import { sql } from 'kysely';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../../test/helpers/db.ts';
import {
  idOf,
  type ReferralTown,
  filled as referralFilled,
  referralTown,
} from '../../../../../test/helpers/referral-town.ts';
import { mailTo } from '../../../../../test/helpers/register-story.ts';
import { help } from '../../urls.ts';

const where = { near: 'AV3 4QT', need: 'food' };
const typed = {
  story: 'STORYCANARY nothing warm since Monday',
  name: 'NAMECANARY Mr Finch',
  phone: '01632 960777',
  safe: 'SAFECANARY mornings only',
  agreed: 'yes',
};

/** Thursday soup comes to Eastlock; nobody has asked for help yet. */
async function asking(town: Town): Promise<ReferralTown> {
  const there = await referralTown(town);
  await town.owner.deleteFrom('referrals.concern').execute();
  await town.owner.deleteFrom('referrals.help_request').execute();
  const area = await town.owner
    .selectFrom('areas.area')
    .select('id')
    .where('code', '=', 'V01')
    .executeTakeFirstOrThrow();
  await town.owner
    .insertInto('register.organisation_area')
    .values({ organisation_id: there.there.group, area_id: area.id })
    .execute();
  return there;
}

dbTest(
  'R37 a request reaches the group that covers the place in one step, and ends when they were told',
  async (town) => {
    const there = await asking(town);
    const { receiver } = there;
    const visitor = await town.browser();

    const begun = await visitor.get(help.ask());
    const form = await visitor.submit(begun, 'sort-help', where);
    const sent = await visitor.submit(form, 'ask-for-help', typed);
    const [mail] = await mailTo(town, 'admin-of-a@things.example');
    const inbox = await receiver.get('/inbox');
    const [waiting] = inbox.list('inbox');
    const seen = await receiver.get(help.one(waiting?.id ?? ''));
    const taken = await receiver.submit(seen, 'take-up-help');
    const early = await receiver.post(help.close(idOf(taken)), { version: '1', told_how: 'Not yet.' });
    const helped = await receiver.submit(taken, 'answer-help', { answer: 'helped' });
    const silent = await receiver.submit(helped, 'close-help', { told_how: '' });
    const closed = await receiver.submit(silent, 'close-help', { told_how: 'Rang him on Tuesday.' });
    const back = await visitor.get(sent.url);

    expect(begun.text).toContain('not for emergencies');
    expect(form.text).toContain('Tansy Street Kitchen answers');
    expect(form.text).toContain('may give your name');
    expect(sent.text).toContain('Nobody has opened it yet');
    expect(mail?.subject).toBe('Somebody asks you for help');
    expect(JSON.stringify(mail)).not.toMatch(/CANARY|960777|food/);
    expect(inbox.body).not.toMatch(/CANARY|960777/);
    for (const words of ['STORYCANARY', 'NAMECANARY', 'SAFECANARY', '01632 960777']) {
      expect(seen.text).toContain(words);
    }
    expect(early.status).toBe(409);
    expect(silent.status).toBe(422);
    expect(closed.text).toContain('Closed');
    expect(closed.text).not.toContain('CANARY');
    expect(back.text).toContain('This is done');
    expect(await openLoops(town)).toEqual([]);
    expect(await gaps(town)).toEqual([]);
    const looks = await town.owner.selectFrom('privacy.look').select('what').execute();
    expect(looks.length).toBeGreaterThan(1);
    const row = await town.owner.selectFrom('referrals.help_request').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain('CANARY');
  },
);

dbTest('R37 where no group covers it the hub has it, and a gap is kept without the person', async (town) => {
  const { there, receiver } = await asking(town);
  const visitor = await town.browser();
  const hub = await town.browser((await town.signedIn(there.people.coordinator)).token);
  const worker = await town.browser((await town.signedIn(there.people['centre A'])).token);

  const nobodyThere = await visitor.get(help.ask({ near: 'AV3 4QT', need: 'transport' }));
  await visitor.submit(nobodyThere, 'ask-for-help', typed);
  const unnamed = await visitor.get(help.ask({ near: 'AV3 4QT', need: '' }));
  const nowhere = await visitor.get(help.ask({ near: 'ZZ99 9ZZ', need: 'food' }));
  const [waiting] = (await hub.get('/inbox')).list('inbox').filter(({ href }) => href?.includes('help-'));
  const atHub = await hub.get(help.one(waiting?.id ?? ''));
  const atCentre = await worker.get(help.one(waiting?.id ?? ''));
  const atGroup = await receiver.get(help.one(waiting?.id ?? ''));

  expect(nobodyThere.text).toContain('Hub of Ambry Vale answers');
  expect(unnamed.text).toContain('Eastlock Volunteer Centre answers');
  expect(nowhere.status).toBe(200);
  expect(nowhere.problems.near).toContain('ZZ99');
  expect(atHub.text).toContain('STORYCANARY');
  expect([atCentre.status, atGroup.status]).toEqual([404, 404]);
  const kept = await gaps(town);
  expect(kept).toMatchObject([{ words: expect.stringContaining('lift'), area_code: 'V01', asked_for: 1 }]);
  expect(JSON.stringify(kept)).not.toContain('CANARY');
});

dbTest(
  'R37 no rank reads what somebody wrote: coordinator, centre, another group, a weak sign-in',
  async (town) => {
    const { there } = await asking(town);
    const visitor = await town.browser();
    await visitor.submit(await visitor.get(help.ask(where)), 'ask-for-help', typed);
    const { id } = await town.owner
      .selectFrom('referrals.help_request')
      .select('id')
      .executeTakeFirstOrThrow();
    const people = there.people;
    const others = ['coordinator', 'centre A', 'admin of centre A', 'admin of B', 'passer-by'] as const;

    const seen = await Promise.all(
      others.map(async (who) => {
        const browser = await town.browser((await town.signedIn(people[who])).token);
        return browser.get(help.one(id));
      }),
    );
    const weak = await town.browser((await town.signedIn(people['admin of A'], 'ordinary')).token);
    const without = await weak.get(help.one(id));

    expect(seen.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(without.text).toContain('second key');
    expect(without.body).not.toContain('CANARY');
  },
);

dbTest(
  'C2-J4 a worker writes for a caller: read aloud, a wrong number loses nothing, a letter prints',
  async (town) => {
    const there = await asking(town);
    const worker = await town.browser((await town.signedIn(there.there.people['centre A'])).token);
    const form = await worker.submit(await worker.get(help.taken()), 'sort-help', where);

    const wrong = await worker.submit(form, 'take-help', { ...typed, phone: '0163 29' });
    const noAddress = await worker.submit(wrong, 'take-help', { phone: '01632 960777', reply_by: 'post' });
    const kept = await worker.submit(noAddress, 'take-help', { address: '4 Tansy Street', reply_by: 'post' });
    const letter = await worker.submit(kept, 'make-help-letter');
    const link = /\/who-has-my-details\/by-link\/[\w-]{43}/.exec(letter.text)?.[0] ?? '';
    const caller = await town.browser();
    const shared = await caller.get(link);
    const stopped = await caller.submit(shared, 'withdraw-basis');

    expect(form.text).toContain('Read this to them first');
    expect(wrong.status).toBe(422);
    expect(wrong.problems.phone).toContain('ten or eleven figures');
    expect(wrong.form('take-help').values.story).toBe(typed.story);
    expect(noAddress.problems.address).toContain('house and street');
    expect(kept.text).toContain('Taken by telephone');
    expect(kept.text).toContain('Eastlock Volunteer Centre');
    expect(kept.text).not.toContain('CANARY');
    expect(letter.h1).toBe('A letter about the help you asked for');
    expect(letter.text).toContain('not for emergencies');
    expect(stopped.text).toContain('You stopped this');
    const row = await town.owner.selectFrom('referrals.help_request').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'withdrawn', story: null, details: null, taken_how: 'phone' });
    expect((await openLoops(town)).map(({ kind }) => kind)).toEqual(['let-go']);
  },
);

dbTest('R37 a request becomes a referral with what was written, and the request says so', async (town) => {
  const there = await asking(town);
  const { receiver, hens } = there;
  await town.owner
    .insertInto('register.service_area')
    .expression((is) =>
      is
        .selectFrom('areas.area')
        .select([sql<string>`${hens}::uuid`.as('service_id'), 'id'])
        .where('code', '=', 'V01'),
    )
    .execute();
  const visitor = await town.browser();
  await visitor.submit(await visitor.get(help.ask(where)), 'ask-for-help', typed);
  const { id } = await town.owner.selectFrom('referrals.help_request').select('id').executeTakeFirstOrThrow();

  const taken = await receiver.submit(await receiver.get(help.one(id)), 'take-up-help');
  const link = taken.root.querySelector(`[data-list=places] a[href*="refer"]`)?.getAttribute('href') ?? '';
  const form = await receiver.get(link);
  const sent = await receiver.submit(form, 'send-referral', { need: 'A warm meal.', agreed: 'yes' });
  const after = await receiver.get(help.one(id));

  expect(form.form('send-referral').values).toMatchObject({ name: typed.name, safe: typed.safe });
  expect(sent.root.querySelector('[data-state=sent]')).not.toBeNull();
  expect(after.root.querySelector('[data-state=referred]')).not.toBeNull();
  expect(referralFilled.how).toBe('spoken');
});

dbTest('R37 what is sent twice is one request, and of two who take it up one comes second', async (town) => {
  const there = await asking(town);
  const visitor = await town.browser();
  const form = await visitor.get(help.ask(where));
  const colleague = await town.browser((await town.signedIn(there.there.people['member of A'])).token);

  const sent = await Promise.all([1, 2].map(() => visitor.submit(form, 'ask-for-help', typed)));
  const [row] = await town.owner.selectFrom('referrals.help_request').select('id').execute();
  const pages = await Promise.all([there.receiver, colleague].map((one) => one.get(help.one(row?.id ?? ''))));
  const [first, second] = pages;
  if (!first || !second) throw new Error('Two pages were opened.');
  const both = await Promise.all([
    there.receiver.submit(first, 'take-up-help'),
    colleague.submit(second, 'take-up-help'),
  ]);

  expect(sent.map(({ status }) => status)).toEqual([200, 200]);
  expect(await town.owner.selectFrom('referrals.help_request').select('id').execute()).toHaveLength(1);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.text).toContain('Somebody else has taken this up');
  expect((await openLoops(town)).length).toBe(1);
});

dbTest(
  'R37 what looks like a program still reaches them, with the doubts beside it and no letter',
  async (town) => {
    const there = await asking(town);
    const visitor = await town.browser();
    const form = await visitor.get(help.ask(where));
    const links = 'http://a.example http://b.example http://c.example';

    await visitor.submit(form, 'ask-for-help', { ...typed, story: links, website2: 'x' });
    const mails = await mailTo(town, 'admin-of-a@things.example');
    const { id } = await town.owner
      .selectFrom('referrals.help_request')
      .select('id')
      .executeTakeFirstOrThrow();
    const seen = await there.receiver.get(help.one(id));
    const spam = await there.receiver.submit(seen, 'answer-help');

    expect(seen.text).toContain('It may not come from a person');
    expect(spam.root.querySelector('[data-state=spam]')).not.toBeNull();
    expect(mails).toEqual([]);
    expect(await openLoops(town)).toEqual([]);
  },
);

function openLoops({ owner }: Town) {
  return owner
    .selectFrom('loops.loop')
    .select(['kind', 'thing_id'])
    .where('ended_at', 'is', null)
    .where('kind', 'in', ['help-request', 'let-go'])
    .where('opened_at', '>=', new Date('2026-11-24T00:00:00Z'))
    .execute();
}

function gaps({ owner }: Town) {
  return owner.selectFrom('directory.unmet_search').selectAll().execute();
}

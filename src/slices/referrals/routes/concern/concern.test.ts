import { expect } from 'vitest';
import { dbTest, now, type Town } from '../../../../../test/helpers/db.ts';
import {
  canaries,
  idOf,
  type ReferralTown,
  refer,
  referralTown,
} from '../../../../../test/helpers/referral-town.ts';
import { mailTo } from '../../../../../test/helpers/register-story.ts';
import { newId } from '../../../../platform/clock.ts';
import { organisations } from '../../../register/urls.ts';
import { concerns, help, referrals } from '../../urls.ts';

const facts = 'FACTSCANARY she had a bruise and would not say why';

/** The admin of A is the lead of group A; the hub has none yet. */
async function quiet(town: Town): Promise<ReferralTown> {
  const there = await referralTown(town);
  await town.owner.deleteFrom('referrals.concern').execute();
  return there;
}

async function signedIn(town: Town, personId: string) {
  return town.browser((await town.signedIn(personId)).token);
}

async function idOfConcern({ owner }: Town): Promise<string> {
  return (await owner.selectFrom('referrals.concern').select('id').executeTakeFirstOrThrow()).id;
}

async function setNumbers(town: Town, there: ReferralTown) {
  const worker = await signedIn(town, there.there.people['centre A']);
  const page = await worker.get(concerns.areaNumbers(there.there.centres.eastlock));
  return worker.submit(page, 'set-safety-numbers', {
    ...{ team: 'Adult care, Eastlock Council', day_phone: '01632 960311', night_phone: '01632 960999' },
  });
}

dbTest(
  'R40 a worry shows the numbers for that area, and makes a record that named leads alone see',
  async (town) => {
    const there = await quiet(town);
    await setNumbers(town, there);
    const { receiver } = there;
    const id = idOf(await refer(there));
    const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');
    const visitor = await town.browser();

    const link = opened.root.querySelector('a[href^="/worried"]')?.getAttribute('href') ?? '';
    const form = await receiver.get(link);
    const said = await receiver.submit(form, 'raise-concern', { near: 'AV3 4QT', facts });
    const bare = await visitor.submit(await visitor.get(concerns.worried()), 'raise-concern', { facts: '' });
    const concernId = await idOfConcern(town);
    const [mail] = await mailTo(town, 'admin-of-a@things.example');
    const seen = await receiver.get(concerns.one(concernId));
    const others = await Promise.all(
      (['coordinator', 'centre A', 'admin of centre A', 'member of A', 'admin of B'] as const).map(
        async (who) => (await signedIn(town, there.there.people[who])).get(concerns.one(concernId)),
      ),
    );
    const weak = await town.browser(
      (await town.signedIn(there.there.people['admin of A'], 'ordinary')).token,
    );

    for (const number of ['999', '01632 960311', '01632 960999', '01632 960700']) {
      expect(said.text).toContain(number);
    }
    expect(said.text).toContain('Adult care, Eastlock Council');
    expect(bare.problems.facts).toContain('what you saw or heard');
    expect(mail?.subject).toContain('worried about a person’s safety');
    expect(JSON.stringify(mail)).not.toMatch(/CANARY|Wren/);
    expect(seen.text).toContain(facts);
    expect(seen.text).toContain('Looked at by Robin admin-of-a');
    expect(others.map(({ status, body }) => [status, body.includes('CANARY')])).toEqual([
      ...[
        [404, false],
        [404, false],
        [404, false],
      ],
      // A colleague of the organisation that has its promise hears whom to ring.
      ...[
        [200, false],
        [404, false],
      ],
    ]);
    expect((await weak.get(concerns.one(concernId))).status).toBe(403);
    expect((await there.sender.get(concerns.one(concernId))).status).toBe(404);
  },
);

dbTest(
  'R40 lifecycle 6: a named lead holds a referral, both sides read nothing, and it goes on where it was',
  async (town) => {
    const there = await quiet(town);
    const { receiver, sender } = there;
    const id = idOf(await refer(there));
    await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');
    const worried = await receiver.get(concerns.worried({ referral: id }));
    await receiver.submit(worried, 'raise-concern', { facts });
    const concernId = await idOfConcern(town);

    const held = await receiver.submit(await receiver.get(concerns.one(concernId)), 'hold-referral');
    const bySender = await sender.get(referrals.one(id));
    const answered = await receiver.post(referrals.answer(id), { version: '2', answer: 'accept' });
    const closed = await receiver.submit(held, 'close-concern', { said: 'She is well.' });
    const byOther = await sender.post(`${concerns.one(concernId)}/hold`, { version: '1', what: 'release' });
    const released = await receiver.submit(await receiver.get(concerns.one(concernId)), 'hold-referral');
    const ended = await receiver.submit(released, 'close-concern', { said: 'She is well.' });
    const after = await receiver.get(referrals.one(id));

    expect(bySender.root.querySelector('[data-state=on_hold]')).not.toBeNull();
    expect(bySender.text).not.toMatch(/NAMECANARY|NEEDCANARY|STORYCANARY/);
    expect(answered.status).toBe(409);
    expect(answered.text).toContain('safeguarding lead goes on with it');
    expect(closed.text).toContain('Let it go on first');
    expect(byOther.status).toBe(404);
    expect(ended.root.querySelector('[data-state=closed]')).not.toBeNull();
    expect(after.root.querySelector('[data-state=opened]')).not.toBeNull();
    expect(after.text).toContain(canaries.name);
  },
);

dbTest(
  'R40 two people open what is closed, for one hour, and the leads of both sides are told',
  async (town) => {
    const there = await quiet(town);
    const { people, centres, group } = there.there;
    const visitor = await town.browser();
    const form = await visitor.get(help.ask({ near: 'AV3 4QT', need: '' }));
    const typed = { story: 'STORYCANARY he took her keys', name: 'NAMECANARY', phone: '01632 960777' };
    const shown = await visitor.submit(form, 'ask-for-help', { ...typed, agreed: 'yes', worried: 'yes' });
    await nameLead(town, centres.eastlock, people['centre A']);
    await town.owner.updateTable('referrals.concern').set({ organisation_id: centres.eastlock }).execute();
    const lead = await signedIn(town, people['centre A']);
    const second = await signedIn(town, people['admin of centre A']);
    const concernId = await idOfConcern(town);

    const early = await lead.get(concerns.read(concernId));
    const asked = await lead.submit(await lead.get(concerns.one(concernId)), 'ask-to-read', {
      reason: 'REASONCANARY to ring her today',
    });
    const { id } = await town.owner
      .selectFrom('referrals.opening')
      .select('id')
      .where('concern_id', '=', concernId)
      .executeTakeFirstOrThrow();
    const alone = await lead.post(concerns.confirm(id));
    const stranger = await there.receiver.get(concerns.confirm(id));
    const reason = await second.get(concerns.confirm(id));
    const twice = await Promise.all([1, 2].map(() => second.submit(reason, 'confirm-reading')));
    const read = await lead.get(concerns.read(concernId));
    const notTheirs = await second.get(concerns.read(concernId));
    const told = await mailTo(town, 'centre-worker@practice.example');
    const looks = await town.owner.selectFrom('privacy.look').select(['what', 'person_id']).execute();
    await town.owner
      .updateTable('referrals.opening')
      .set({ until_at: new Date(Date.now() - 1000) })
      .execute();
    const late = await lead.get(concerns.read(concernId));
    const trail = await lead.get(concerns.one(concernId));

    expect(shown.text).toContain('Whom to ring now');
    expect(early.status).toBe(409);
    expect(asked.text).toContain('A second person of your organisation has been asked');
    expect([alone.status, stranger.status]).toEqual([404, 404]);
    expect(reason.text).toContain('REASONCANARY');
    expect(reason.text).not.toMatch(/STORYCANARY|NAMECANARY/);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(read.text).toContain('STORYCANARY');
    expect(notTheirs.status).toBe(404);
    expect(told.map(({ subject }) => subject).join()).toContain('Two people have opened');
    expect(JSON.stringify(told)).not.toMatch(/CANARY/);
    expect(looks).toContainEqual({ what: 'details', person_id: people['centre A'] });
    expect(late.status).toBe(409);
    expect(trail.text).toContain('Read what is closed by');
    expect(group).not.toBe('');
  },
);

dbTest(
  'R40 R142 nothing of a concern goes out with an organisation, or into any list; leads are named and end',
  async (town) => {
    const there = await quiet(town);
    const { people, group } = there.there;
    const visitor = await town.browser();
    const form = await there.receiver.get(concerns.worried());
    await there.receiver.submit(form, 'raise-concern', { facts, contact: 'CONTACTCANARY' });
    const member = await signedIn(town, people['member of A']);

    const page = await there.receiver.get(concerns.leads(group));
    const wrong = await there.receiver.submit(page, 'name-lead', {
      person_id: people['member of A'],
      phone: '12',
    });
    const named = await there.receiver.submit(wrong, 'name-lead', { phone: '01632 960800' });
    const nosy = await member.get(concerns.leads(group));
    const bySecond = await member.get(concerns.one(await idOfConcern(town)));
    await town.owner
      .updateTable('register.position')
      .set({ until_at: now })
      .where('person_id', '=', people['member of A'])
      .execute();
    const gone = await member.get(concerns.one(await idOfConcern(town)));
    const everything = await Promise.all(
      ['/hub', '/nobody-lost', '/api/v1/search?q=bruise', organisations.one(group, 'x')].map((path) =>
        visitor.get(path),
      ),
    );
    const taken = await there.receiver.get(`/organisations/${group}/everything`);

    expect(wrong.problems.phone).toContain('ten or eleven figures');
    expect(named.list('leads')).toHaveLength(2);
    expect(nosy.status).toBe(404);
    expect(bySecond.text).toContain('FACTSCANARY');
    expect(gone.status).toBe(404);
    expect(everything.map(({ body }) => body).join()).not.toMatch(/CANARY/);
    expect(taken.body).not.toMatch(/CANARY|concern/i);
  },
);

async function nameLead({ owner }: Town, organisation_id: string, person_id: string): Promise<void> {
  await owner
    .insertInto('referrals.lead')
    .values({
      ...{ id: newId(), organisation_id, person_id, phone: '01632 960144' },
      ...{ named_by_person_id: person_id, named_at: now },
    })
    .execute();
}

import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import { canaries, idOf, refer, referralTown } from '../../../../test/helpers/referral-town.ts';
import { dataLead } from '../../../../test/helpers/some-matters.ts';
import { things } from '../../../../test/helpers/things.ts';
import { referrals } from '../../referrals/urls.ts';
import { privacy } from '../urls.ts';

dbTest(
  'R139 C5-J2 the details of somebody else: all stops, they let go, and a breach has its 72 hours',
  async (town) => {
    const there = await referralTown(town);
    const { receiver, surgery } = there;
    const id = idOf(await refer(there));
    const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');
    const { basis_id: basisId } = await town.owner
      .selectFrom('referrals.referral')
      .select('basis_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const stranger = await town.browser((await town.signedIn(there.there.people.guest)).token);
    const lead = await dataLead(town, surgery, there.there.people['member of A']);
    const form = await receiver.get(privacy.wrongPerson(basisId ?? ''));

    const said = await receiver.submit(form, 'wrong-person', { words: 'The number belongs to a neighbour.' });
    const after = await receiver.get(referrals.one(id));
    const inbox = await receiver.get('/inbox');
    const desk = await lead.get(privacy.desk(surgery));
    const [breach] = desk.list('breaches');
    const page = await lead.get(privacy.breach(breach?.id ?? ''));
    const judged = await lead.submit(page, 'judge-breach', {
      risk: 'high',
      why: 'The story is about their health.',
    });
    const early = await lead.submit(judged, 'tell-of-breach', { ends: 'yes' });
    const told = await lead.submit(early, 'tell-of-breach', { office: 'yes', people: 'yes', ends: 'yes' });

    expect(opened.text).toContain(canaries.name);
    expect((await stranger.get(privacy.wrongPerson(basisId ?? ''))).status).toBe(404);
    expect(said.status).toBe(200);
    expect(after.text).not.toMatch(/CANARY|07700/);
    expect(inbox.text).toContain('Let go of details');
    expect(page.text).toMatch(/7[12] of 72 hours left/);
    expect(page.list('affected').map((one) => one.id)).toEqual([basisId]);
    expect(early.status).toBe(409);
    expect(early.text).toContain('Tell the Information Commissioner’s Office first.');
    expect(told.text).toContain('Closed on');
    expect((await receiver.get(privacy.breach(breach?.id ?? ''))).status).toBe(404);
  },
);

dbTest('R139 what a stolen account could see is gathered from the looks: exactly those', async (town) => {
  const there = await referralTown(town);
  const { receiver, next } = there;
  const { people, group } = there.there;
  const seen = idOf(await refer(there));
  await receiver.submit(await receiver.get(referrals.one(seen)), 'open-referral');
  idOf(await refer(there));
  const admin = await town.browser((await town.signedIn(people['admin of A'])).token);
  const reported = await admin.submit(await admin.get(privacy.report(group)), 'report-breach', {
    words: 'Somebody had our password for a day.',
  });
  const looked = await town.owner
    .selectFrom('privacy.look')
    .select(['person_id', 'basis_id'])
    .where('organisation_id', '=', group)
    .execute();
  const days = { from: '2020-01-01', until: '2020-01-02' };
  const [who] = looked;

  const wrongDays = await admin.submit(reported, 'gather-affected', {
    ...{ person: who?.person_id ?? '', from: '2026-11-24', until: '2026-11-01' },
  });
  const none = await admin.submit(reported, 'gather-affected', { person: who?.person_id ?? '', ...days });
  const all = await admin.submit(none, 'gather-affected', {
    ...{ person: who?.person_id ?? '', from: '2026-01-01', until: '2036-01-01' },
  });

  expect(wrongDays.problems.until).toContain('before the first');
  expect(none.text).toContain('Nobody is gathered yet.');
  const ids = new Set(looked.filter((one) => one.person_id === who?.person_id).map((one) => one.basis_id));
  expect(ids.size).toBeGreaterThan(0);
  expect(new Set(all.list('affected').map((one) => one.id))).toEqual(ids);
  expect((await next.get(privacy.desk(group))).status).toBe(404);
});

dbTest('R139 the desk shows who looked, and consents in older words', async (town) => {
  const { people, group, otherGroup } = await things(town);
  await town.owner.updateTable('privacy.basis').set({ wording_version: '2025-4' }).execute();
  const admin = await town.browser((await town.signedIn(people['admin of B'])).token);
  const worker = await town.browser((await town.signedIn(people['member of A'])).token);

  const desk = await admin.get(privacy.desk(otherGroup));

  expect(desk.list('old-words').map((one) => one.text)).toEqual([
    '1 agreed to a referral in the words of 2025-4. They stay good; ask again when you next meet.',
  ]);
  expect((await worker.get(privacy.desk(group))).status).toBe(404);
  expect((await admin.get(privacy.desk(group))).status).toBe(404);
});

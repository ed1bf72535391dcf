import { expect } from 'vitest';
import { dbTest } from '../../../../test/helpers/db.ts';
import {
  canaries,
  filled,
  idOf,
  type ReferralTown,
  refer,
  referralTown,
} from '../../../../test/helpers/referral-town.ts';
import { plans, referrals } from '../urls.ts';

/** Soup for Mrs Wren is sent, and Hen visits as the second step of her plan. */
async function planned(there: ReferralTown) {
  const { sender, hens } = there;
  const first = idOf(await refer(there));
  const made = await sender.submit(await sender.get(referrals.one(first)), 'make-plan');
  const asked = await sender.submit(made, 'find-step', { need: 'food' });
  const link = asked.list('services').find(({ id }) => id === hens)?.href ?? '';
  const form = await sender.get(link);
  const second = idOf(
    await sender.submit(form, 'send-referral', { need: 'NOTECANARY company on Sundays', agreed: 'yes' }),
  );
  return { first, second, planId: idOf(made), form };
}

dbTest('R36 C5-J3 a plan has several referrals, and each group sees its own step alone', async (town) => {
  const there = await referralTown(town);
  const { sender, receiver, next } = there;

  const { first, second, planId, form } = await planned(there);
  const whole = await sender.get(plans.one(planId));
  await receiver.submit(await receiver.get(referrals.one(first)), 'open-referral');
  const own = await receiver.get(referrals.one(first));
  const others = await Promise.all([
    receiver.get(referrals.one(second)),
    receiver.get(plans.one(planId)),
    next.get(referrals.one(first)),
    next.get(plans.one(planId)),
  ]);
  const coordinator = await town.browser((await town.signedIn(there.there.people.coordinator)).token);

  expect(form.form('send-referral').values).toMatchObject({ name: canaries.name, phone: canaries.phone });
  expect(form.form('send-referral').values.need).toBe('');
  expect(whole.list('steps').map(({ id }) => id)).toEqual([first, second]);
  expect(whole.text).toContain(canaries.need);
  expect(whole.text).toContain('NOTECANARY');
  expect(own.text).not.toMatch(/NOTECANARY|Hen visits|Hartlow Hens/);
  expect(others.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect((await coordinator.get(plans.one(planId))).status).toBe(404);
  expect(whole.text).not.toContain('Nothing is left hanging');

  const opened = await next.submit(await next.get(referrals.one(second)), 'open-referral');
  await next.submit(opened, 'answer-referral', { answer: 'wait', wait_until: '2126-12-11' });
  const accepted = await receiver.submit(own, 'answer-referral', { answer: 'accept' });
  const started = await receiver.submit(accepted, 'tell-referral', { what: 'started' });
  await receiver.submit(started, 'tell-referral', { what: 'ended', end_reason: 'completed' });
  const done = await sender.get(plans.one(planId));

  expect(done.text).toContain('Nothing is left hanging');
});

dbTest('C5-J3 two groups need to talk: the person is asked first, in words that name both', async (town) => {
  const there = await referralTown(town);
  const { sender, receiver, next } = there;
  const { first, second } = await planned(there);
  const opened = await receiver.submit(await receiver.get(referrals.one(first)), 'open-referral');
  await next.submit(await next.get(referrals.one(second)), 'open-referral');

  const silent = await receiver.submit(opened, 'ask-to-talk', { reason: '' });
  const asked = await receiver.submit(silent, 'ask-to-talk', { reason: 'TALKCANARY which days are left' });
  const inbox = await sender.get('/inbox');
  const talkId = (
    await town.owner
      .selectFrom('referrals.talk')
      .select('id')
      .where('referral_id', '=', first)
      .executeTakeFirstOrThrow()
  ).id;
  const question = await sender.get(plans.talk(talkId));
  const before = await next.get(referrals.one(second));
  const unasked = await sender.submit(question, 'answer-talk');
  const agreed = await sender.submit(question, 'answer-talk', { agreed: 'yes' });
  const [one, other] = [await receiver.get(referrals.one(first)), await next.get(referrals.one(second))];
  const bases = await town.owner
    .selectFrom('privacy.basis')
    .select(['id', 'wording'])
    .where('purpose', '=', 'talk')
    .execute();
  const named = await town.owner
    .selectFrom('privacy.receiver')
    .select('organisation_id')
    .where('basis_id', '=', bases[0]?.id ?? '')
    .execute();
  const stopped = await sender.submit(agreed, 'stop-talk', { told_how: 'She rang.' });
  const after = await receiver.get(referrals.one(first));

  expect(silent.status).toBe(422);
  expect(asked.text).toContain('The person is asked first');
  expect(asked.text).not.toContain('Hartlow Hens');
  expect(inbox.list('inbox').map(({ id }) => id)).toContain(talkId);
  expect(inbox.body).not.toContain('CANARY');
  expect(question.text).toContain('TALKCANARY');
  expect(question.text).toContain('Tansy Street Kitchen and Hartlow Hens');
  expect(before.text).not.toContain('Tansy Street Kitchen');
  expect(unasked.status).toBe(422);
  expect(one.text).toContain('you talk with Hartlow Hens');
  expect(other.text).toContain('you talk with Tansy Street Kitchen');
  expect(bases[0]?.wording).toContain('Hartlow Hens');
  expect(named.map((row) => row.organisation_id).sort()).toEqual(
    [there.there.group, there.there.otherGroup].sort(),
  );
  expect(stopped.text).toContain('This is over');
  expect(after.text).not.toContain('Hartlow Hens');
});

dbTest('C5-J3 whoever asks to talk does not learn whether anybody else helps', async (town) => {
  const there = await referralTown(town);
  const { sender, receiver } = there;
  const id = idOf(await refer(there, filled));
  const opened = await receiver.submit(await receiver.get(referrals.one(id)), 'open-referral');

  await receiver.submit(opened, 'ask-to-talk', { reason: 'Which days are left.' });
  const talkId = (
    await town.owner
      .selectFrom('referrals.talk')
      .select('id')
      .where('referral_id', '=', id)
      .executeTakeFirstOrThrow()
  ).id;
  const question = await sender.get(plans.talk(talkId));
  const twice = await Promise.all([1, 2].map(() => sender.submit(question, 'decline-talk')));
  const told = await receiver.get(referrals.one(id));

  expect(question.hasForm('answer-talk')).toBe(false);
  expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(told.text).toContain('The answer is: not now');
});

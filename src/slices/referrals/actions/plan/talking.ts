import type { Recorded, Subscriber } from '../../../../platform/contributions.ts';
import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import type { Db, Tx } from '../../../../platform/db/open.ts';
import { NotFound, Refused } from '../../../../platform/errors.ts';
import { permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { endLoop, openLoop } from '../../../loops/door.ts';
import { bankHolidays, dueAfterWorkingDays } from '../../../network/door.ts';
import { giveBasis, noteLook, withdraw, wordingOf, wordingVersion } from '../../../privacy/door.ts';
import { basisExpired, basisWithdrawn } from '../../../privacy/events.ts';
import { cardsByIds } from '../../../register/door.ts';
import { talkAnswered, talkAsked } from '../../events.ts';
import { canAskToTalk, canKeepPlan } from '../../permits/plan.ts';
import { planOfReferralOptional, planSteps, talk, talkInTurn, talksAbout } from '../../queries/plan/plans.ts';
import { referral } from '../../queries/referrals.ts';
import { mayAskToTalk, mayBeTalkedWith } from '../../rules/plan.ts';
import type { AnswerTalk, AskToTalk, PlanStep, Talk } from '../../words/plan.ts';
import type { Referral } from '../../words/referral.ts';
import { keeperOf } from '../promising.ts';
import { sealed, unsealed } from '../sealing.ts';

/**
 * A service would like to talk with whoever else helps. It asks whoever sent the person, and does not learn whether
 * there is anybody: the answer no is the same for “they would rather not” and “nobody else does”.
 */
export async function askToTalk(ctx: Ctx, referralId: string, input: AskToTalk): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await referral(tx, referralId);
    permit(canAskToTalk(ctx.actor, one.receiverId), { hidden: true });
    if (!mayAskToTalk(one.state)) {
      throw new Refused('not_now', 'You can ask this while you help them. Open the referral first.');
    }
    const [id, organisationId] = [ctx.newId(), one.receiverId];
    const asked = await tx
      .insertInto('referrals.talk')
      .values({
        ...{ id, referral_id: referralId, organisation_id: organisationId, state: 'asked' },
        ...{ asked_by_person_id: ctx.actor.personId ?? null, made_at: ctx.now },
        reason: sealed(ctx, id, 'reason', input.reason),
      })
      .onConflict((same) => same.doNothing())
      .executeTakeFirst();
    if (asked.numInsertedOrUpdatedRows !== 1n) return;
    const dueAt = dueAfterWorkingDays(ctx.now, 5, await bankHolidays(tx));
    const keeper = await keeperOf(tx, one, 'sender');
    await openLoop(tx, ctx, { kind: 'talk', thingId: id, dueAt, ...keeper });
    await record(tx, ctx, talkAsked, { talkId: id, referralId }, { organisationId });
  });
}

/** They agreed that the two talk: a ground that names both, and the other one's name for each. */
export async function agreeToTalk(ctx: Ctx, id: string, input: AnswerTalk): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { asked, about } = await askedInTurn(tx, ctx, id);
    const other = (await othersToTalkWith(tx, asked)).find((step) => step.id === input.other_referral_id);
    if (!other) throw new Refused('nobody', 'That service does not help them any more. Choose another one.');
    const receivers = [asked.organisationId, other.receiverId];
    const basisId = await giveBasis(tx, ctx, {
      ...{ purpose: 'talk', ground: 'consent', organisationId: about.organisationId, receivers },
      ...{ how: input.how, givenOn: dayOf(ctx.now), wordingVersion, coversNext: false },
      ...{ items: ['name', 'needs'], wording: await wordsToTalk(tx, about.organisationId, receivers) },
      ...(ctx.actor.personId && { takenByPersonId: ctx.actor.personId }),
    });
    await tx
      .updateTable('referrals.talk')
      .set({
        ...{ state: 'agreed', basis_id: basisId, answered_at: ctx.now },
        ...{ other_referral_id: other.id, other_organisation_id: other.receiverId },
      })
      .where('id', '=', id)
      .execute();
    await answered(tx, ctx, { asked, about, state: 'agreed', to: receivers });
  });
}

export async function declineTalk(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { asked, about } = await askedInTurn(tx, ctx, id);
    await tx
      .updateTable('referrals.talk')
      .set({ state: 'declined', answered_at: ctx.now, reason: null })
      .where('id', '=', id)
      .execute();
    await answered(tx, ctx, { asked, about, state: 'declined', to: [asked.organisationId] });
  });
}

/** A worker was told that the two may no longer talk. */
export async function stopTalk(ctx: Ctx, id: string, input: { told_how: string }): Promise<void> {
  const one = await ctx.db.read(async (db) => {
    const asked = await talk(db, id);
    permit(canKeepPlan(ctx.actor, (await referral(db, asked.referralId)).organisationId), { hidden: true });
    return asked;
  });
  if (!one.basisId) throw new NotFound('page');
  await withdraw(ctx, one.basisId, input.told_how);
}

/** What is read out: it names both. */
async function wordsToTalk(db: Db, from: string, receivers: readonly string[]): Promise<string> {
  const cards = await cardsByIds(db, [from, ...receivers]);
  const named = (id: string) => cards.get(id)?.name ?? '';
  return wordingOf({
    ...{ from: named(from), receivers: receivers.map(named), items: ['name', 'needs'], coversNext: false },
    why: 'so that the two may talk with each other about how they help you',
  });
}

export interface ReadTalk {
  readonly asked: Talk;
  readonly about: Referral;
  /** With whom it could be, each with the words that are read out. */
  readonly others: readonly { id: string; name: string; wording: string }[];
  readonly reason: string;
}

/** For whoever sent the person; what the service says of them is a look like any other. */
export function readTalk(ctx: Ctx, id: string): Promise<ReadTalk> {
  return ctx.db.transaction(async (tx) => {
    const { reason: lies, basisId: _, ...asked } = await talk(tx, id);
    const about = await referral(tx, asked.referralId);
    const { organisationId, basisId } = about;
    permit(canKeepPlan(ctx.actor, organisationId), { hidden: true });
    const others = [];
    for (const step of await othersToTalkWith(tx, asked)) {
      const wording = await wordsToTalk(tx, organisationId, [asked.organisationId, step.receiverId]);
      others.push({ id: step.id, name: `${step.by}: ${step.serviceName}`, wording });
    }
    const reason = ctx.actor.strength === 'strong' ? unsealed(ctx, id, 'reason', lies) : '';
    if (reason !== '' && basisId) {
      await noteLook(tx, ctx, { basisId, thingId: about.id, what: 'need', organisationId });
    }
    return { asked, about, others, reason };
  });
}

/** Steps of the same plan that somebody else has. */
async function othersToTalkWith(db: Db, asked: Talk): Promise<PlanStep[]> {
  const planId = await planOfReferralOptional(db, asked.referralId);
  const steps = planId ? await planSteps(db, planId) : [];
  return steps.filter((step) => mayBeTalkedWith(step, asked));
}

async function askedInTurn(tx: Tx, ctx: Ctx, id: string): Promise<{ asked: Talk; about: Referral }> {
  const asked = await talkInTurn(tx, id);
  const about = await referral(tx, asked.referralId);
  permit(canKeepPlan(ctx.actor, about.organisationId), { hidden: true });
  if (asked.state !== 'asked') throw new Refused('answered', 'This has an answer already.');
  return { asked, about };
}

async function answered(
  tx: Tx,
  ctx: Ctx,
  of: { asked: Talk; about: Referral; state: string; to: string[] },
): Promise<void> {
  const { asked, about, state, to } = of;
  await endLoop(tx, ctx, { kind: 'talk', thingId: asked.id, endReason: state });
  const payload = { talkId: asked.id, referralId: about.id, state, to };
  await record(tx, ctx, talkAnswered, payload, { organisationId: about.organisationId });
}

/** They no longer agree that the two talk, or no longer want one of the two at all. */
export const endTalks: Subscriber = {
  events: [basisWithdrawn.name, basisExpired.name],
  async hear(tx, ctx, event: Recorded) {
    const basisId = String(event.payload.basisId);
    if (event.payload.purpose === 'talk') {
      await tx
        .updateTable('referrals.talk')
        .set({ state: 'over', reason: null })
        .where('basis_id', '=', basisId)
        .execute();
      return;
    }
    if (event.payload.purpose !== 'referral') return;
    const ofBasis = tx.selectFrom('referrals.referral').select('id').where('basis_id', '=', basisId);
    for (const { id } of await ofBasis.execute()) {
      for (const one of await talksAbout(tx, id)) {
        if (one.state === 'asked')
          await endLoop(tx, ctx, { kind: 'talk', thingId: one.id, endReason: 'withdrawn' });
        await tx
          .updateTable('referrals.talk')
          .set({ state: 'over', reason: null })
          .where('id', '=', one.id)
          .execute();
      }
    }
  },
};

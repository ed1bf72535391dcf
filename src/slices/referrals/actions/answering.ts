import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { Invalid, Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { spokenCode } from '../../../platform/secrets.ts';
import { countUnmet } from '../../directory/door.ts';
import { nameNext, wantLive } from '../../privacy/door.ts';
import { cardFacts, themes } from '../../register/door.ts';
import { gapFound, referralSent } from '../events.ts';
import { canMoveReferrals } from '../permits/referral.ts';
import { declinedOn, dueToClose, referral, sealedOf } from '../queries/referrals.ts';
import type { AnswerReferral, NextService, ReplyReferral, TellReferral } from '../words/referral.ts';
import { move } from './moving.ts';
import { addStep, passTurn } from './promising.ts';
import { sealed, unsealed } from './sealing.ts';
import { receiverOf } from './sending.ts';

/** Declined so often, it goes to the hub, and counts as a gap. */
const declinedTooOften = 2;

/** The receiver has it in hand: from now on it may know who it is, and its answer is promised. */
export async function openReferral(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.transaction((tx) => move(tx, ctx, id, 'open'));
}

export async function answerReferral(ctx: Ctx, id: string, input: AnswerReferral): Promise<void> {
  const { version, said, answer } = input;
  if (answer === 'decline') return decline(ctx, id, { version, said, reason: input.reason });
  if (answer === 'wait' && input.wait_until <= dayOf(ctx.now)) {
    throw new Invalid({ wait_until: 'Choose a day that is still to come.' });
  }
  await ctx.db.transaction((tx) => move(tx, ctx, id, answer, { version, said, waitUntil: input.wait_until }));
}

async function decline(ctx: Ctx, id: string, said: Pick<AnswerReferral, 'version' | 'said' | 'reason'>) {
  const gap = await ctx.db.transaction(async (tx) => {
    const { basisId } = await referral(tx, id);
    const times = basisId ? (await declinedOn(tx, basisId)) + 1 : 1;
    const toHub = times >= declinedTooOften;
    const { serviceId, organisationId } = await move(tx, ctx, id, 'decline', { ...said, toHub });
    if (!toHub) return undefined;
    await record(tx, ctx, gapFound, { serviceId }, { organisationId });
    return serviceId;
  });
  if (gap !== undefined) await noteGap(ctx, gap);
}

/** Kept as evidence by what was looked for, without the person and without the referral. */
async function noteGap(ctx: Ctx, serviceId: string): Promise<void> {
  const [facts] = await cardFacts(ctx.db.open, [serviceId]);
  const [theme] = facts?.service.themes ?? [];
  const words: Readonly<Record<string, string>> = themes;
  const q = theme === undefined ? (facts?.service.name ?? '') : (words[theme] ?? theme);
  await countUnmet(ctx, { q, areaCode: undefined, askedFor: true });
}

/** What became of it, told by the receiver; the message back makes itself from that. */
export async function tellReferral(ctx: Ctx, id: string, input: TellReferral): Promise<void> {
  const { version, said, what } = input;
  const reason = what === 'ended' ? input.end_reason : '';
  await ctx.db.transaction((tx) => move(tx, ctx, id, what, { version, said, reason }));
}

export async function replyReferral(ctx: Ctx, id: string, input: ReplyReferral): Promise<void> {
  await ctx.db.transaction((tx) => move(tx, ctx, id, 'reply', input));
}

export async function closeReferral(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.transaction((tx) => move(tx, ctx, id, 'close'));
}

/** Another service is tried with the same agreement, if it covers that. The first referral is closed with it. */
export async function tryNext(ctx: Ctx, id: string, input: NextService): Promise<string> {
  const newId = input.id;
  return ctx.db.transaction(async (tx) => {
    const sent = await tx
      .selectFrom('referrals.referral')
      .select('id')
      .where('id', '=', newId)
      .executeTakeFirst();
    if (sent) return sent.id;
    const one = await move(tx, ctx, id, 'close', { version: input.version, reason: 'next' });
    if (!one.basisId) throw new Refused('no_basis', 'They have not agreed to anything yet.');
    const to = await receiverOf(tx, input.service_id, one.organisationId);
    await nameNext(tx, ctx, one.basisId, to.receiverId);
    await wantLive(tx, ctx, one.basisId, to.receiverId);
    const old = await sealedOf(tx, id);
    const again = (field: 'need' | 'details' | 'story') =>
      sealed(ctx, newId, field, unsealed(ctx, id, field, old[field]));
    await tx
      .insertInto('referrals.referral')
      .values({
        ...{ id: newId, code: spokenCode(ctx.newToken()), follows_id: id },
        ...{
          organisation_id: one.organisationId,
          sender_person_id: ctx.actor.personId ?? one.senderPersonId,
        },
        ...{ behalf_id: one.behalfId, service_id: input.service_id, receiver_id: to.receiverId },
        ...{ basis_id: one.basisId, state: 'sent', made_at: ctx.now, sent_at: ctx.now },
        ...{ need: again('need'), details: again('details'), story: again('story') },
      })
      .execute();
    await addStep(tx, ctx, { referralId: newId, what: 'send', organisationId: one.organisationId });
    await passTurn(
      tx,
      ctx,
      { ...one, id: newId, receiverId: to.receiverId, waitUntil: null },
      { state: 'sent' },
    );
    await record(tx, ctx, referralSent, { referralId: newId }, { organisationId: to.receiverId });
    return newId;
  });
}

/** A message back that lay there for ten days counts as read. */
export async function closeRead(ctx: Ctx): Promise<number> {
  permit(canMoveReferrals(ctx.actor));
  const due = await dueToClose(ctx.db.open, ctx.now);
  for (const id of due) await ctx.db.transaction((tx) => move(tx, ctx, id, 'time_closes'));
  return due.length;
}

import type { Ctx } from '../../../../platform/ctx.ts';
import { addDays, dayOf, londonTime } from '../../../../platform/dates.ts';
import { inTurn } from '../../../../platform/db/in-turn.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { Invalid, Refused } from '../../../../platform/errors.ts';
import { permit } from '../../../../platform/permit.ts';
import { wantLive } from '../../../privacy/door.ts';
import { canAnswerIntroduction } from '../../permits/brokerage.ts';
import { enquiryInTurn, isYoungOn } from '../../queries/brokerage/enquiries.ts';
import { introduction, placedIn } from '../../queries/brokerage/introductions.ts';
import { role } from '../../queries/roles.ts';
import { followUpAfterDays, whyNotGo } from '../../rules/brokerage/lifecycle.ts';
import type { Enquiry, Introduction } from '../../words/brokerage/enquiry.ts';
import type { End, Reply, Start } from '../../words/brokerage/forms.ts';
import { fillUp } from '../moving.ts';
import { go, mustBeCurrent } from './going.ts';

/** The group has it in hand; the person can see that, and the promise of an answer goes on. */
export async function openIntroduction(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { one, sent } = await received(tx, ctx, id);
    if (one.state !== 'introduced') return;
    await tx
      .updateTable('volunteering.introduction')
      .set({ opened_at: ctx.now })
      .where('id', '=', id)
      .execute();
    await go(tx, ctx, one, 'opened', { side: 'group', organisationId: sent.receiverId });
  });
}

export async function replyToIntroduction(ctx: Ctx, id: string, input: Reply): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { one, sent } = await received(tx, ctx, id);
    mustBeCurrent(one, input.version);
    const { said, reason } = input;
    const to = input.answer === 'no' ? 'stopped' : input.answer;
    const by = { side: 'group' as const, organisationId: sent.receiverId, said };
    await go(tx, ctx, one, to, { ...by, ...(to === 'stopped' && { reason }) });
    await tx
      .updateTable('volunteering.introduction')
      .set({ replied_at: ctx.now })
      .where('id', '=', id)
      .where('replied_at', 'is', null)
      .execute();
  });
}

/** A day and somebody to meet. The last place is given once, and then the role says that it is full. */
export async function startPlacement(ctx: Ctx, id: string, input: Start): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { roleId } = await introduction(tx, id);
    // The role comes before the enquiry, as where a role is moved, so that neither waits for the other in a ring.
    await inTurn(tx, `role ${roleId}`);
    const { one, sent } = await received(tx, ctx, id);
    mustBeCurrent(one, input.version);
    const why = whyNotGo(one.state, 'started', 'group');
    if (why) throw new Refused('not_now', why);
    const young = await isYoungOn(tx, one.id, input.starts_on);
    whyNotYoung(young, input);
    const wanted = await role(tx, sent.roleId);
    const there = await placedIn(tx, sent.roleId);
    if (wanted.places !== null && there >= wanted.places) {
      throw new Refused(
        'full',
        'The last place was given a moment ago. Write more places into the role first.',
      );
    }
    await insertPlacement(tx, ctx, { one, sent, input, young });
    await go(tx, ctx, one, 'started', { side: 'group', organisationId: sent.receiverId });
    if (wanted.places !== null && there + 1 >= wanted.places && wanted.state === 'live') {
      await fillUp(tx, ctx, wanted);
    }
  });
}

export async function endPlacement(ctx: Ctx, id: string, input: End): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { one, sent } = await received(tx, ctx, id);
    mustBeCurrent(one, input.version);
    const by = { side: 'group' as const, organisationId: sent.receiverId, reason: input.reason };
    await go(tx, ctx, one, 'ended', by);
    await closePlacement(tx, ctx, one.id, input.reason);
  });
}

export async function closePlacement(tx: Tx, ctx: Ctx, enquiryId: string, reason: string): Promise<void> {
  await tx
    .updateTable('volunteering.placement')
    .set({ ended_on: dayOf(ctx.now), end_reason: reason })
    .where('enquiry_id', '=', enquiryId)
    .where('ended_on', 'is', null)
    .execute();
}

/** What a group was given, on a ground that still stands; the agreement is locked first, as a withdrawal does. */
async function received(tx: Tx, ctx: Ctx, id: string): Promise<{ one: Enquiry; sent: Introduction }> {
  const sent = await introduction(tx, id);
  permit(canAnswerIntroduction(ctx.actor, sent.receiverId), { hidden: true });
  await wantLive(tx, ctx, sent.basisId, sent.receiverId);
  const one = await enquiryInTurn(tx, sent.enquiryId);
  const now = await introduction(tx, id);
  if (now.endedAt !== null) throw new Refused('over', 'This is over. Nothing more can be done with it.');
  return { one, sent: now };
}

function whyNotYoung(young: boolean, input: Start): void {
  if (!young) return;
  const problems: Record<string, string> = {};
  if (input.supervisor === '') {
    problems.supervisor = 'They are under 18 on that day. Write who is with them.';
  }
  if (!input.risk_checked) {
    problems.risk_checked = 'They are under 18 on that day. Look at the risks first, then tick this.';
  }
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
}

async function insertPlacement(
  tx: Tx,
  ctx: Ctx,
  of: { one: Enquiry; sent: Introduction; input: Start; young: boolean },
): Promise<void> {
  const { one, sent, input } = of;
  await tx
    .insertInto('volunteering.placement')
    .values({
      ...{ id: ctx.newId(), enquiry_id: one.id, introduction_id: sent.id, role_id: sent.roleId },
      ...{ organisation_id: sent.receiverId, starts_on: input.starts_on, meet: input.meet, young: of.young },
      ...{ supervisor: input.supervisor, risk_checked: input.risk_checked, made_at: ctx.now },
      follow_up_at: addDays(londonTime(input.starts_on, 10), followUpAfterDays),
    })
    .execute();
}

import type { Recorded } from '../../../../platform/contributions.ts';
import type { Ctx } from '../../../../platform/ctx.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { permit } from '../../../../platform/permit.ts';
import { addJob, record } from '../../../../platform/record.ts';
import { daysAgo, inBatches } from '../../../../platform/retain.ts';
import { enquiryLate, followUpAsked } from '../../events.ts';
import { canMoveEnquiries } from '../../permits/brokerage.ts';
import { toFollowUp, toForget } from '../../queries/brokerage/due.ts';
import { enquiryInTurn, openAboutRole } from '../../queries/brokerage/enquiries.ts';
import { introduction, unopened } from '../../queries/brokerage/introductions.ts';
import { addStep, go } from './going.ts';
import { askCentre } from './turns.ts';

/** Soon after, because whoever answers at this moment holds the enquiry and waits for the promise. */
export async function hearOfClimb(tx: Tx, _ctx: Ctx, { payload }: Recorded): Promise<void> {
  if (payload.kind !== 'introduction' || Number(payload.step) !== 1) return;
  await addJob(tx, 'say-sorry', { introductionId: payload.thingId });
}

/** A group has not answered in time: the person hears it with an apology, and their centre sees to it. */
export async function saySorry(ctx: Ctx, introductionId: string): Promise<void> {
  permit(canMoveEnquiries(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const sent = await introduction(tx, introductionId);
    const one = await enquiryInTurn(tx, sent.enquiryId);
    if (!['introduced', 'opened'].includes(one.state) || one.sorryAt !== null) return;
    await tx
      .updateTable('volunteering.enquiry')
      .set({ sorry_at: ctx.now })
      .where('id', '=', one.id)
      .execute();
    await addStep(tx, ctx, { enquiryId: one.id, introductionId: sent.id, what: 'late' });
    await askCentre(tx, ctx, { enquiryId: one.id, centreId: one.centreId });
    await record(tx, ctx, enquiryLate, { enquiryId: one.id }, { organisationId: one.centreId });
  });
}

/** Nobody opened it for thirty days: it is over, and the person hears so. */
export async function expireIntroductions(ctx: Ctx): Promise<number> {
  permit(canMoveEnquiries(ctx.actor));
  const due = await unopened(ctx.db.open, ctx.now);
  for (const { enquiryId } of due) {
    await ctx.db.transaction(async (tx) => {
      const one = await enquiryInTurn(tx, enquiryId);
      if (one.state === 'introduced') {
        await go(tx, ctx, one, 'expired', { side: 'system', reason: 'no_reply' });
      }
    });
  }
  return due.length;
}

/** Six weeks after the start the person is asked how it is. */
export async function askHowItIs(ctx: Ctx): Promise<number> {
  permit(canMoveEnquiries(ctx.actor));
  const due = await toFollowUp(ctx.db.open, ctx.now);
  for (const { id, enquiryId } of due) {
    await ctx.db.transaction(async (tx) => {
      const asked = await tx
        .updateTable('volunteering.placement')
        .set({ followed_up_at: ctx.now })
        .where('id', '=', id)
        .where('followed_up_at', 'is', null)
        .executeTakeFirst();
      if (asked.numUpdatedRows !== 1n) return;
      await addStep(tx, ctx, { enquiryId, what: 'follow_up' });
      await record(tx, ctx, followUpAsked, { enquiryId });
    });
  }
  return due.length;
}

/** In the transaction of whoever says that a role is full or over; who asked about it is none of their business. */
export async function hearOfRole(tx: Tx, _ctx: Ctx, { payload }: Recorded): Promise<void> {
  const state = String(payload.state ?? 'expired');
  if (!['full', 'withdrawn', 'expired'].includes(state)) return;
  const reason = state === 'full' ? 'role_full' : 'role_over';
  await addJob(tx, 'end-enquiries', { roleId: payload.roleId, reason });
}

/** Whoever asked about it hears so, with what is like it; whoever talks to the group already goes on. */
export async function endEnquiriesAbout(ctx: Ctx, roleId: string, reason: string): Promise<void> {
  permit(canMoveEnquiries(ctx.actor));
  for (const id of await openAboutRole(ctx.db.open, roleId)) {
    await ctx.db.transaction(async (tx) => {
      const one = await enquiryInTurn(tx, id);
      if (!['talking', 'checks', 'offered', 'started'].includes(one.state) && one.closedAt === null) {
        await go(tx, ctx, one, 'stopped', { side: 'system', reason });
      }
    });
  }
}

/** A year after the end the details go; how far it came stays for the figures. */
export function forgetAskers(ctx: Ctx): Promise<number> {
  permit(canMoveEnquiries(ctx.actor));
  const before = daysAgo(ctx, 365);
  return inBatches(ctx, async (tx, limit) => {
    const ids = await toForget(tx, before, limit);
    if (ids.length === 0) return 0;
    const nothing = { name: '', email: '', phone: '', times: '' };
    await tx
      .updateTable('volunteering.asker')
      .set({ ...nothing, wishes: '', born_on: null })
      .where('enquiry_id', 'in', ids)
      .execute();
    await tx.updateTable('volunteering.introduction').set(nothing).where('enquiry_id', 'in', ids).execute();
    await tx
      .updateTable('volunteering.enquiry_step')
      .set({ said: '' })
      .where('enquiry_id', 'in', ids)
      .execute();
    return ids.length;
  });
}

/** What a visitor wrote and never sent. */
export function forgetAnswers(ctx: Ctx): Promise<number> {
  permit(canMoveEnquiries(ctx.actor));
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('volunteering.asking')
      .select('id')
      .where('made_at', '<', daysAgo(ctx, 1))
      .limit(limit);
    const gone = await tx.deleteFrom('volunteering.asking').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

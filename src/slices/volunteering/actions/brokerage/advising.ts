import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { Invalid, Refused } from '../../../../platform/errors.ts';
import { permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { enquiryNoted } from '../../events.ts';
import { canKeepEnquiries, canReadAsker } from '../../permits/brokerage.ts';
import { askerOptional, enquiryInTurn } from '../../queries/brokerage/enquiries.ts';
import { newestIntroductionOptional } from '../../queries/brokerage/introductions.ts';
import { whyNotAge } from '../../rules/brokerage/age.ts';
import { isOver, isWithGroup } from '../../rules/brokerage/lifecycle.ts';
import type { Enquiry } from '../../words/brokerage/enquiry.ts';
import type { AskParent, Match, Note, StopByCentre } from '../../words/brokerage/forms.ts';
import { addStep, go, mustBeCurrent } from './going.ts';
import { askPermission } from './permission.ts';
import { mustBeOpen, targetOf } from './target.ts';
import { endTurns } from './turns.ts';

/** The centre talked to them, or rang the group; a new enquiry is in advice from then on. */
export async function noteEnquiry(ctx: Ctx, id: string, input: Note): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await enquiryInTurn(tx, id);
    permit(canKeepEnquiries(ctx.actor, one.centreId), { hidden: true });
    mustBeCurrent(one, input.version);
    const by = { side: 'centre' as const, organisationId: one.centreId, said: input.said };
    if (one.state === 'new' && one.centreSees) {
      await go(tx, ctx, one, 'in_advice', by);
      return;
    }
    if (isOver(one.state)) throw new Refused('over', 'This is over. Nothing more can be done with it.');
    await noteOnly(tx, ctx, one, input.said);
  });
}

async function noteOnly(tx: Tx, ctx: Ctx, one: Enquiry, said: string): Promise<void> {
  const { id: enquiryId, centreId } = one;
  // What stands on the side of the group is not told to it here: the centre has rung it.
  await addStep(tx, ctx, { enquiryId, what: 'note', organisationId: centreId, said });
  await tx
    .updateTable('volunteering.enquiry')
    .set({ version: one.version + 1, changed_at: ctx.now, ...(!one.repliedAt && { replied_at: ctx.now }) })
    .where('id', '=', enquiryId)
    .execute();
  if (isWithGroup(one.state)) {
    await endTurns(tx, ctx, { enquiryId, centreId, introduction: undefined }, 'note');
  }
  await record(tx, ctx, enquiryNoted, { enquiryId }, { organisationId: centreId });
}

/** A role that fits, by age too; and with it, if the worker likes, the question to the person on their own page. */
export async function matchEnquiry(ctx: Ctx, id: string, input: Match): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await enquiryInTurn(tx, id);
    permit(canReadAsker(ctx.actor, one), { hidden: true });
    mustBeCurrent(one, input.version);
    const target = await targetOf(tx, { roleId: input.role_id });
    mustBeOpen(target);
    const asker = await askerOptional(tx, id);
    if (target.role && asker?.bornOn) {
      const said = { ofAge: 'no', bornOn: asker.bornOn, parentEmail: 'asked@later', ownEmail: '' };
      const [problem] = Object.values(whyNotAge(target.role, said, dayOf(ctx.now)));
      if (problem) throw new Invalid({ role_id: 'They are too young for this role. Choose another one.' });
    }
    await tx
      .updateTable('volunteering.enquiry')
      .set({ role_id: input.role_id })
      .where('id', '=', id)
      .execute();
    const to = input.go === 'ask' ? 'consent_asked' : 'matched';
    const matched = { ...one, roleId: input.role_id };
    await go(tx, ctx, matched, to, { side: 'centre', organisationId: one.centreId });
  });
}

/** Somebody under 18 cannot be introduced before a parent or guardian has said yes to this very role. */
export async function askParent(ctx: Ctx, id: string, input: AskParent): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await enquiryInTurn(tx, id);
    permit(canReadAsker(ctx.actor, one), { hidden: true });
    const asker = await askerOptional(tx, id);
    if (!asker || !one.young)
      throw new Refused('not_young', 'They are grown up. Nobody else has to be asked.');
    if (asker.email === input.parent_email) {
      throw new Invalid({
        parent_email: 'This is their own address. Write the one of a parent or guardian.',
      });
    }
    await askPermission(tx, ctx, one, { asker, parentEmail: input.parent_email, wantsGroup: false });
  });
}

export async function stopEnquiry(ctx: Ctx, id: string, input: StopByCentre): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await enquiryInTurn(tx, id);
    permit(canReadAsker(ctx.actor, one), { hidden: true });
    mustBeCurrent(one, input.version);
    const sent = await newestIntroductionOptional(tx, id);
    if (one.state === 'started' && sent) {
      throw new Refused('started', 'They have started. The group or they themselves say when it ends.');
    }
    const { reason, said } = input;
    await go(tx, ctx, one, 'stopped', { side: 'centre', organisationId: one.centreId, reason, said });
  });
}

import type { Ctx } from '../../../../platform/ctx.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { NotFound, Refused } from '../../../../platform/errors.ts';
import { permit } from '../../../../platform/permit.ts';
import { addJob, record } from '../../../../platform/record.ts';
import { hashOf } from '../../../../platform/secrets.ts';
import { permissionAnswered, permissionAsked } from '../../events.ts';
import { canAnswerPermission, canMoveEnquiries } from '../../permits/brokerage.ts';
import { consentToRoleOptional } from '../../queries/brokerage/due.ts';
import { askerOptional, enquiry, enquiryInTurn } from '../../queries/brokerage/enquiries.ts';
import { permissionByLinkOptional, permissionOptional } from '../../queries/brokerage/introductions.ts';
import { isOver } from '../../rules/brokerage/lifecycle.ts';
import type { Asker, Enquiry } from '../../words/brokerage/enquiry.ts';
import { go } from './going.ts';
import { sendIntroduction } from './introducing.ts';
import { targetOf } from './target.ts';

/** Before somebody under 18 is introduced anywhere, a parent or guardian is asked about this one role. */
export async function askPermission(
  tx: Tx,
  ctx: Ctx,
  one: Enquiry,
  of: { asker: Asker; parentEmail: string; wantsGroup: boolean },
): Promise<void> {
  if (!one.roleId) throw new NotFound('role');
  const id = ctx.newId();
  await tx
    .insertInto('volunteering.permission')
    .values({
      ...{ id, enquiry_id: one.id, role_id: one.roleId, for_name: of.asker.name, to_email: of.parentEmail },
      // The letter brings a link of its own; until it is written nobody holds one.
      ...{ link_hash: hashOf(ctx.newToken()), wants_group: of.wantsGroup, asked_at: ctx.now },
    })
    .execute();
  const payload = { enquiryId: one.id, permissionId: id };
  await record(tx, ctx, permissionAsked, payload, { organisationId: one.centreId });
}

/** A new link for the letter, in place of any before. It is shown once; the database keeps only its hash. */
export async function linkForPermission(tx: Tx, ctx: Ctx, id: string): Promise<string> {
  const token = ctx.newToken();
  await tx
    .updateTable('volunteering.permission')
    .set({ link_hash: hashOf(token) })
    .where('id', '=', id)
    .execute();
  return token;
}

/** Yes or no, once. What follows is done soon after by a job, because the link opens nothing but this. */
export async function answerPermission(ctx: Ctx, token: string, answer: 'yes' | 'no'): Promise<void> {
  const hash = hashOf(token);
  await ctx.db.withKeys({ link: hash }).transaction(async (tx) => {
    const asked = await permissionByLinkOptional(tx, hash);
    permit(canAnswerPermission(ctx.actor, asked !== undefined), { hidden: true });
    if (!asked) throw new NotFound('link');
    const answered = await tx
      .updateTable('volunteering.permission')
      .set({ answer, answered_at: ctx.now })
      .where('id', '=', asked.id)
      .where('answer', 'is', null)
      .executeTakeFirst();
    if (answered.numUpdatedRows !== 1n) throw new Refused('answered', 'You have answered this already.');
    await record(tx, ctx, permissionAnswered, { enquiryId: asked.enquiryId, answer });
    await addJob(tx, 'go-on-with-permission', { enquiryId: asked.enquiryId });
  });
}

/** After a yes what the young person agreed to is sent; after a no it ends kindly. */
export async function goOnWithPermission(ctx: Ctx, enquiryId: string): Promise<void> {
  permit(canMoveEnquiries(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const consent = await consentToRoleOptional(tx, enquiryId);
    const one = await enquiryInTurn(tx, (await enquiry(tx, enquiryId)).id);
    const given = await permissionOptional(tx, enquiryId);
    const asker = await askerOptional(tx, enquiryId);
    if (!given?.answer || !asker || !one.roleId || isOver(one.state)) return;
    if (given.answer === 'no') {
      await go(tx, ctx, one, 'stopped', { side: 'parent', reason: 'parent_no' });
      return;
    }
    if (!given.wantsGroup || !consent || one.state !== 'new') return;
    const target = await targetOf(tx, { roleId: one.roleId });
    if (target.role?.state !== 'live') return;
    await sendIntroduction(tx, ctx, { one, asker, target, basisId: consent, side: 'system' });
  });
}

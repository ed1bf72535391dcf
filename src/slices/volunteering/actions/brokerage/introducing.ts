import type { Ctx } from '../../../../platform/ctx.ts';
import { addDays, dayOf } from '../../../../platform/dates.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { Invalid, NotFound, Refused } from '../../../../platform/errors.ts';
import { permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { giveBasis, wantLive } from '../../../privacy/door.ts';
import { introductionSent } from '../../events.ts';
import { canEnquire, canReadAsker } from '../../permits/brokerage.ts';
import { askerOptional, enquiry, enquiryInTurn, isYoungOn } from '../../queries/brokerage/enquiries.ts';
import { permissionOptional } from '../../queries/brokerage/introductions.ts';
import { groupItems, groupWording, volunteerWording } from '../../rules/brokerage/consent.ts';
import { expiresAfterDays, whyNotGo } from '../../rules/brokerage/lifecycle.ts';
import type { Asker, Enquiry } from '../../words/brokerage/enquiry.ts';
import type { Introduce } from '../../words/brokerage/forms.ts';
import { go, mustBeCurrent } from './going.ts';
import { mustBeOpen, type Target, targetOf } from './target.ts';

type How = 'spoken' | 'written' | 'online';

/** A centre was told on the telephone or on paper that they agree: the ground, and with it what is sent. */
export async function introduce(ctx: Ctx, id: string, input: Introduce): Promise<void> {
  if (input.given_on > dayOf(ctx.now)) {
    throw new Invalid({ given_on: 'That day has not come yet. Choose the day on which they agreed.' });
  }
  await ctx.db.transaction(async (tx) => {
    const one = await enquiryInTurn(tx, id);
    permit(canReadAsker(ctx.actor, one), { hidden: true });
    mustBeCurrent(one, input.version);
    await agreeAndSend(tx, ctx, one, { side: 'centre', how: input.how, givenOn: input.given_on });
  });
}

/** The person agrees on their own page to what their centre asks. */
export async function agreeToIntroduction(ctx: Ctx, id: string): Promise<void> {
  permit(canEnquire(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    await mustBeOwn(tx, ctx, id);
    const one = await enquiryInTurn(tx, id);
    await agreeAndSend(tx, ctx, one, { side: 'person', how: 'online', givenOn: dayOf(ctx.now) });
  });
}

/** Whoever may see the details and is not of the centre is the person. */
export async function mustBeOwn(tx: Tx, ctx: Ctx, id: string): Promise<Enquiry> {
  const one = await enquiry(tx, id);
  const asker = await askerOptional(tx, id);
  const mine =
    one.personId === ctx.actor.personId || (one.personId === null && asker?.email === ctx.actor.email);
  if (!mine) throw new NotFound('enquiry');
  return one;
}

async function agreeAndSend(
  tx: Tx,
  ctx: Ctx,
  one: Enquiry,
  by: { side: 'centre' | 'person'; how: How; givenOn: string },
): Promise<void> {
  const why = whyNotGo(one.state, 'introduced', by.side);
  if (why || !one.roleId) throw new Refused('not_now', why ?? 'Choose a role first.');
  const target = await targetOf(tx, { roleId: one.roleId });
  mustBeOpen(target);
  const asker = await askerOptional(tx, one.id);
  if (!asker) throw new NotFound('enquiry');
  const basisId = await giveGroupBasis(tx, ctx, { one, asker, target, how: by.how, givenOn: by.givenOn });
  await sendIntroduction(tx, ctx, { one, asker, target, basisId, side: by.side });
}

/** The ground on which one group may have the least by which it can get in touch, for one role. */
export async function giveGroupBasis(
  tx: Tx,
  ctx: Ctx,
  of: { one: Enquiry; asker: Asker; target: Target; how: How; givenOn: string },
): Promise<string> {
  const { one, asker, target } = of;
  if (!target.role || !target.group) throw new NotFound('role');
  const items = groupItems(asker);
  const basisId = await giveBasis(tx, ctx, {
    ...{ purpose: 'introduction', ground: 'consent', items, how: of.how, givenOn: of.givenOn },
    // A centre that knows nothing of the person passes nothing on: then it goes from the person to the group.
    organisationId: one.centreSees ? one.centreId : target.group.id,
    ...(one.personId && { personId: one.personId }),
    ...(of.how !== 'online' && ctx.actor.personId && { takenByPersonId: ctx.actor.personId }),
    wordingVersion: volunteerWording,
    wording: groupWording({ group: target.group.name, role: target.role.title, items }),
    ...{ coversNext: false, receivers: [target.group.id] },
  });
  await tx
    .insertInto('volunteering.role_consent')
    .values({ basis_id: basisId, enquiry_id: one.id, role_id: target.role.id })
    .execute();
  return basisId;
}

/** Sends the least, on a ground that names this group and this role, and opens the group’s turn. */
export async function sendIntroduction(
  tx: Tx,
  ctx: Ctx,
  of: {
    one: Enquiry;
    asker: Asker;
    target: Target;
    basisId: string;
    side: 'centre' | 'person' | 'system';
  },
): Promise<void> {
  const { one, asker, target, basisId, side } = of;
  if (!target.role || !target.group) throw new NotFound('role');
  await wantLive(tx, ctx, basisId, target.group.id);
  const young = await isYoungOn(tx, one.id, dayOf(ctx.now));
  const given = young ? await permissionOptional(tx, one.id) : undefined;
  if (young && (given?.answer !== 'yes' || given.roleId !== target.role.id)) {
    throw new Refused('permission', 'A parent or guardian has to say yes first. They have been asked.');
  }
  const id = ctx.newId();
  await tx
    .insertInto('volunteering.introduction')
    .values({
      ...{ id, enquiry_id: one.id, role_id: target.role.id, receiver_id: target.group.id, basis_id: basisId },
      ...{ name: asker.name, email: asker.email, phone: asker.phone, times: asker.times, young },
      ...(given && { permission_id: given.id, permission_answer: 'yes' }),
      ...{ sent_at: ctx.now, expires_at: addDays(ctx.now, expiresAfterDays) },
    })
    .execute();
  await go(tx, ctx, one, 'introduced', {
    side,
    ...(side === 'centre' && { organisationId: one.centreId }),
  });
  const payload = { enquiryId: one.id, introductionId: id };
  await record(tx, ctx, introductionSent, payload, { organisationId: target.group.id });
}

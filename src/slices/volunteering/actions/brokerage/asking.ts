import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import { aMomentAgo, inTurn } from '../../../../platform/db/in-turn.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { Invalid, NotFound } from '../../../../platform/errors.ts';
import { isPerson, permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { nameOnce } from '../../../people/door.ts';
import { giveBasis } from '../../../privacy/door.ts';
import { enquiryMade } from '../../events.ts';
import { canEnquire, canKeepEnquiries } from '../../permits/brokerage.ts';
import { enquiryInTurn, sameEnquiryOptional, takenOptional } from '../../queries/brokerage/enquiries.ts';
import { isYoung, whyNotAge } from '../../rules/brokerage/age.ts';
import { centreItems, centreWording, volunteerWording } from '../../rules/brokerage/consent.ts';
import type { Asker, Channel, Enquiry } from '../../words/brokerage/enquiry.ts';
import type { Enquire, TakeEnquiry } from '../../words/brokerage/forms.ts';
import { addStep } from './going.ts';
import { giveGroupBasis, sendIntroduction } from './introducing.ts';
import { askPermission } from './permission.ts';
import { type About, mustBeOpen, type Target, targetOf } from './target.ts';
import { passTurn } from './turns.ts';

/**
 * Somebody asks about a role, or a centre for advice. What they tick decides who may know who they are; whoever is
 * under 18 waits for the yes of a parent or guardian. Sent twice it is one enquiry.
 */
export async function enquire(ctx: Ctx, about: About, input: Enquire): Promise<string> {
  permit(canEnquire(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId, email = '' } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    await inTurn(tx, `enquiries of ${personId}`);
    const target = await targetOf(tx, about);
    const roleId = target.role?.id ?? null;
    const same = await sameEnquiryOptional(tx, {
      ...{ personId, roleId, centreId: target.centreId, name: input.name },
    });
    if (same) return same;
    mustBeOpen(target);
    const asker = askerOf(input, email, dayOf(ctx.now), target);
    await nameOnce(tx, ctx, input.name);
    const young = asker.bornOn !== null;
    const one = await insertEnquiry(tx, ctx, {
      ...{ target, asker, personId, channel: 'web', how: 'online', agreesCentre: input.agree_centre, young },
    });
    const toGroup = input.agree_group && target.role !== undefined;
    if (young && target.role) {
      await askPermission(tx, ctx, one, { asker, parentEmail: input.parent_email, wantsGroup: toGroup });
    }
    if (!toGroup) return one.id;
    const given = { one, asker, target, how: 'online' as const, givenOn: dayOf(ctx.now) };
    const basisId = await giveGroupBasis(tx, ctx, given);
    if (!young) await sendIntroduction(tx, ctx, { one, asker, target, basisId, side: 'person' });
    return one.id;
  });
}

/** A worker writes down who rang or came in. They agreed to that, or nothing is kept. */
export async function takeEnquiry(ctx: Ctx, centreId: string, input: TakeEnquiry): Promise<string> {
  permit(canKeepEnquiries(ctx.actor, centreId), { hidden: true });
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId } = ctx.actor;
  if (input.young && input.born_on === '') {
    throw new Invalid({ born_on: 'Write the day on which they were born, like 14/02/2011.' });
  }
  return ctx.db.transaction(async (tx) => {
    await inTurn(tx, `enquiries taken by ${personId}`);
    const target = await targetOf(tx, { centreId });
    const since = aMomentAgo(ctx.now);
    const taken = await takenOptional(tx, { personId, name: input.name, since });
    if (taken) return taken;
    const bornOn = input.young && isYoung(input.born_on, dayOf(ctx.now)) ? input.born_on : null;
    const { name, email, phone, times, wishes } = input;
    const one = await insertEnquiry(tx, ctx, {
      ...{ target, asker: { name, email, phone, times, wishes, bornOn }, personId: null, how: 'spoken' },
      ...{ channel: input.channel, agreesCentre: true, young: bornOn !== null, takenBy: personId },
    });
    return one.id;
  });
}

function askerOf(input: Enquire, email: string, today: string, target: Target): Asker {
  const said = {
    ...{ ofAge: input.of_age, bornOn: input.born_on },
    ...{ parentEmail: input.parent_email, ownEmail: email },
  };
  const problems = whyNotAge(target.role, said, today);
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  const { name, phone, times, wishes } = input;
  const bornOn = input.of_age === 'no' && isYoung(input.born_on, today) ? input.born_on : null;
  return { name, email, phone, times, wishes, bornOn };
}

interface NewEnquiry {
  readonly target: Target;
  readonly asker: Asker;
  readonly personId: string | null;
  readonly channel: Channel;
  readonly how: 'online' | 'spoken';
  readonly agreesCentre: boolean;
  readonly young: boolean;
  readonly takenBy?: string;
}

async function insertEnquiry(tx: Tx, ctx: Ctx, of: NewEnquiry): Promise<Enquiry> {
  const id = ctx.newId();
  const { target, asker } = of;
  const adviceBasisId = of.agreesCentre ? await giveAdviceBasis(tx, ctx, of) : null;
  await tx
    .insertInto('volunteering.enquiry')
    .values({
      ...{ id, person_id: of.personId, role_id: target.role?.id ?? null, centre_id: target.centreId },
      ...{ channel: of.channel, state: 'new', advice_basis_id: adviceBasisId, centre_sees: of.agreesCentre },
      ...{ young: of.young, taken_by_person_id: of.takenBy ?? null, made_at: ctx.now, changed_at: ctx.now },
    })
    .execute();
  const { bornOn, ...words } = asker;
  await tx
    .insertInto('volunteering.asker')
    .values({ enquiry_id: id, ...words, born_on: bornOn })
    .execute();
  await addStep(tx, ctx, { enquiryId: id, what: 'new' });
  await passTurn(tx, ctx, { enquiryId: id, centreId: target.centreId, introduction: undefined }, 'new');
  await record(tx, ctx, enquiryMade, { enquiryId: id }, { organisationId: target.centreId });
  return enquiryInTurn(tx, id);
}

function giveAdviceBasis(tx: Tx, ctx: Ctx, { target, asker, personId, how, takenBy }: NewEnquiry) {
  const items = centreItems(asker);
  return giveBasis(tx, ctx, {
    ...{ purpose: 'advice', ground: 'consent', organisationId: target.centreId, items, how },
    ...{ givenOn: dayOf(ctx.now), wordingVersion: volunteerWording, coversNext: false },
    ...(personId && { personId }),
    ...(takenBy && { takenByPersonId: takenBy }),
    wording: centreWording({ centre: target.centreName, items }),
    receivers: [target.centreId],
  });
}

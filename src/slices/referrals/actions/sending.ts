import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import type { Db, Tx } from '../../../platform/db/open.ts';
import { Invalid, NotFound, Refused } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { spokenCode } from '../../../platform/secrets.ts';
import { giveBasis, type Item, wantLive, wordingOf, wordingVersion } from '../../privacy/door.ts';
import { cardFacts, cardsByIds, organisation } from '../../register/door.ts';
import { referralSent, termsAccepted } from '../events.ts';
import { termsVersion } from '../lists/terms.ts';
import { canAcceptTerms, canReferFor } from '../permits/referral.ts';
import { plan } from '../queries/plan/plans.ts';
import { acceptedTerms } from '../queries/terms.ts';
import type { SendReferral } from '../words/referral.ts';
import { moveHelp } from './help/answering.ts';
import { addStep, passTurn } from './promising.ts';
import { sealed } from './sealing.ts';

/** For the sending side alone: who may refer at all is a question of terms, not of rank. */
export async function acceptTerms(ctx: Ctx, organisationId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await organisation(tx, organisationId);
    permit(canAcceptTerms(ctx.actor, organisationId), { hidden: true });
    if (!isPerson(ctx.actor)) throw new NotFound();
    if (one.state !== 'active') throw new Refused('not_public', 'First your group has to be on these pages.');
    const accepted = {
      version: termsVersion,
      accepted_at: ctx.now,
      accepted_by_person_id: ctx.actor.personId,
    };
    await tx
      .insertInto('referrals.terms')
      .values({ organisation_id: organisationId, ...accepted })
      .onConflict((same) => same.column('organisation_id').doUpdateSet(accepted))
      .execute();
    const payload = { organisationId, version: termsVersion };
    await record(tx, ctx, termsAccepted, payload, { organisationId });
  });
}

/**
 * Sends a person on: the basis with its receiver, the referral and the promise of an answer in one transaction. Sent
 * twice from the same form it is one referral, because the form carries its id.
 */
export async function sendReferral(ctx: Ctx, serviceId: string, input: SendReferral): Promise<string> {
  permit(canReferFor(ctx.actor, input.organisation_id), { hidden: true });
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const sent = await tx
      .selectFrom('referrals.referral')
      .select('id')
      .where('id', '=', input.id)
      .executeTakeFirst();
    if (sent) return sent.id;
    const to = await receiverOf(tx, serviceId, input.organisation_id);
    if (input.given_on > dayOf(ctx.now)) {
      throw new Invalid({ given_on: 'That day has not come yet. Choose the day on which they agreed.' });
    }
    if (input.plan_id) await mustBeOwnPlan(tx, input);
    const basisId = await giveItsBasis(tx, ctx, input, to);
    await wantLive(tx, ctx, basisId, to.receiverId);
    const { id } = input;
    const details = JSON.stringify({
      ...{ name: input.name, phone: input.phone, email: input.email },
      ...{ address: input.address, safe: input.safe },
    });
    await tx
      .insertInto('referrals.referral')
      .values({
        ...{
          id,
          code: spokenCode(ctx.newToken()),
          organisation_id: input.organisation_id,
        },
        ...{ sender_person_id: personId, behalf_id: input.behalf_id || null, service_id: serviceId },
        ...{
          receiver_id: to.receiverId,
          basis_id: basisId,
          state: 'sent',
          made_at: ctx.now,
          sent_at: ctx.now,
        },
        ...{ need: sealed(ctx, id, 'need', input.need), details: sealed(ctx, id, 'details', details) },
        story: sealed(ctx, id, 'story', input.story),
        ...{ help_request_id: input.request_id || null, plan_id: input.plan_id || null },
      })
      .execute();
    await addStep(tx, ctx, { referralId: id, what: 'send', organisationId: input.organisation_id });
    const sides = { organisationId: input.organisation_id, receiverId: to.receiverId };
    const turn = { id, ...sides, senderPersonId: personId, waitUntil: null };
    await passTurn(tx, ctx, turn, { state: 'sent' });
    if (input.request_id) await moveHelp(tx, ctx, input.request_id, 'referred');
    await record(tx, ctx, referralSent, { referralId: id }, { organisationId: to.receiverId });
    return id;
  });
}

/** A step of somebody else's plan would show there what was sent from here. */
async function mustBeOwnPlan(tx: Tx, input: SendReferral): Promise<void> {
  const { organisationId } = await plan(tx, input.plan_id);
  if (organisationId !== input.organisation_id) throw new NotFound('plan');
}

/** The service’s organisation, or why nobody can be referred to it. Both sides have to stand under the same terms. */
export async function receiverOf(
  tx: Db,
  serviceId: string,
  senderId: string,
): Promise<{ receiverId: string; receiverName: string; serviceName: string }> {
  const [facts] = await cardFacts(tx, [serviceId]);
  if (!facts) throw new NotFound('service');
  const { service, owner } = facts;
  if (!service.takingReferrals) {
    throw new Refused(
      'not_taking',
      `${service.name} takes no referrals just now. Ring them, or choose another service.`,
    );
  }
  if (owner.id === senderId) throw new Refused('own', 'This is your own service. Nothing has to be sent.');
  const accepted = await acceptedTerms(tx, [owner.id, senderId]);
  if (!accepted.has(senderId)) {
    throw new Refused(
      'no_terms',
      'Your organisation has not accepted the sharing terms yet. Its admin can do that.',
    );
  }
  if (!accepted.has(owner.id)) {
    throw new Refused(
      'no_terms_there',
      `${owner.name} has not accepted the sharing terms yet, so nothing may be sent to it. Ring them instead.`,
    );
  }
  return { receiverId: owner.id, receiverName: owner.name, serviceName: service.name };
}

async function giveItsBasis(
  tx: Tx,
  ctx: Ctx,
  input: SendReferral,
  to: { receiverId: string; receiverName: string },
): Promise<string> {
  const items = itemsOf(input);
  const isConsent = input.ground === 'consent';
  return giveBasis(tx, ctx, {
    ...{ purpose: 'referral', ground: input.ground, organisationId: input.organisation_id, items },
    ...{ how: isConsent ? input.how : 'none', givenOn: input.given_on, wordingVersion },
    ...(ctx.actor.personId && { takenByPersonId: ctx.actor.personId }),
    wording: await wordsToAgree(tx, input, to.receiverName),
    ...{ reason: isConsent ? '' : input.ground_reason, coversNext: input.covers_next },
    receivers: [to.receiverId],
  });
}

/** What is read out to the person, with everything that it names. */
export async function wordsToAgree(
  db: Db,
  input: Pick<SendReferral, 'organisation_id' | 'covers_next'>,
  receiverName: string,
): Promise<string> {
  const from = (await cardsByIds(db, [input.organisation_id])).get(input.organisation_id)?.name ?? '';
  return wordingOf({
    ...{ from, receivers: [receiverName], items: allItems, coversNext: input.covers_next },
    why: 'so that they can help you',
  });
}

/** What people are asked about; the record says which of it was passed on. */
const allItems: readonly Item[] = ['name', 'phone', 'email', 'address', 'needs', 'matters'];

function itemsOf(input: Pick<SendReferral, 'phone' | 'email' | 'address' | 'story'>): Item[] {
  const items: Item[] = ['name', 'needs'];
  if (input.phone !== '') items.push('phone');
  if (input.email !== '') items.push('email');
  if (input.address !== '') items.push('address');
  if (input.story !== '') items.push('matters');
  return items;
}

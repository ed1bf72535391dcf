import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { EdgeError, Invalid, NotFound, Refused } from '../../../platform/errors.ts';
import { post } from '../../../platform/outbox.ts';
import { isPerson, permit, wantSecondKey } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { appealMade, claimAnswered, claimObjected, claimProved, organisationClaimed } from '../events.ts';
import { canAppealClaim, canClaim, canKeepFor, canObjectToClaim, canProveClaim } from '../permits/keeping.ts';
import { claim, claimByTokenOptional, lastClaimAppealOptional } from '../queries/claims.ts';
import { hubId, organisation } from '../queries/organisation.ts';
import { whyNotAppeal } from '../rules/registration.ts';
import { claims } from '../urls.ts';
import { claimWords } from '../words/claim-letters.ts';
import type { AnswerClaim, Claim, MakeClaim } from '../words/claims.ts';
import type { Organisation } from '../words/records.ts';
import { ownerAt } from './owner.ts';
import { givePosition } from './people.ts';

const linkDays = 7;

/**
 * "That is us." A link goes to the record's own address, or its home centre asks somebody else who can say so; then the
 * person runs the record. Where somebody runs it already, they hear of it and may object.
 */
export async function claimOrganisation(ctx: Ctx, organisationId: string, input: MakeClaim): Promise<void> {
  permit(canClaim(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId } = ctx.actor;

  await ctx.db.transaction(async (tx) => {
    const one = await organisation(tx, organisationId);
    if (one.state !== 'active') throw new NotFound('organisation');
    if (input.way === 'mail' && one.email === '') {
      throw new Invalid({ way: 'The page has no e-mail address, so its centre has to check.' });
    }
    const id = ctx.newId();
    const made = await tx
      .insertInto('register.claim')
      .values({
        ...{ id, organisation_id: organisationId, person_id: personId, made_at: ctx.now },
        ...{ way: input.way, words: input.words },
      })
      .onConflict((same) => same.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return;
    if (input.way === 'mail') await mailLink(tx, ctx, id, one);
    await waitForCentre(tx, ctx, id, one);
    await record(tx, ctx, organisationClaimed, { organisationId, claimId: id }, { organisationId });
  });
}

/** Whoever reads the record's own mailbox says that the person belongs to them. */
export async function proveClaim(ctx: Ctx, token: string): Promise<Claim> {
  permit(canProveClaim(ctx.actor));
  const hash = hashOf(token);
  return ctx.db.withKeys({ link: hash }).transaction(async (tx) => {
    const made = await claimByTokenOptional(tx, hash, ctx.now);
    if (made?.state !== 'waiting') {
      throw new EdgeError(410, 'link_over', 'This link is over: it was answered, or its time has passed.');
    }
    if (made.provedAt) return made;
    await tx.updateTable('register.claim').set({ proved_at: ctx.now }).where('id', '=', made.id).execute();
    const { organisationId } = made;
    await record(tx, ctx, claimProved, { organisationId, claimId: made.id }, { organisationId });
    return made;
  });
}

export async function answerClaim(ctx: Ctx, claimId: string, input: AnswerClaim): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const made = await claim(tx, claimId);
    const one = await organisation(tx, made.organisationId);
    permit(canKeepFor(ctx.actor, one.homeCentreId ?? (await hubId(tx))), { hidden: true });
    if (made.state !== 'waiting') throw new Refused('answered', 'This claim has an answer already.');
    const accepted = input.answer === 'accepted';
    if (accepted) wantSecondKey(ctx.actor);
    await tx
      .updateTable('register.claim')
      .set({
        state: input.answer,
        answered_at: ctx.now,
        ...(accepted ? { proof: input.proof } : { reason: input.proof }),
      })
      .where('id', '=', claimId)
      .execute();
    if (accepted) {
      await tx
        .updateTable('register.organisation')
        .set({ claimed: true, changed_at: ctx.now })
        .where('id', '=', one.id)
        .execute();
      await givePosition(tx, ctx, { organisationId: one.id, personId: made.personId, role: 'admin' });
    }
    await endLoop(tx, ctx, { kind: 'claim', thingId: claimId, endReason: input.answer });
    const payload = { organisationId: one.id, claimId, answer: input.answer };
    await record(tx, ctx, claimAnswered, payload, { organisationId: one.id, reason: input.proof });
  });
}

/** Somebody who runs the page says that it is not the claimer’s. The centre reads it before it answers. */
export async function objectToClaim(ctx: Ctx, claimId: string, input: { objection: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const made = await claim(tx, claimId);
    permit(canObjectToClaim(ctx.actor, made), { hidden: true });
    if (made.state !== 'waiting') throw new Refused('answered', 'This claim has an answer already.');
    await tx
      .updateTable('register.claim')
      .set({ objection: input.objection, objected_by: ctx.actor.personId ?? null })
      .where('id', '=', claimId)
      .execute();
    const { organisationId } = made;
    await record(tx, ctx, claimObjected, { organisationId, claimId }, { organisationId });
  });
}

/** After a no, the hub may be asked to look again. */
export async function appealClaim(ctx: Ctx, claimId: string, input: { what: string }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const made = await claim(tx, claimId);
    permit(canAppealClaim(ctx.actor, made), { hidden: true });
    if (made.state !== 'declined') throw new Refused('not_declined', 'This claim was not declined.');
    await sql`select from register.claim where id = ${claimId} for update`.execute(tx);
    const why = whyNotAppeal((await lastClaimAppealOptional(tx, claimId))?.state);
    if (why) throw new Refused('appealed', why);
    const [id, { organisationId }] = [ctx.newId(), made];
    await tx
      .insertInto('register.appeal')
      .values({
        ...{ id, organisation_id: organisationId, claim_id: claimId },
        ...{ what: input.what, made_at: ctx.now },
      })
      .execute();
    const { registration_answer_days } = await clocks(tx);
    const dueAt = dueAfterWorkingDays(ctx.now, registration_answer_days, await bankHolidays(tx));
    await openLoop(tx, ctx, { kind: 'appeal', thingId: id, dueAt, ...(await ownerAt(tx, await hubId(tx))) });
    await record(tx, ctx, appealMade, { organisationId, appealId: id }, { organisationId });
  });
}

/** The hub found that the centre has to look once more. */
export async function waitForClaimAgain(tx: Tx, ctx: Ctx, claimId: string): Promise<void> {
  const made = await claim(tx, claimId);
  await tx
    .updateTable('register.claim')
    .set({ state: 'waiting', answered_at: null })
    .where('id', '=', claimId)
    .execute();
  await waitForCentre(tx, ctx, claimId, await organisation(tx, made.organisationId));
}

async function waitForCentre(tx: Tx, ctx: Ctx, claimId: string, one: Organisation): Promise<void> {
  const { registration_answer_days } = await clocks(tx);
  const dueAt = dueAfterWorkingDays(ctx.now, registration_answer_days, await bankHolidays(tx));
  const owner = await ownerAt(tx, one.homeCentreId ?? (await hubId(tx)));
  await openLoop(tx, ctx, { kind: 'claim', thingId: claimId, dueAt, ...owner });
}

async function mailLink(tx: Tx, ctx: Ctx, claimId: string, one: Organisation): Promise<void> {
  const token = ctx.newToken();
  await tx
    .updateTable('register.claim')
    .set({
      mailed_to: one.email,
      token_hash: hashOf(token),
      token_until: new Date(ctx.now.getTime() + linkDays * 86_400_000),
    })
    .where('id', '=', claimId)
    .execute();
  const words = claimWords.prove({
    organisation: one.name,
    person: ctx.actor.name ?? '',
    link: ctx.publicUrl + claims.prove(token),
  });
  await post(tx, ctx, 'claim', { to: one.email, ...words, organisationId: one.id });
}

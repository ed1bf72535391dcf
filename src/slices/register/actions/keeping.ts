import type { Ctx } from '../../../platform/ctx.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { isPerson, permit, wantSecondKey } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { changeSuggested, claimAnswered, organisationClaimed, suggestionAnswered } from '../events.ts';
import { canAnswerSuggestion, canClaim, canKeepFor, canSuggest } from '../permits.ts';
import { claim, suggestion } from '../queries/keeping.ts';
import { hubId, organisation } from '../queries/organisation.ts';
import type { SuggestChange } from '../words/records.ts';
import { ownerAt } from './owner.ts';
import { givePosition } from './people.ts';

/** "That is us": the home centre proves it by a call or at the known domain, then the person runs the record. */
export async function claimOrganisation(ctx: Ctx, organisationId: string): Promise<void> {
  permit(canClaim(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId } = ctx.actor;

  await ctx.db.transaction(async (tx) => {
    const one = await organisation(tx, organisationId);
    if (one.state !== 'active') throw new NotFound('organisation');
    const id = ctx.newId();
    const made = await tx
      .insertInto('register.claim')
      .values({ id, organisation_id: organisationId, person_id: personId, made_at: ctx.now })
      .onConflict((same) => same.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return;
    const { registration_answer_days } = await clocks(tx);
    const dueAt = dueAfterWorkingDays(ctx.now, registration_answer_days, await bankHolidays(tx));
    const owner = await ownerAt(tx, one.homeCentreId ?? (await hubId(tx)));
    await openLoop(tx, ctx, { kind: 'claim', thingId: id, dueAt, ...owner });
    await record(tx, ctx, organisationClaimed, { organisationId, claimId: id }, { organisationId });
  });
}

export async function answerClaim(
  ctx: Ctx,
  claimId: string,
  input: { answer: 'accepted' | 'declined'; proof: string },
): Promise<void> {
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

/** Anybody may say that something is wrong; its keepers look at it within the promised days. */
export async function suggestChange(ctx: Ctx, organisationId: string, input: SuggestChange): Promise<void> {
  permit(canSuggest(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const one = await organisation(tx, organisationId);
    if (one.state !== 'active' && one.state !== 'paused') throw new NotFound('organisation');
    const id = ctx.newId();
    await tx
      .insertInto('register.suggestion')
      .values({
        id,
        organisation_id: organisationId,
        what: input.what,
        reply_to: input.reply_to,
        made_at: ctx.now,
      })
      .execute();
    const { suggestion_answer_days } = await clocks(tx);
    const dueAt = dueAfterWorkingDays(ctx.now, suggestion_answer_days, await bankHolidays(tx));
    const owner = await ownerAt(tx, one.claimed ? one.id : (one.homeCentreId ?? one.id));
    await openLoop(tx, ctx, { kind: 'suggested-change', thingId: id, dueAt, ...owner });
    await record(tx, ctx, changeSuggested, { organisationId, suggestionId: id }, { organisationId });
  });
}

export async function answerSuggestion(
  ctx: Ctx,
  suggestionId: string,
  input: { answer: 'done' | 'declined'; reason: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const made = await suggestion(tx, suggestionId);
    permit(canAnswerSuggestion(ctx.actor, await organisation(tx, made.organisationId)));
    if (made.state !== 'waiting') throw new Refused('answered', 'Somebody has looked at this already.');
    await tx
      .updateTable('register.suggestion')
      .set({ state: input.answer, reason: input.reason, answered_at: ctx.now })
      .where('id', '=', suggestionId)
      .execute();
    await endLoop(tx, ctx, { kind: 'suggested-change', thingId: suggestionId, endReason: input.answer });
    const { organisationId } = made;
    const payload = { organisationId, suggestionId, answer: input.answer };
    await record(tx, ctx, suggestionAnswered, payload, { organisationId, reason: input.reason });
  });
}

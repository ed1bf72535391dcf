import type { Ctx } from '../../../platform/ctx.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid, NotFound, Refused } from '../../../platform/errors.ts';
import { lookForSignsOf } from '../../../platform/human/look.ts';
import { shouldBeHeld } from '../../../platform/human/signs.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { problemsOf } from '../../../platform/words.ts';
import { endLoop } from '../../loops/door.ts';
import { isNewHere } from '../../people/door.ts';
import { suggestionAnswered, suggestionHeld } from '../events.ts';
import { canAnswerSuggestion, canSuggestEdit, centreOf } from '../permits/keeping.ts';
import { type Suggestion, sameSuggestionOptional, suggestion } from '../queries/keeping.ts';
import { organisation } from '../queries/organisation.ts';
import { answerOf, changesBetween, openToAll } from '../rules/suggestions.ts';
import { ChangeOrganisation, type Organisation } from '../words/records.ts';
import type { AnswerSuggestion, SuggestEdit } from '../words/suggestions.ts';
import { handToKeepers } from './keeping.ts';
import { applyChange, asForm } from './organisation.ts';

/**
 * Somebody signed in changes a record that others keep: it arrives there field by field. What another centre suggests
 * goes to the home centre, which vouches for the record (R9). What reads like spam is held until the coordinator has looked.
 */
export async function suggestEdit(
  ctx: Ctx,
  organisationId: string,
  input: SuggestEdit,
  isTrapped = false,
): Promise<string> {
  permit(canSuggestEdit(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId, email = '' } = ctx.actor;

  return ctx.db.transaction(async (tx) => {
    const one = await organisation(tx, organisationId);
    if (one.state !== 'active' && one.state !== 'paused') throw new NotFound('organisation');
    const changes = changesBetween(openToAll(await asForm(tx, one)), input);
    if (Object.keys(changes).length === 0) {
      throw new Invalid({ '': 'Nothing differs from the page. Change what is wrong, then send it.' });
    }
    await inTurn(tx, `suggestion ${organisationId} ${personId}`);
    const same = await sameSuggestionOptional(tx, { organisationId, personId, changes });
    if (same) return same.id;
    const [id, centreId] = [ctx.newId(), centreOf(ctx.actor)];
    const text = [input.why, ...Object.values(changes).map(({ after }) => String(after))].join('\n');
    const isNew = centreId === undefined && (await isNewHere(tx, personId, ctx.now));
    const signs = await lookForSignsOf(tx, ctx, { isTrapped, text, email, isNew });
    const isHeld = shouldBeHeld(signs);
    await tx
      .insertInto('register.suggestion')
      .values({
        ...{ id, organisation_id: organisationId, what: input.why, made_at: ctx.now },
        ...{ person_id: personId, centre_id: centreId ?? null, changes: JSON.stringify(changes) },
        ...(isHeld && { state: 'held', held_why: signs }),
      })
      .execute();
    if (isHeld) {
      await record(tx, ctx, suggestionHeld, { organisationId, suggestionId: id, signs }, { organisationId });
    } else {
      await handToKeepers(tx, ctx, id, one, centreId !== undefined);
    }
    return id;
  });
}

/** Takes all of it, some, or nothing with a reason. What is taken is a change of the record like any other. */
export async function answerSuggestion(
  ctx: Ctx,
  suggestionId: string,
  input: AnswerSuggestion,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `answer ${suggestionId}`);
    const made = await suggestion(tx, suggestionId);
    const one = await organisation(tx, made.organisationId);
    permit(canAnswerSuggestion(ctx.actor, one), { hidden: true });
    if (made.state !== 'waiting') throw new Refused('answered', 'Somebody has looked at this already.');
    const taken = input.answer === 'done' ? await takeFields(tx, ctx, { made, one, input }) : [];
    const answer = input.answer === 'done' && made.changes ? answerOf(made.changes, taken) : input.answer;
    await tx
      .updateTable('register.suggestion')
      .set({ state: answer, reason: input.reason, taken, answered_at: ctx.now })
      .where('id', '=', suggestionId)
      .execute();
    await endLoop(tx, ctx, { kind: 'suggested-change', thingId: suggestionId, endReason: answer });
    const { organisationId } = made;
    const payload = { organisationId, suggestionId, answer };
    await record(tx, ctx, suggestionAnswered, payload, { organisationId, reason: input.reason });
  });
}

/** The record may have moved on: whoever answers has to have seen it as it is now. */
async function takeFields(
  tx: Tx,
  ctx: Ctx,
  { made, one, input }: { made: Suggestion; one: Organisation; input: AnswerSuggestion },
): Promise<string[]> {
  const { changes } = made;
  if (!changes) return [];
  const taken = Object.keys(changes).filter((field) => input.fields.includes(field));
  if (taken.length === 0) {
    throw new Invalid({ fields: 'Tick at least one of the changes, or choose that it stays as it is.' });
  }
  const after = Object.fromEntries(taken.map((field) => [field, changes[field]?.after]));
  const next = ChangeOrganisation.safeParse({
    ...(await asForm(tx, one)),
    ...after,
    version: input.version ?? -1,
  });
  if (!next.success) throw new Invalid(problemsOf(next.error));
  await applyChange(tx, ctx, one, next.data, { way: 'suggestion', reason: 'Suggested, and taken over' });
  return taken;
}

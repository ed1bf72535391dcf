import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { cameBefore } from '../../../platform/human/look.ts';
import { canBeProved, type Sign, shouldBeHeld } from '../../../platform/human/signs.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { changeSuggested, suggestionHeld, suggestionJudged } from '../events.ts';
import { canJudgeHeld, canSuggest } from '../permits/keeping.ts';
import { suggestion } from '../queries/keeping.ts';
import { organisation } from '../queries/organisation.ts';
import type { Organisation, SuggestChange } from '../words/records.ts';
import { ownerAt } from './owner.ts';

const proofMinutes = 120;

/**
 * Anybody may say that something is wrong; its keepers look at it within the promised days. What looks as if no person
 * had sent it is held until the coordinator has looked. Where only the way it came looks like that, a token is returned
 * by which whoever sent it can show the contrary; else whoever sent it is told nothing else than others are.
 */
export async function suggestChange(
  ctx: Ctx,
  organisationId: string,
  input: SuggestChange,
  { signs = [], sending }: { signs?: readonly Sign[]; sending?: string | undefined } = {},
): Promise<string | undefined> {
  permit(canSuggest(ctx.actor));
  const token = canBeProved(signs) ? ctx.newToken() : undefined;

  return (token === undefined ? ctx.db : ctx.db.withKeys({ link: hashOf(token) })).transaction(async (tx) => {
    if (sending !== undefined && (await cameBefore(tx, ctx, sending))) return undefined;
    const one = await organisation(tx, organisationId);
    if (one.state !== 'active' && one.state !== 'paused') throw new NotFound('organisation');
    const [id, isHeld] = [ctx.newId(), shouldBeHeld(signs)];
    await tx
      .insertInto('register.suggestion')
      .values({
        id,
        organisation_id: organisationId,
        what: input.what,
        reply_to: input.reply_to,
        made_at: ctx.now,
        ...(isHeld && { state: 'held', held_why: [...signs] }),
      })
      .execute();
    if (token !== undefined) await openProof(tx, ctx, id, token);
    if (isHeld) {
      const payload = { organisationId, suggestionId: id, signs: [...signs] };
      await record(tx, ctx, suggestionHeld, payload, { organisationId });
    } else {
      await handToKeepers(tx, ctx, id, one);
    }
    return token;
  });
}

/** The transaction has to show the token: nobody else may lay it down. */
async function openProof(tx: Tx, ctx: Ctx, suggestionId: string, token: string): Promise<void> {
  const expiresAt = new Date(ctx.machineNow.getTime() + proofMinutes * 60_000);
  await tx
    .insertInto('register.held_proof')
    .values({ suggestion_id: suggestionId, token_hash: hashOf(token), expires_at: expiresAt })
    .execute();
}

/** From now on somebody has to answer it: what a centre suggests, the home centre, which vouches for the record (R9). */
export async function handToKeepers(
  tx: Tx,
  ctx: Ctx,
  id: string,
  one: Organisation,
  byCentre = false,
): Promise<void> {
  const { suggestion_answer_days } = await clocks(tx);
  const dueAt = dueAfterWorkingDays(ctx.now, suggestion_answer_days, await bankHolidays(tx));
  const owner = await ownerAt(tx, one.claimed && !byCentre ? one.id : (one.homeCentreId ?? one.id));
  await openLoop(tx, ctx, { kind: 'suggested-change', thingId: id, dueAt, ...owner });
  const organisationId = one.id;
  await record(tx, ctx, changeSuggested, { organisationId, suggestionId: id }, { organisationId });
}

/** Somebody has looked at what was held: it goes on its way, or it was spam. */
export async function judgeHeld(ctx: Ctx, id: string, answer: 'waiting' | 'spam'): Promise<void> {
  permit(canJudgeHeld(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const made = await suggestion(tx, id);
    const judged = await tx
      .updateTable('register.suggestion')
      .set({ state: answer })
      .where('id', '=', id)
      .where('state', '=', 'held')
      .executeTakeFirst();
    if (judged.numUpdatedRows !== 1n) throw new Refused('judged', 'Somebody has looked at it already.');
    const { organisationId } = made;
    await record(tx, ctx, suggestionJudged, { organisationId, suggestionId: id, answer }, { organisationId });
    if (answer === 'spam') return;
    await handToKeepers(tx, ctx, id, await organisation(tx, organisationId), made.centreId !== null);
  });
}

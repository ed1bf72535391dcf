import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { appealAnswered, appealMade } from '../events.ts';
import { canAnswerAppeal, canAppeal } from '../permits/keeping.ts';
import { appeal, lastAppealOptional } from '../queries/keeping.ts';
import { hubId, organisation } from '../queries/organisation.ts';
import { answersOn } from '../queries/registration.ts';
import { whyNotAppeal } from '../rules/registration.ts';
import { moveAnswer, waitAgain } from './answer.ts';
import { waitForClaimAgain } from './claiming.ts';
import { ownerAt } from './owner.ts';

/** A refused group asks the hub to look again. */
export async function makeAppeal(ctx: Ctx, organisationId: string, input: { what: string }): Promise<void> {
  permit(canAppeal(ctx.actor, organisationId));

  await ctx.db.transaction(async (tx) => {
    const group = await organisation(tx, organisationId);
    if (group.state !== 'refused') throw new Refused('not_refused', 'This registration was not refused.');
    // Of two presses at the same moment the second sees what the first one made.
    await sql`select from register.organisation where id = ${organisationId} for update`.execute(tx);
    const why = whyNotAppeal((await lastAppealOptional(tx, organisationId))?.state);
    if (why) throw new Refused('appealed', why);
    const id = ctx.newId();
    await tx
      .insertInto('register.appeal')
      .values({ id, organisation_id: organisationId, what: input.what, made_at: ctx.now })
      .execute();
    const { registration_answer_days } = await clocks(tx);
    const dueAt = dueAfterWorkingDays(ctx.now, registration_answer_days, await bankHolidays(tx));
    const owner = await ownerAt(tx, await hubId(tx));
    await openLoop(tx, ctx, { kind: 'appeal', thingId: id, dueAt, ...owner });
    await record(tx, ctx, appealMade, { organisationId, appealId: id }, { organisationId });
  });
}

/** The hub's answer is final. Upheld: the home centre has to look at the registration once more. */
export async function answerAppeal(
  ctx: Ctx,
  appealId: string,
  input: { answer: 'upheld' | 'declined'; reason: string },
): Promise<void> {
  permit(canAnswerAppeal(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const made = await appeal(tx, appealId);
    if (made.state !== 'waiting') throw new Refused('answered', 'This appeal has an answer already.');
    const organisationId = made.organisation_id;
    await tx
      .updateTable('register.appeal')
      .set({ state: input.answer, reason: input.reason, answered_at: ctx.now })
      .where('id', '=', appealId)
      .execute();
    await endLoop(tx, ctx, { kind: 'appeal', thingId: appealId, endReason: input.answer });
    if (input.answer === 'upheld' && made.claim_id) await waitForClaimAgain(tx, ctx, made.claim_id);
    if (input.answer === 'upheld' && !made.claim_id) {
      await tx
        .updateTable('register.organisation')
        .set({ state: 'in_review', state_reason: '', changed_at: ctx.now })
        .where('id', '=', organisationId)
        .execute();
      const home = (await answersOn(tx, organisationId)).find((answer) => answer.home);
      if (home) {
        await moveAnswer(tx, home, { state: 'waiting', reason: '' });
        await waitAgain(tx, ctx, home);
      }
    }
    const payload = { organisationId, appealId, answer: input.answer };
    await record(tx, ctx, appealAnswered, payload, { organisationId, reason: input.reason });
  });
}

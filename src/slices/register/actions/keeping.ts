import type { Ctx } from '../../../platform/ctx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { changeSuggested } from '../events.ts';
import { canSuggest } from '../permits/keeping.ts';
import { organisation } from '../queries/organisation.ts';
import type { SuggestChange } from '../words/records.ts';
import { ownerAt } from './owner.ts';

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

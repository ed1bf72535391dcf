import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { Invalid } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { sharingTargetSet } from '../events.ts';
import { canSetTarget } from '../permits.ts';
import type { SetTarget } from '../words/checks.ts';

/** How much of all roles is to be open to everybody, and by when. */
export async function setTarget(ctx: Ctx, input: SetTarget): Promise<void> {
  permit(canSetTarget(ctx.actor));
  if (input.by_day <= dayOf(ctx.now)) throw new Invalid({ by_day: 'Choose a day that is still to come.' });
  await ctx.db.transaction(async (tx) => {
    const target = { percent: input.percent, by_day: input.by_day };
    const set = { ...target, set_at: ctx.now, set_by: ctx.actor.personId ?? null };
    await tx
      .insertInto('volunteering.sharing_target')
      .values(set)
      .onConflict((same) => same.column('one').doUpdateSet(set))
      .execute();
    await record(tx, ctx, sharingTargetSet, { percent: input.percent, byDay: input.by_day });
  });
}

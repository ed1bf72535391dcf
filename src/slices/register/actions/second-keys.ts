import type { Ctx } from '../../../platform/ctx.ts';
import { permit, wantSecondKey } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { secondKeyRule } from '../events.ts';
import { canRuleSecondKeys } from '../permits.ts';
import { secondKeyRuleOf } from '../queries/second-keys.ts';

/**
 * Asks everybody with a place there for a second key, or no longer. Where it is asked for already it goes on since then:
 * the date is part of what the organisation proves to others.
 */
export async function askAllForSecondKey(ctx: Ctx, organisationId: string, required: boolean): Promise<void> {
  permit(canRuleSecondKeys(ctx.actor, organisationId), { hidden: true });
  wantSecondKey(ctx.actor);

  await ctx.db.transaction(async (tx) => {
    const since = await secondKeyRuleOf(tx, organisationId);
    if ((since !== undefined) === required) return;
    await tx
      .updateTable('register.organisation')
      .set({ second_key_since: required ? ctx.machineNow : null })
      .where('id', '=', organisationId)
      .execute();
    await record(tx, ctx, secondKeyRule, { organisationId, required }, { organisationId });
  });
}

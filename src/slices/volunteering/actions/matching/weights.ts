import type { Ctx } from '../../../../platform/ctx.ts';
import { inTurn } from '../../../../platform/db/in-turn.ts';
import { Stale } from '../../../../platform/errors.ts';
import { permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { matchWeightsSet } from '../../events/matching.ts';
import { canSetMatchWeights } from '../../permits/matching.ts';
import { matchWeights } from '../../queries/matching/weights.ts';
import type { SetMatchWeights } from '../../words/matching.ts';

/** What counts how much, for everybody from now on. */
export async function setMatchWeights(ctx: Ctx, input: SetMatchWeights): Promise<void> {
  permit(canSetMatchWeights(ctx.actor));
  const { version, ...weights } = input;
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, 'match weights');
    const before = await matchWeights(tx);
    if (before.version !== version) throw new Stale({ ...before });
    await tx
      .updateTable('volunteering.match_weights')
      .set({ ...weights, version: version + 1, set_at: ctx.now, set_by: ctx.actor.personId ?? null })
      .execute();
    await record(tx, ctx, matchWeightsSet, { weights });
  });
}

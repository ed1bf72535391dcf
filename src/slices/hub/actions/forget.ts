import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { canForgetMoves } from '../permits.ts';

export function forgetMoves(ctx: Ctx): Promise<number> {
  permit(canForgetMoves(ctx.actor));
  const before = daysAgo(ctx, 730);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('hub.move')
      .select('id')
      .where('at', '<', before)
      .where('away_until', '<', ctx.now)
      .limit(limit);
    const gone = await tx.deleteFrom('hub.move').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

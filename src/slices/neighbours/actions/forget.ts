import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { canForgetHellos } from '../permits.ts';

/** A hello with an answer is a letter that was read. What the two say of each other stays, for it is theirs to change. */
export function forgetHellos(ctx: Ctx): Promise<number> {
  permit(canForgetHellos(ctx.actor));
  const before = daysAgo(ctx, 2 * 365);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx.selectFrom('neighbours.hello').select('id').where('answered_at', '<', before).limit(limit);
    const gone = await tx.deleteFrom('neighbours.hello').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

import type { Retention } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { canForgetBases } from '../permits.ts';

/** As long as somebody could still ask on which ground their details were passed on (Limitation Act 1980, s. 5). */
const years = 6;

export const retain: readonly Retention[] = [
  {
    name: 'bases',
    what: 'What you agreed to about your details, and who looked at them',
    after: 'six years from its end',
    run: forgetBases,
  },
];

function forgetBases(ctx: Ctx): Promise<number> {
  permit(canForgetBases(ctx.actor));
  const before = daysAgo(ctx, years * 365);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx.selectFrom('privacy.basis').select('id').where('ended_at', '<', before).limit(limit);
    const gone = await tx.deleteFrom('privacy.basis').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

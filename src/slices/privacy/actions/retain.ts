import type { Retention } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { canForgetMatters } from '../permits/matters.ts';
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
  {
    name: 'matters',
    what: 'What you asked about your details or complained about, and the answer',
    after: 'three years from the answer',
    run: forgetMatters,
  },
  {
    name: 'breaches',
    what: 'What went where it should not, and what was done about it',
    after: 'six years from its end',
    run: forgetBreaches,
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

/** As long as somebody could still ask how it was answered. */
function forgetMatters(ctx: Ctx): Promise<number> {
  permit(canForgetMatters(ctx.actor));
  const before = daysAgo(ctx, 3 * 365);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx.selectFrom('privacy.matter').select('id').where('answered_at', '<', before).limit(limit);
    const gone = await tx.deleteFrom('privacy.matter').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

function forgetBreaches(ctx: Ctx): Promise<number> {
  permit(canForgetMatters(ctx.actor));
  const before = daysAgo(ctx, years * 365);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx.selectFrom('privacy.breach').select('id').where('ended_at', '<', before).limit(limit);
    const gone = await tx.deleteFrom('privacy.breach').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { canForgetSignIns } from '../permits.ts';

/** Used or too old, they open nothing any more. */
export function forgetTokens(ctx: Ctx): Promise<number> {
  permit(canForgetSignIns(ctx.actor));
  const before = daysAgo(ctx, 30);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('people.token')
      .select('id')
      .where((where) => where.or([where('used_at', '<', before), where('expires_at', '<', before)]))
      .limit(limit);
    const gone = await tx.deleteFrom('people.token').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

/** Nobody can answer them any more after five minutes. */
export function forgetChallenges(ctx: Ctx): Promise<number> {
  permit(canForgetSignIns(ctx.actor));
  const before = daysAgo(ctx, 1);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx.selectFrom('people.challenge').select('id').where('expires_at', '<', before).limit(limit);
    const gone = await tx.deleteFrom('people.challenge').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

export function forgetSessions(ctx: Ctx): Promise<number> {
  permit(canForgetSignIns(ctx.actor));
  const before = daysAgo(ctx, 365);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('people.session')
      .select('id')
      .where((where) => where.or([where('ended_at', '<', before), where('expires_at', '<', before)]))
      .limit(limit);
    const gone = await tx.deleteFrom('people.session').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

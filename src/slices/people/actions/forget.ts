import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { canForgetSignIns } from '../permits.ts';
import { namelessDays } from '../rules/account.ts';

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

export function forgetMailboxChanges(ctx: Ctx): Promise<number> {
  permit(canForgetSignIns(ctx.actor));
  const before = daysAgo(ctx, 30);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('people.mailbox_change')
      .select('id')
      .where('made_at', '<', before)
      .where((where) => where.or([where('undo_until', 'is', null), where('undo_until', '<', before)]))
      .limit(limit);
    const gone = await tx.deleteFrom('people.mailbox_change').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

/** What a closed account did with others stays; from then on it was done by nobody in particular. */
export function forgetNames(ctx: Ctx): Promise<number> {
  permit(canForgetSignIns(ctx.actor));
  const before = daysAgo(ctx, namelessDays);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('people.person')
      .select('id')
      .where('state', '=', 'closed')
      .where('closed_at', '<', before)
      .where('name', '<>', '')
      .limit(limit);
    const named = await tx
      .updateTable('people.person')
      .set({ name: '' })
      .where('id', 'in', due)
      .executeTakeFirst();
    return Number(named.numUpdatedRows);
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

/** A way there and back is over after ten minutes. */
export function forgetProviderTries(ctx: Ctx): Promise<number> {
  permit(canForgetSignIns(ctx.actor));
  const before = daysAgo(ctx, 1);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('people.provider_try')
      .select('id')
      .where('expires_at', '<', before)
      .limit(limit);
    const gone = await tx.deleteFrom('people.provider_try').where('id', 'in', due).executeTakeFirst();
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

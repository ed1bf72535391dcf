import type { Ctx } from '../../../platform/ctx.ts';
import { forgetFormMarks } from '../../../platform/human/look.ts';
import { permit } from '../../../platform/permit.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { canForget } from '../permits.ts';

/** A mailed link that has expired leads nowhere. */
export function forgetCheckLinks(ctx: Ctx): Promise<number> {
  permit(canForget(ctx.actor));
  const before = daysAgo(ctx, 30);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('register.check_link')
      .select('id')
      .where('expires_at', '<', before)
      .limit(limit);
    const gone = await tx.deleteFrom('register.check_link').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

/** What was called spam, or that nobody looked at, and the marks by which it is known again. */
export async function forgetSpam(ctx: Ctx): Promise<number> {
  permit(canForget(ctx.actor));
  const before = daysAgo(ctx, 30);
  const gone = await inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('register.suggestion')
      .select('id')
      .where('state', 'in', ['held', 'spam'])
      .where('made_at', '<', before)
      .limit(limit);
    const forgotten = await tx.deleteFrom('register.suggestion').where('id', 'in', due).executeTakeFirst();
    return Number(forgotten.numDeletedRows);
  });
  return gone + (await forgetProofs(ctx)) + (await forgetFormMarks(ctx));
}

function forgetProofs(ctx: Ctx): Promise<number> {
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('register.held_proof')
      .select('suggestion_id')
      .where('expires_at', '<', ctx.machineNow)
      .limit(limit);
    const gone = await tx
      .deleteFrom('register.held_proof')
      .where('suggestion_id', 'in', due)
      .executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

/** It was given for one answer, which has gone out by then. */
export function forgetReplyAddresses(ctx: Ctx): Promise<number> {
  permit(canForget(ctx.actor));
  const before = daysAgo(ctx, 7);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('register.suggestion')
      .select('id')
      .where('answered_at', '<', before)
      .where('reply_to', '<>', '')
      .limit(limit);
    const blanked = await tx
      .updateTable('register.suggestion')
      .set({ reply_to: '' })
      .where('id', 'in', due)
      .executeTakeFirst();
    return Number(blanked.numUpdatedRows);
  });
}

/** Taken, taken back or run out: a position says the rest. */
export function forgetInvitations(ctx: Ctx): Promise<number> {
  permit(canForget(ctx.actor));
  const before = daysAgo(ctx, 365);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('register.invitation')
      .select('id')
      .where('expires_at', '<', before)
      .limit(limit);
    const gone = await tx.deleteFrom('register.invitation').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

/** What was sent stands in the record; what lay for a year is not sent any more. */
export function forgetDrafts(ctx: Ctx): Promise<number> {
  permit(canForget(ctx.actor));
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('register.draft')
      .select('id')
      .where((where) =>
        where.or([where('sent_at', '<', daysAgo(ctx, 30)), where('changed_at', '<', daysAgo(ctx, 365))]),
      )
      .limit(limit);
    const gone = await tx.deleteFrom('register.draft').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

/** An import can be taken back for seven days; one that took long itself has as many more. */
export function forgetImportChanges(ctx: Ctx): Promise<number> {
  permit(canForget(ctx.actor));
  const before = daysAgo(ctx, 14);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('register.import_change')
      .select(['import_id', 'kind', 'thing_id'])
      .where('noted_at', '<', before)
      .orderBy('noted_at')
      .limit(limit);
    const gone = await tx
      .deleteFrom('register.import_change')
      .where(({ refTuple, eb }) =>
        eb(refTuple('import_id', 'kind', 'thing_id'), 'in', due.$asTuple('import_id', 'kind', 'thing_id')),
      )
      .executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}

import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { blankMail, forgetMail } from '../../../platform/outbox.ts';
import { permit } from '../../../platform/permit.ts';
import { daysAgo, inBatches } from '../../../platform/retain.ts';
import { canForgetMail } from '../permits.ts';
import { forgetDeadMailboxes } from './bounce.ts';

/** Mails with a code open a door, so their words go first. */
const codes = 'sign-in';

export function blankCodes(ctx: Ctx): Promise<number> {
  permit(canForgetMail(ctx.actor));
  const before = daysAgo(ctx, 1);
  return inBatches(ctx, (tx, limit) => blankMail(tx, { kind: codes, others: false, before, limit }));
}

export function blankTexts(ctx: Ctx): Promise<number> {
  permit(canForgetMail(ctx.actor));
  const before = daysAgo(ctx, 7);
  return inBatches(ctx, (tx, limit) => blankMail(tx, { kind: codes, others: true, before, limit }));
}

/** And that somebody was told, by then nobody is told again. */
export async function forgetMails(ctx: Ctx): Promise<number> {
  permit(canForgetMail(ctx.actor));
  const before = daysAgo(ctx, 365);
  const mails = await inBatches(ctx, (tx, limit) => forgetMail(tx, before, limit));
  return mails + (await inBatches(ctx, (tx, limit) => forgetTold(tx, before, limit)));
}

/** Thirty days after the last mail that came back. */
export function forgetDead(ctx: Ctx): Promise<number> {
  permit(canForgetMail(ctx.actor));
  return inBatches(ctx, (tx, limit) => forgetDeadMailboxes(tx, daysAgo(ctx, 30), limit));
}

async function forgetTold(tx: Tx, before: Date, limit: number): Promise<number> {
  const due = tx.selectFrom('notifications.told').select('message_id').where('at', '<', before).limit(limit);
  const gone = await tx.deleteFrom('notifications.told').where('message_id', 'in', due).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

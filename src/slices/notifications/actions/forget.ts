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

/** News that were told long ago, and the links under the letters that told them. */
export async function forgetNews(ctx: Ctx): Promise<number> {
  permit(canForgetMail(ctx.actor));
  const before = daysAgo(ctx, 183);
  const links = await inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('notifications.stop_link')
      .select('token_hash')
      .where('made_at', '<', before)
      .limit(limit);
    const gone = await tx
      .deleteFrom('notifications.stop_link')
      .where('token_hash', 'in', due)
      .executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
  const news = await inBatches(ctx, async (tx, limit) => {
    const due = tx.selectFrom('notifications.news').select('id').where('at', '<', before).limit(limit);
    const gone = await tx.deleteFrom('notifications.news').where('id', 'in', due).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
  return links + news;
}

async function forgetTold(tx: Tx, before: Date, limit: number): Promise<number> {
  const due = tx.selectFrom('notifications.told').select('message_id').where('at', '<', before).limit(limit);
  const gone = await tx.deleteFrom('notifications.told').where('message_id', 'in', due).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

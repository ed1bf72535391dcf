import type { Ctx } from '../../../platform/ctx.ts';
import { addDays } from '../../../platform/dates.ts';
import { Refused } from '../../../platform/errors.ts';
import { waitAgain } from '../../../platform/outbox.ts';
import { permit } from '../../../platform/permit.ts';
import { addJob, record } from '../../../platform/record.ts';
import { mailboxSaidToWork, mailSentAgain } from '../events.ts';
import { canSendAgain, canWriteMessages } from '../permits.ts';
import { mailState } from '../queries/mail.ts';

/** Has a mail tried once more that no server took. A job does it, because a page may not look into the outbox. */
export async function sendAgain(ctx: Ctx, mailId: string): Promise<void> {
  permit(canSendAgain(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const mail = await mailState(tx, mailId);
    if (mail.state !== 'failed') throw new Refused('sent', 'It is on its way already.');
    if (mail.kind === 'sign-in')
      throw new Refused('code', 'A sign-in code is no use by now. The person can ask for a new one.');
    // Its words are blanked after seven days.
    if (mail.doneAt && mail.doneAt < addDays(ctx.machineNow, -6))
      throw new Refused('old', 'We no longer keep what it said. Ring whoever should have had it.');
    await addJob(tx, 'send-again', { mailId }, `send-again-${mailId}`);
    await record(tx, ctx, mailSentAgain, { mailId });
  });
}

/** Whoever was rung says that the mailbox works. A job forgets that it did not: pages only read that list. */
export async function writeThereAgain(ctx: Ctx, mailboxId: string): Promise<void> {
  permit(canSendAgain(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    await addJob(tx, 'write-there-again', { mailboxId }, `write-there-again-${mailboxId}`);
    await record(tx, ctx, mailboxSaidToWork, { mailboxId });
  });
}

/** In a job: back among the mails that wait. */
export async function wait(ctx: Ctx, mailId: string): Promise<void> {
  permit(canWriteMessages(ctx.actor));
  await ctx.db.transaction((tx) => waitAgain(tx, ctx, mailId));
}

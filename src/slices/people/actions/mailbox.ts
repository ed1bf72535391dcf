import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { EdgeError, Invalid, Refused } from '../../../platform/errors.ts';
import { post } from '../../../platform/outbox.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { mailboxAsked, mailboxChanged, mailboxUndone } from '../events.ts';
import { canChangeMailbox, canUndoMailbox } from '../permits.ts';
import { changeByLinkOptional, changeByUndoOptional, changesSince } from '../queries/account.ts';
import { personIdByEmailOptional } from '../queries/sign-in.ts';
import { linkHours, mostChangesAnHour, undoDays, whyNotTake, whyNotUndo } from '../rules/account.ts';
import { people } from '../urls.ts';
import { letters } from '../words/letters.ts';
import { mayChangeKeys } from './keys.ts';

const hourMs = 3_600_000;
const kind = 'account';

/**
 * Mails a link to the new mailbox and tells the old one. The answer is the same when the new mailbox has an account of
 * its own: that is said in the mail to it, where only its owner reads it.
 */
export async function askForMailbox(ctx: Ctx, email: string, networkName: string): Promise<void> {
  permit(canChangeMailbox(ctx.actor));
  await mayChangeKeys(ctx);
  const { personId = '', email: oldEmail = '' } = ctx.actor;
  if (email === oldEmail) throw new Invalid({ email: 'You sign in with this address already.' });
  const token = ctx.newToken();
  const id = ctx.newId();

  await ctx.db.transaction(async (tx) => {
    const hourAgo = new Date(ctx.machineNow.getTime() - hourMs);
    if ((await changesSince(tx, personId, hourAgo)) >= mostChangesAnHour) {
      throw new Refused('too_many_changes', 'You asked for this four times within the hour. Wait a while.');
    }
    const taken = await personIdByEmailOptional(tx, email);
    await tx
      .insertInto('people.mailbox_change')
      .values({
        id,
        person_id: personId,
        old_email: oldEmail,
        new_email: email,
        hash: hashOf(token),
        made_at: ctx.machineNow,
        expires_at: new Date(ctx.machineNow.getTime() + linkHours * hourMs),
      })
      .execute();
    const about = { network: networkName, link: ctx.publicUrl + people.takeMailbox(token) };
    const toNew = taken
      ? letters.mailboxTaken({ network: networkName, link: ctx.publicUrl + people.signIn() })
      : letters.newMailbox(about);
    await post(tx, ctx, kind, { to: email, ...toNew });
    await post(tx, ctx, kind, {
      to: oldEmail,
      ...letters.mailboxAsked({ link: ctx.publicUrl + people.me() }),
    });
    await record(tx, ctx, mailboxAsked, { personId, changeId: id });
  });
}

/** The button behind the link in the new mailbox, pressed by whoever is signed in to the account. */
export async function takeMailbox(ctx: Ctx, token: string, networkName: string): Promise<void> {
  permit(canChangeMailbox(ctx.actor));
  const undo = ctx.newToken();
  const until = new Date(ctx.machineNow.getTime() + undoDays * 24 * hourMs);

  await ctx.db.transaction(async (tx) => {
    const change = await changeByLinkOptional(tx, hashOf(token));
    const why = whyNotTake(change, ctx.machineNow);
    if (why || !change) throw new EdgeError(410, 'link_over', why ?? '');
    const { rows } = await sql<{ taken: boolean }>`
      select people.take_mailbox(${hashOf(token)}, ${hashOf(undo)}, ${ctx.machineNow}, ${until}) as taken`.execute(
      tx,
    );
    if (rows[0]?.taken !== true) throw new Refused('link_over', 'This link was used already.');
    const undoLink = ctx.publicUrl + people.undoMailbox(undo);
    await post(tx, ctx, kind, { to: change.oldEmail, ...letters.mailboxGone({ link: undoLink }) });
    await post(tx, ctx, kind, { to: change.newEmail, ...letters.mailboxIsYours({ network: networkName }) });
    await record(tx, ctx, mailboxChanged, { personId: change.personId, changeId: change.id });
  });
}

/** The button behind the link in the old mailbox: whoever holds it had the account first. */
export async function undoMailbox(ctx: Ctx, token: string): Promise<void> {
  permit(canUndoMailbox(ctx.actor));
  const db = ctx.db.withKeys({ link: hashOf(token) });
  await db.transaction(async (tx) => {
    const change = await changeByUndoOptional(tx, hashOf(token));
    const why = whyNotUndo(change, ctx.machineNow);
    if (why || !change) throw new EdgeError(410, 'link_over', why ?? '');
    const { rows } = await sql<{ person: string | null }>`
      select people.undo_mailbox(${hashOf(token)}, ${ctx.machineNow}) as person`.execute(tx);
    const personId = rows[0]?.person;
    if (!personId) throw new Refused('link_over', 'This was taken back already.');
    const words = letters.mailboxUndone({ link: ctx.publicUrl + people.signIn() });
    for (const to of [change.oldEmail, change.newEmail]) await post(tx, ctx, kind, { to, ...words });
    await record(tx, ctx, mailboxUndone, { personId });
  });
}

import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import { post } from '../../../platform/outbox.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { mailboxChanged, secondKeyChanged } from '../events.ts';
import { canLetBackIn } from '../permits.ts';
import { person, personIdByEmailOptional } from '../queries/sign-in.ts';
import { undoDays } from '../rules/account.ts';
import { people } from '../urls.ts';
import { letters } from '../words/letters.ts';

const dayMs = 86_400_000;

/** For somebody whose second key is lost: the mailbox alone opens the account again, and another key is set up. */
export async function dropSecondKeys(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  permit(canLetBackIn(ctx.actor));
  await tx.deleteFrom('people.passkey').where('person_id', '=', personId).execute();
  await tx.deleteFrom('people.authenticator').where('person_id', '=', personId).execute();
  await tx.deleteFrom('people.recovery_code').where('person_id', '=', personId).execute();
  await endSessions(tx, ctx, personId);
  await record(tx, ctx, secondKeyChanged, { personId, kind: 'all', what: 'removed' });
}

/** By whoever runs the machine, when nobody is left who could make sure: the way back of a lone coordinator. */
export async function dropSecondKeysOf(ctx: Ctx, email: string): Promise<void> {
  permit(canLetBackIn(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const personId = await personIdByEmailOptional(tx, email);
    if (!personId) throw new NotFound('person');
    await dropSecondKeys(tx, ctx, personId);
  });
}

/**
 * For somebody whose mailbox is lost. The old mailbox gets the same link as after any change: whoever still reads it
 * takes the account back within seven days. Answers whether the new mailbox was free.
 */
export async function moveMailbox(
  tx: Tx,
  ctx: Ctx,
  to: { personId: string; email: string; networkName: string },
): Promise<boolean> {
  permit(canLetBackIn(ctx.actor));
  const { personId, email, networkName } = to;
  const before = await person(tx, personId);
  if ((await personIdByEmailOptional(tx, email)) !== undefined) return false;
  const [id, undo] = [ctx.newId(), ctx.newToken()];
  await tx
    .insertInto('people.mailbox_change')
    .values({
      id,
      person_id: personId,
      old_email: before.email,
      new_email: email,
      hash: hashOf(ctx.newToken()),
      undo_hash: hashOf(undo),
      made_at: ctx.machineNow,
      expires_at: ctx.machineNow,
      done_at: ctx.machineNow,
      undo_until: new Date(ctx.machineNow.getTime() + undoDays * dayMs),
    })
    .execute();
  await tx
    .updateTable('people.person')
    .set({ email, version: before.version + 1, changed_at: ctx.now })
    .where('id', '=', personId)
    .execute();
  await tx
    .updateTable('people.token')
    .set({ used_at: ctx.machineNow })
    .where('email', 'in', [before.email, email])
    .where('used_at', 'is', null)
    .execute();
  await endSessions(tx, ctx, personId);
  const link = ctx.publicUrl + people.undoMailbox(undo);
  await post(tx, ctx, 'account', { to: before.email, ...letters.mailboxGone({ link }) });
  await post(tx, ctx, 'account', { to: email, ...letters.mailboxIsYours({ network: networkName }) });
  await record(tx, ctx, mailboxChanged, { personId, changeId: id });
  return true;
}

async function endSessions(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  await tx
    .updateTable('people.session')
    .set({ ended_at: ctx.machineNow })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
}

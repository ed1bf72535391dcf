import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { cameBack } from '../../../platform/outbox.ts';
import { permit } from '../../../platform/permit.ts';
import { canNoteBounces } from '../permits.ts';
import { readBounce } from '../rules/bounce.ts';
import { hashOf } from './write.ts';

export type Noted = 'noted' | 'for now only' | 'not ours';

/** A mail that came back for good marks its mailbox: the hub is told whom to ring, and nothing more is sent there. */
export async function noteBounce(ctx: Ctx, mail: string): Promise<Noted> {
  permit(canNoteBounces(ctx.actor));

  const bounce = readBounce(mail);
  if (!bounce) return 'not ours';
  if (!bounce.forGood) return 'for now only';
  return ctx.db.transaction(async (tx) => {
    const sent = await cameBack(tx, {
      id: bounce.messageId,
      to: bounce.to,
      why: bounce.why,
      at: ctx.machineNow,
    });
    if (!sent) return 'not ours';
    await sql`insert into notifications.dead_mailbox as before (id, to_hash, organisation_id, why, first_at, last_at)
      values (${ctx.newId()}, ${hashOf(sent.to)}, ${sent.organisationId}, ${bounce.why}, ${ctx.now}, ${ctx.now})
      on conflict (to_hash) do update set times = before.times + 1, why = excluded.why, last_at = excluded.last_at,
        organisation_id = coalesce(excluded.organisation_id, before.organisation_id)`.execute(tx);
    return 'noted';
  });
}

/** The mailbox works again, says somebody who knows. */
export async function reviveMailbox(ctx: Ctx, mailbox: string): Promise<boolean> {
  permit(canNoteBounces(ctx.actor));

  const gone = await ctx.db.transaction((tx) =>
    tx.deleteFrom('notifications.dead_mailbox').where('to_hash', '=', hashOf(mailbox)).executeTakeFirst(),
  );
  return gone.numDeletedRows > 0n;
}

/** In a job: the same, said by the coordinator, who sees that it is dead and not which it is. */
export async function reviveById(ctx: Ctx, id: string): Promise<void> {
  permit(canNoteBounces(ctx.actor));

  await ctx.db.transaction((tx) =>
    tx.deleteFrom('notifications.dead_mailbox').where('id', '=', id).execute(),
  );
}

/** What is long over is tried again: mailboxes are emptied and domains repaired. */
export async function forgetDeadMailboxes(tx: Tx, before: Date, limit: number): Promise<number> {
  const due = tx
    .selectFrom('notifications.dead_mailbox')
    .select('to_hash')
    .where('last_at', '<', before)
    .limit(limit);
  const gone = await tx
    .deleteFrom('notifications.dead_mailbox')
    .where('to_hash', 'in', due)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

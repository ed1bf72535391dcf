import { createHash } from 'node:crypto';
import type { Letter } from '../../platform/contributions.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Tx } from '../../platform/db/open.ts';
import { post } from '../../platform/outbox.ts';
import { permit } from '../../platform/permit.ts';
import { network } from '../network/door.ts';
import { cardsByIds } from '../register/door.ts';
import { canWriteMessages } from './permits.ts';
import { recordedEvent } from './queries.ts';
import { withFoot } from './words.ts';

/** Tells everybody whom an event concerns. Run again, it tells nobody twice. */
export async function writeMessages(ctx: Ctx, eventId: string): Promise<void> {
  permit(canWriteMessages(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const event = await recordedEvent(tx, eventId);
    // What the letter says of days and clocks is said from the moment it happened.
    const then = { ...ctx, now: event.at };
    for (const messages of ctx.house.messages) {
      if (messages.event !== event.name) continue;
      const letters = await messages.write(tx, then, event);
      for (const letter of letters) await tellOnce(tx, then, { eventId, kind: event.name, letter });
    }
  });
}

async function tellOnce(
  tx: Tx,
  ctx: Ctx,
  { eventId, kind, letter }: { eventId: string; kind: string; letter: Letter },
): Promise<void> {
  const told = await tx
    .insertInto('notifications.told')
    .values({ event_id: eventId, to_hash: hashOf(letter.to), message_id: ctx.newId(), at: ctx.now })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst();
  if (told.numInsertedOrUpdatedRows !== 1n) return;
  await post(tx, ctx, kind, { ...letter, text: await footed(tx, letter) });
}

async function footed(tx: Tx, letter: Letter): Promise<string> {
  const { name, hubName, hubPhone } = await network(tx);
  const about = letter.organisationId
    ? (await cardsByIds(tx, [letter.organisationId])).get(letter.organisationId)
    : undefined;
  return withFoot(letter.text, { networkName: name, hubName, hubPhone }, about?.name);
}

function hashOf(mailbox: string): Buffer {
  return createHash('sha256').update(mailbox.toLowerCase()).digest();
}

import { createHash } from 'node:crypto';
import type { Letter } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { post } from '../../../platform/outbox.ts';
import { permit } from '../../../platform/permit.ts';
import { network } from '../../network/door.ts';
import { cardsByIds } from '../../register/door.ts';
import { canWriteMessages } from '../permits.ts';
import { recordedEvent } from '../queries/mail.ts';
import { quietMs } from '../rules/quiet.ts';
import { withFoot } from '../words.ts';

/** Tells everybody whom an event concerns. Run again, it tells nobody twice. */
export async function writeMessages(ctx: Ctx, eventId: string): Promise<void> {
  permit(canWriteMessages(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const event = await recordedEvent(tx, eventId);
    // What the letter says of days and clocks is said from the moment it happened.
    const then = { ...ctx, now: event.at };
    const letters: Letter[] = [];
    for (const messages of ctx.house.messages) {
      if (messages.event === event.name) letters.push(...(await messages.write(tx, then, event)));
    }
    if (letters.length === 0) return;
    const { quiet } = await network(tx);
    // Counted from now: a job that ran late must not put a letter off once more.
    const waitsMs = quietMs(ctx.now, quiet);
    for (const letter of await footed(tx, letters)) {
      await tellOnce(tx, then, { eventId, kind: event.name, letter: { ...letter, waitsMs } });
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
  // Mail that comes back again and again makes all our mail look unwanted.
  if (await isDead(tx, letter.to)) return;
  await post(tx, ctx, kind, letter);
}

async function footed(tx: Tx, letters: readonly Letter[]): Promise<Letter[]> {
  const { name, hubName, hubPhone, hubEmail } = await network(tx);
  const about = await cardsByIds(
    tx,
    letters.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return letters.map((letter) => {
    const organisation = about.get(letter.organisationId ?? '')?.name;
    return {
      ...letter,
      text: withFoot(
        letter.text,
        { networkName: name, hubName, hubPhone, hubEmail },
        organisation,
        letter.why,
      ),
    };
  });
}

async function isDead(tx: Tx, mailbox: string): Promise<boolean> {
  const row = await tx
    .selectFrom('notifications.dead_mailbox')
    .select('to_hash')
    .where('to_hash', '=', hashOf(mailbox))
    .executeTakeFirst();
  return row !== undefined;
}

export function hashOf(mailbox: string): Buffer {
  return createHash('sha256').update(mailbox.toLowerCase()).digest();
}

import type { Letter } from './contributions.ts';
import type { Ctx } from './ctx.ts';
import type { Tx } from './db/open.ts';
import { addJob } from './record.ts';

/**
 * Puts a message into the outbox, in the transaction of what it tells of. The id is also its Message-ID, so a mail
 * that is sent again after a crash can be recognised.
 */
export async function post(tx: Tx, ctx: Ctx, kind: string, letter: Letter): Promise<void> {
  const id = ctx.newId();
  await tx
    .insertInto('platform.outbox')
    .values({
      id,
      kind,
      to_email: letter.to,
      subject: oneLine(letter.subject),
      body: letter.text,
      organisation_id: letter.organisationId ?? null,
      at: ctx.now,
      try_at: ctx.machineNow,
    })
    .execute();
  await addJob(tx, 'send-mail', {}, 'send-mail');
}

/** A line break in a subject could start a header of its own. */
function oneLine(subject: string): string {
  return subject
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, 200);
}

import { sql } from 'kysely';
import type { Letter } from './contributions.ts';
import type { Ctx } from './ctx.ts';
import type { Db, Tx } from './db/open.ts';
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
      stop_url: letter.stopUrl ?? '',
      at: ctx.now,
      try_at: new Date(ctx.machineNow.getTime() + (letter.waitsMs ?? 0)),
    })
    .execute();
  await addJob(tx, 'send-mail', {}, 'send-mail');
}

/** Back among the mails that wait, with all its tries, if no server took it and its words are still there. */
export async function waitAgain(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  const waiting = await tx
    .updateTable('platform.outbox')
    .set({ state: 'waiting', attempts: 0, try_at: ctx.machineNow, done_at: null, last_error: null })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .where('body', '<>', '')
    .executeTakeFirst();
  if (waiting.numUpdatedRows === 1n) await addJob(tx, 'send-mail', {}, 'send-mail');
}

export interface Posted {
  id: string;
  to: string;
  subject: string;
  text: string;
  at: Date;
  state: string;
}

/** The newest first. The database shows them to a job and, in a practice network, to everybody. */
export async function postedMail(
  db: Db,
  wanted: { to?: string | undefined; after?: string | undefined; since?: Date; limit?: number },
): Promise<Posted[]> {
  const { to, after, since, limit } = wanted;
  return db
    .selectFrom('platform.outbox')
    .select(['id', 'to_email as to', 'subject', 'body as text', 'at', 'state'])
    .$if(to !== undefined, (q) => q.where('to_email', '=', to ?? ''))
    .$if(since !== undefined, (q) => q.where('at', '>', since ?? new Date(0)))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(at, id) < (select at, id from platform.outbox where id = ${after})`),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .$if(limit !== undefined, (q) => q.limit(limit ?? 1))
    .execute();
}

/** A mail that went out and came back; undefined when there is no such mail to that mailbox. */
export async function cameBack(
  tx: Tx,
  mail: { id: string; to: string | undefined; why: string; at: Date },
): Promise<{ to: string; organisationId: string | null } | undefined> {
  const row = await tx
    .updateTable('platform.outbox')
    .set({ state: 'failed', last_error: `It came back: ${mail.why}`, done_at: mail.at })
    .where('id', '=', mail.id)
    .where('state', 'in', ['sent', 'failed'])
    .$if(mail.to !== undefined, (q) => q.where(sql<boolean>`lower(to_email) = ${mail.to ?? ''}`))
    .returning(['to_email', 'organisation_id'])
    .executeTakeFirst();
  return row && { to: row.to_email, organisationId: row.organisation_id };
}

/** Blanks what was written: of one kind, or of every other. That there was a mail stays. */
export async function blankMail(
  tx: Tx,
  of: { kind: string; others: boolean; before: Date; limit: number },
): Promise<number> {
  const due = tx
    .selectFrom('platform.outbox')
    .select('id')
    .where('kind', of.others ? '<>' : '=', of.kind)
    .where('state', '<>', 'waiting')
    .where('done_at', '<', of.before)
    .where('body', '<>', '')
    .limit(of.limit);
  const blanked = await tx
    .updateTable('platform.outbox')
    .set({ subject: '', body: '', stop_url: '' })
    .where('id', 'in', due)
    .executeTakeFirst();
  return Number(blanked.numUpdatedRows);
}

export async function forgetMail(tx: Tx, before: Date, limit: number): Promise<number> {
  const due = tx
    .selectFrom('platform.outbox')
    .select('id')
    .where('state', '<>', 'waiting')
    .where('done_at', '<', before)
    .limit(limit);
  const gone = await tx.deleteFrom('platform.outbox').where('id', 'in', due).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** A line break in a subject could start a header of its own. */
function oneLine(subject: string): string {
  return subject
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, 200);
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

const columns = [
  'id',
  'person_id',
  'old_email',
  'new_email',
  'expires_at',
  'done_at',
  'undone_at',
  'undo_until',
] as const;

/** The change that a link in the new mailbox stands for. */
export async function changeByLinkOptional(db: Db, hash: Buffer) {
  const row = await db
    .selectFrom('people.mailbox_change')
    .select(columns)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row && toChange(row);
}

/** The change that a link in the old mailbox takes back. */
export async function changeByUndoOptional(db: Db, hash: Buffer) {
  const row = await db
    .selectFrom('people.mailbox_change')
    .select(columns)
    .where('undo_hash', '=', hash)
    .executeTakeFirst();
  return row && toChange(row);
}

export async function changesSince(db: Db, personId: string, since: Date): Promise<number> {
  const { changes } = await db
    .selectFrom('people.mailbox_change')
    .select((count) => count.fn.countAll<number>().as('changes'))
    .where('person_id', '=', personId)
    .where('made_at', '>', since)
    .executeTakeFirstOrThrow();
  return changes;
}

/** Whether the owner of a mailbox can still take back the account that had it. */
export async function mailboxIsHeld(db: Db, email: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select people.mailbox_is_held(${email}, ${at}) as held`.execute(db);
  return rows[0]?.held ?? false;
}

export function heldMailboxChanges(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('people.mailbox_change')
    .select(['old_email', 'new_email', 'made_at', 'done_at', 'undone_at'])
    .where('person_id', '=', id)
    .orderBy('made_at')
    .execute();
}

function toChange(row: {
  id: string;
  person_id: string;
  old_email: string;
  new_email: string;
  expires_at: Date;
  done_at: Date | null;
  undone_at: Date | null;
  undo_until: Date | null;
}) {
  return {
    id: row.id,
    personId: row.person_id,
    oldEmail: row.old_email,
    newEmail: row.new_email,
    expiresAt: row.expires_at,
    doneAt: row.done_at,
    undoneAt: row.undone_at,
    undoUntil: row.undo_until,
  };
}

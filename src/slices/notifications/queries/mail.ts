import type { QueueRow, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords } from '../../../platform/dates.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';

export async function recordedEvent(db: Db, id: string): Promise<Recorded> {
  const row = await db
    .selectFrom('platform.event')
    .select(['id', 'name', 'at', 'organisation_id', 'actor_person_id', 'payload'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('event'));
  return {
    id: row.id,
    name: row.name,
    at: row.at,
    organisationId: row.organisation_id,
    actorPersonId: row.actor_person_id,
    payload: isRecord(row.payload) ? row.payload : {},
  };
}

/** How one mail fares; neither to whom nor about what. */
export async function mailState(db: Db, id: string) {
  const row = await db
    .selectFrom('platform.mail_state')
    .select(['kind', 'state', 'done_at as doneAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('mail'));
  return row;
}

/** Mail that no server took, the newest first; neither to whom nor about what. */
export async function failedMail(ctx: Ctx, limit: number): Promise<{ total: number; rows: QueueRow[] }> {
  const failed = ctx.db.open.selectFrom('platform.mail_state').where('state', '=', 'failed');
  const { total } = await failed.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await failed
    .select(['id', 'kind', 'last_error', 'at', 'attempts'])
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return {
    total,
    rows: rows.map((row) => ({
      id: String(row.id),
      title: row.kind === 'sign-in' ? 'A sign-in code' : 'A message about something that happened',
      text: [
        row.at ? `Written on ${dayWords(row.at, ctx.now)}, tried ${row.attempts} times.` : '',
        row.last_error ?? '',
      ].join(' '),
      late: true,
      ...(row.at ? { at: row.at } : {}),
    })),
  };
}

/** Mailboxes from which mail came back, the newest first: about whom, and why; not which. */
export async function deadMailboxes(ctx: Ctx, limit: number): Promise<{ total: number; rows: QueueRow[] }> {
  const dead = ctx.db.open.selectFrom('notifications.dead_mailbox');
  const { total } = await dead.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await dead
    .select(['id', 'organisation_id', 'why', 'times', 'first_at'])
    .orderBy('last_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      title: row.organisation_id ? 'A mailbox of a group' : 'A mailbox of somebody',
      text: `${row.why} Mail came back ${row.times === 1 ? 'once' : `${row.times} times`}, first on ${dayWords(row.first_at, ctx.now)}.`,
      late: false,
      at: row.first_at,
      ...(row.organisation_id ? { waitsFor: row.organisation_id } : {}),
    })),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

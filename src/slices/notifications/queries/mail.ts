import type { QueueRow, Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayWords } from '../../../platform/dates.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { organisations } from '../../register/urls.ts';

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
    .leftJoin('register.organisation_card as card', 'card.id', 'organisation_id')
    .select(['notifications.dead_mailbox.id', 'organisation_id', 'why', 'times', 'first_at'])
    .select(['card.name', 'card.state', 'card.phone', 'card.home_centre_id'])
    .orderBy('last_at', 'desc')
    .orderBy('notifications.dead_mailbox.id')
    .limit(limit)
    .execute();
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      title: row.organisation_id ? `A mailbox of ${row.name || 'a group'}` : 'A mailbox of somebody',
      ...(row.organisation_id && row.state === 'active'
        ? { url: organisations.one(row.organisation_id, row.name ?? '') }
        : {}),
      text: `${row.why} Mail came back ${row.times === 1 ? 'once' : `${row.times} times`}, first on ${dayWords(row.first_at, ctx.now)}.`,
      late: false,
      at: row.first_at,
      ...ringFirst(row),
    })),
  };
}

/** The group itself, or its home centre where the group has no telephone. */
function ringFirst(row: {
  organisation_id: string | null;
  phone: string | null;
  home_centre_id: string | null;
}) {
  const id = row.phone ? row.organisation_id : (row.home_centre_id ?? row.organisation_id);
  return id ? { waitsFor: id } : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { sql } from 'kysely';
import type { Ctx } from './ctx.ts';
import type { Tx } from './db/open.ts';
import type { EventName } from './words.ts';

/**
 * Writes down who did what, when and why, in the transaction of the change; lets the slices below react in the same
 * transaction; and enqueues the messages that follow from it.
 */
export async function record<Payload extends Record<string, unknown>>(
  tx: Tx,
  ctx: Ctx,
  what: EventName<Payload>,
  payload: Payload,
  about: { organisationId?: string; reason?: string } = {},
): Promise<void> {
  await recordAll(tx, ctx, what, [{ payload, ...about }]);
}

interface Happened<Payload> {
  payload: Payload;
  organisationId?: string;
  reason?: string;
}

/** The same for many things of one kind that happened together, in as many statements as for one. */
export async function recordAll<Payload extends Record<string, unknown>>(
  tx: Tx,
  ctx: Ctx,
  what: EventName<Payload>,
  happened: readonly Happened<Payload>[],
): Promise<void> {
  if (happened.length === 0) return;
  const written = happened.map(({ payload, organisationId, reason }) => ({
    reason: reason ?? null,
    event: {
      id: ctx.newId(),
      name: what.name,
      at: ctx.now,
      organisationId: organisationId ?? null,
      actorPersonId: ctx.actor.personId ?? null,
      payload,
    },
  }));
  const rows = written.map(({ event, reason }) => ({ ...event, reason }));
  await sql`insert into platform.event (id, name, at, machine_at, actor_kind, actor_person_id, organisation_id, payload,
      reason)
    select id, ${what.name}, ${ctx.now}, ${ctx.machineNow}, ${ctx.actor.kind}, "actorPersonId", "organisationId", payload,
      reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as happened(id uuid, "actorPersonId" uuid, "organisationId" uuid, payload jsonb, reason text)`.execute(
    tx,
  );
  const hearers = ctx.house.subscribers.filter(
    ({ events }) => events === 'all' || events.includes(what.name),
  );
  for (const { event } of written) for (const { hear } of hearers) await hear(tx, ctx, event);
  if (!ctx.house.eventsWithMessages.has(what.name)) return;
  const jobs = written.map(({ event }) => ({ eventId: event.id }));
  const [only] = jobs;
  if (only && jobs.length === 1) return addJob(tx, 'write-messages', only);
  await sql`select platform.add_jobs('write-messages', ${JSON.stringify(jobs)}::jsonb)`.execute(tx);
}

/** A job is a row of the same transaction: it happens if and only if the change did. */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Record<string, unknown>,
  key?: string,
): Promise<void> {
  await sql`select platform.add_job(${task}, ${JSON.stringify(payload)}::jsonb, ${key ?? null})`.execute(tx);
}

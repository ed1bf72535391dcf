import { sql } from 'kysely';
import type { Recorded } from './contributions.ts';
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
  const event: Recorded = {
    id: ctx.newId(),
    name: what.name,
    at: ctx.now,
    organisationId: about.organisationId ?? null,
    actorPersonId: ctx.actor.personId ?? null,
    payload,
  };
  await tx
    .insertInto('platform.event')
    .values({
      id: event.id,
      name: event.name,
      at: event.at,
      machine_at: ctx.machineNow,
      actor_kind: ctx.actor.kind,
      actor_person_id: event.actorPersonId,
      organisation_id: event.organisationId,
      payload: JSON.stringify(payload),
      reason: about.reason ?? null,
    })
    .execute();

  for (const subscriber of ctx.house.subscribers) {
    const hears = subscriber.events === 'all' || subscriber.events.includes(event.name);
    if (hears) await subscriber.hear(tx, ctx, event);
  }
  if (ctx.house.eventsWithMessages.has(event.name)) {
    await addJob(tx, 'write-messages', { eventId: event.id });
  }
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

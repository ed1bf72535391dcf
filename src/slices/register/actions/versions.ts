import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { type Actor, hasPositionAt } from '../../../platform/permit.ts';
import { centreOf } from '../permits/keeping.ts';
import { organisation } from '../queries/organisation.ts';
import type { Organisation, Service } from '../words/records.ts';
import type { Way } from '../words/versions.ts';

/** By what way and why something changes, where it is more than somebody pressing “Save”. */
export interface How {
  way?: Way;
  reason?: string;
}

/** Keeps how a record reads now, just before it changes, in the transaction of the change. */
export async function keepVersion(tx: Tx, ctx: Ctx, one: Organisation, how: How = {}): Promise<void> {
  const { way, centreId } = wayOf(ctx.actor, one, how.way);
  await sql`insert into register.version (id, thing_kind, thing_id, organisation_id, number, was, until_at, way,
      person_id, centre_id, reason)
    select ${ctx.newId()}, 'organisation', record.id, record.id, record.version, register.as_written(record), ${ctx.now},
      ${way}, ${ctx.actor.personId ?? null}, ${centreId}, ${how.reason ?? ''}
    from register.organisation as record where record.id = ${one.id}`.execute(tx);
}

/** The same of something it offers. */
export async function keepServiceVersion(tx: Tx, ctx: Ctx, one: Service, how: How = {}): Promise<void> {
  const { way, centreId } = wayOf(ctx.actor, await organisation(tx, one.organisationId), how.way);
  await sql`insert into register.version (id, thing_kind, thing_id, organisation_id, number, was, until_at, way,
      person_id, centre_id, reason)
    select ${ctx.newId()}, 'service', record.id, record.organisation_id, record.version, register.as_written(record),
      ${ctx.now}, ${way}, ${ctx.actor.personId ?? null}, ${centreId}, ${how.reason ?? ''}
    from register.service as record where record.id = ${one.id}`.execute(tx);
}

/** A whole batch of a list in one statement. What is new has no earlier version. */
export async function keepImported(tx: Tx, ctx: Ctx, ids: readonly string[], source: string): Promise<void> {
  const rows = JSON.stringify(ids.map((thing) => ({ id: ctx.newId(), thing })));
  await sql`insert into register.version (id, thing_kind, thing_id, organisation_id, number, was, until_at, way, reason)
    select given.id, 'organisation', record.id, record.id, record.version, register.as_written(record), ${ctx.now},
      'import', ${source}
    from json_to_recordset(${rows}::json) as given (id uuid, thing uuid)
    join register.organisation as record on record.id = given.thing`.execute(tx);
}

/** Of services only those whose words differ: a list gives all of them each time. */
export async function keepImportedServices(
  tx: Tx,
  ctx: Ctx,
  changes: readonly { id: string }[],
  source: string,
): Promise<void> {
  const rows = JSON.stringify(changes.map(({ id: thing, ...now }) => ({ id: ctx.newId(), thing, now })));
  await sql`insert into register.version (id, thing_kind, thing_id, organisation_id, number, was, until_at, way, reason)
    select given.id, 'service', record.id, record.organisation_id, record.version, was, ${ctx.now}, 'import', ${source}
    from json_to_recordset(${rows}::json) as given (id uuid, thing uuid, now jsonb)
    join register.service as record on record.id = given.thing
    cross join lateral (select register.as_written(record) as was) as written
    where not was @> (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(given.now)
      where was ? key)`.execute(tx);
}

export function sourcesIn(rows: readonly { row: { source: string } }[]): string {
  return [...new Set(rows.map(({ row }) => row.source))].join(', ');
}

function wayOf(
  actor: Actor,
  one: Pick<Organisation, 'id' | 'homeCentreId'>,
  given: Way | undefined,
): { way: Way; centreId: string | null } {
  const isOwn = hasPositionAt(actor, one.id);
  const centreId = isOwn ? null : (centreOf(actor) ?? null);
  return { way: given ?? (isOwn ? 'group' : centreId ? 'centre' : 'other'), centreId };
}

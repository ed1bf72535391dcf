import { sql } from 'kysely';
import { machineNow } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db/open.ts';
import type { Thing, ThingKind } from '../words/import-undo.ts';

/** Where it is noted what an import changes, so that it can be taken back; without an import nothing is. */
export type Journal = string | undefined;

/**
 * Does what changes these things, and notes how they were before it and how they are after it. What stays as it was
 * leaves no note. The main places of the organisations are noted with them.
 */
export async function noting<Result>(
  tx: Tx,
  importId: Journal,
  things: readonly Thing[],
  change: () => Promise<Result>,
): Promise<Result> {
  if (importId === undefined || things.length === 0) return change();
  await noteBefore(tx, importId, things);
  const result = await change();
  await noteAfter(tx, importId, things);
  return result;
}

export function thingsOf(kind: ThingKind, ids: Iterable<string>): Thing[] {
  return [...new Set(ids)].map((id) => ({ kind, id }));
}

function touched(things: readonly Thing[]) {
  return sql`(select kind, id from unnest(${things.map((one) => one.kind)}::text[],
      ${things.map((one) => one.id)}::uuid[]) as given (kind, id)
    union select 'location', id from register.location
      where main and organisation_id = any(${organisationsIn(things)}::uuid[])) as thing`;
}

function organisationsIn(things: readonly Thing[]): string[] {
  return things.filter(({ kind }) => kind === 'organisation').map(({ id }) => id);
}

async function noteBefore(tx: Tx, importId: string, things: readonly Thing[]): Promise<void> {
  await sql`insert into register.import_change (import_id, kind, thing_id, was, noted_at)
    select ${importId}, kind, id, register.thing_state(kind, id), ${machineNow()} from ${touched(things)}
    on conflict do nothing`.execute(tx);
}

async function noteAfter(tx: Tx, importId: string, things: readonly Thing[]): Promise<void> {
  await sql`insert into register.import_change as change (import_id, kind, thing_id, organisation_id, became, noted_at)
    select ${importId}, kind, id,
      case kind when 'organisation' then id else (state -> 'row' ->> 'organisation_id')::uuid end,
      register.state_digest(state), ${machineNow()}
    from ${touched(things)}, lateral (select register.thing_state(kind, id) as state offset 0) as now
    on conflict (import_id, kind, thing_id) do update
      set organisation_id = excluded.organisation_id, became = excluded.became`.execute(tx);
  await sql`delete from register.import_change as change using ${touched(things)}
    where change.import_id = ${importId} and change.kind = thing.kind and change.thing_id = thing.id
      and change.was is not null and change.was = register.thing_state(thing.kind, thing.id)`.execute(tx);
}

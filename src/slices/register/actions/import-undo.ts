import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { importUndone } from '../events.ts';
import { canImport } from '../permits.ts';
import { changedGroups, nextToSettle } from '../queries/import-undo.ts';
import { keepAll, settle } from '../rules/import-undo.ts';
import type { Settled, StandingChange, ThingKind } from '../words/import-undo.ts';
import { placesAsBefore, recordsAsBefore, servicesAsBefore } from './import-undo-write.ts';

/** Takes back what an import did to the next few organisations, in the caller's transaction. Nothing left: no things. */
export async function takeBack(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  { limit, keepBecause }: { limit: number; keepBecause?: string },
): Promise<{ undone: number; kept: number }> {
  permit(canImport(ctx.actor));

  const organisationIds = await nextToSettle(tx, importId, limit);
  if (organisationIds.length === 0) return { undone: 0, kept: 0 };
  const serviceIds = await lockAll(tx, organisationIds);
  const settled = (await changedGroups(tx, importId, organisationIds)).map((group) =>
    keepBecause === undefined ? settle(group) : keepAll(group.changes, keepBecause),
  );
  const undone = settled.flatMap((one) => one.undone);
  await writeBack(tx, ctx, importId, undone);
  await noteSettled(tx, importId, settled);
  const kept = settled.flatMap((one) => one.kept);
  if (undone.length > 0) {
    const payload = { importId, organisationIds, serviceIds, undone: undone.length, kept: kept.length };
    await record(tx, ctx, importUndone, payload);
  }
  return { undone: undone.length, kept: kept.length };
}

/** Whoever changes one of these waits until they are as before, or we wait and see what was changed. */
async function lockAll(tx: Tx, organisationIds: readonly string[]): Promise<string[]> {
  await sql`select id from register.organisation where id = any(${organisationIds}::uuid[])
    order by id for update`.execute(tx);
  await sql`select id from register.location where organisation_id = any(${organisationIds}::uuid[])
    order by id for update`.execute(tx);
  const { rows } = await sql<{ id: string }>`select id from register.service
    where organisation_id = any(${organisationIds}::uuid[]) order by id for update`.execute(tx);
  return rows.map((row) => row.id);
}

async function writeBack(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  undone: readonly StandingChange[],
): Promise<void> {
  const which = (kind: ThingKind) => ({
    importId,
    made: undone.filter((one) => one.kind === kind && one.isNew).map(({ id }) => id),
    met: undone.filter((one) => one.kind === kind && !one.isNew).map(({ id }) => id),
  });
  await servicesAsBefore(tx, ctx, which('service'));
  await placesAsBefore(tx, which('location'));
  await recordsAsBefore(tx, ctx, which('organisation'));
}

async function noteSettled(tx: Tx, importId: string, settled: readonly Settled[]): Promise<void> {
  const rows = settled.flatMap(({ undone, kept }) => [
    ...undone.map(({ kind, id }) => ({ kind, id, settled: 'undone', reason: '' })),
    ...kept.map(({ change: { kind, id }, reason }) => ({ kind, id, settled: 'kept', reason })),
  ]);
  await sql`update register.import_change as change set settled = given.settled, reason = given.reason
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (kind text, id uuid, settled text, reason text)
    where change.import_id = ${importId} and change.kind = given.kind and change.thing_id = given.id`.execute(
    tx,
  );
}

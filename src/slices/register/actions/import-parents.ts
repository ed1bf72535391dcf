import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { canImport } from '../permits.ts';
import { knownBySource } from '../queries/import.ts';
import type { ImportOptions } from './import.ts';
import { noting, thingsOf } from './import-journal.ts';

/** Puts organisations under the ones their list names: by the list's own id, or by a registered number. */
export async function setParents(
  tx: Tx,
  ctx: Ctx,
  rows: readonly { source: string; sourceId: string; parent?: string }[],
  options: ImportOptions = {},
): Promise<void> {
  permit(canImport(ctx.actor));

  const known =
    options.importId === undefined ? [] : (await knownBySource(tx, 'organisation', rows)).values();
  const things = thingsOf(
    'organisation',
    [...known].map((one) => one.thingId),
  );
  await noting(tx, options.importId, things, () => updateParents(tx, ctx, rows));
}

function updateParents(
  tx: Tx,
  ctx: Ctx,
  rows: readonly { source: string; sourceId: string; parent?: string }[],
) {
  return sql`update register.organisation as record set parent_id = parent.id, changed_at = ${ctx.now}
    from unnest(${rows.map((row) => row.source)}::text[], ${rows.map((row) => row.sourceId)}::text[],
        ${rows.map((row) => row.parent ?? '')}::text[]) as given (source, source_id, parent)
    join register.source as child on child.source = given.source and child.source_id = given.source_id
      and child.thing_kind = 'organisation'
    cross join lateral (
      select thing_id as id from register.source
        where source = given.source and source_id = given.parent and thing_kind = 'organisation'
      union all
      select organisation_id from register.identifier where scheme || '-' || number = given.parent
        and scheme = regexp_replace(given.parent, '-[^-]*$', '')
      limit 1) as parent
    where record.id = child.thing_id and record.parent_id is null and not record.claimed
      and parent.id <> record.id`.execute(tx);
}

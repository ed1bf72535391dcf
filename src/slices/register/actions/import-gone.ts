import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { servicesGone } from '../events.ts';
import { canImport } from '../permits.ts';

/**
 * Marks services that a list no longer has, when it was read to its end, and unmarks those that have come back. None is
 * deleted or closed: people are told, and somebody decides. Returns how many have gone.
 */
export async function markGone(
  tx: Tx,
  ctx: Ctx,
  { source, present }: { source: string; present: readonly string[] },
): Promise<number> {
  permit(canImport(ctx.actor));

  await sql`update register.source set gone_at = null
    where source = ${source} and thing_kind = 'service' and gone_at is not null
      and source_id = any(${[...present]}::text[])`.execute(tx);
  const { rows } = await sql<{ thing_id: string }>`update register.source set gone_at = ${ctx.now}
    where source = ${source} and thing_kind = 'service' and gone_at is null
      and source_id <> all(${[...present]}::text[])
    returning thing_id`.execute(tx);
  if (rows.length > 0) {
    const serviceIds = rows.map((row) => row.thing_id);
    await record(tx, ctx, servicesGone, { serviceIds, source });
  }
  return rows.length;
}

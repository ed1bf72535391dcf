import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { permit } from '../../../platform/permit.ts';
import { canMakeSheet } from '../permits/signpost.ts';

/**
 * Counts one sheet for each service on it. It is no event of the record, because the record keeps who acted and when:
 * here that would tell what a person is in need of. There is no row for the sheet either, so that nothing says which
 * services stood on one together.
 */
export async function makeSheet(ctx: Ctx, serviceIds: readonly string[]): Promise<void> {
  permit(canMakeSheet(ctx.actor));
  if (serviceIds.length === 0) return;

  await ctx.db.transaction(async (tx) => {
    // In the order of the ids, so that two sheets with the same services never wait for each other in a ring.
    await sql`
      insert into referrals.signpost_count as counted (service_id, day, times)
      select document.id, ${dayOf(ctx.now)}::date, 1
      from register.search_document as document
      where document.kind = 'service' and document.id = any(${[...serviceIds]}::uuid[])
      order by document.id
      on conflict (service_id, day) do update set times = counted.times + 1`.execute(tx);
  });
}

import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import type { StaleList } from '../words.ts';

/** Of each of these things the lists it came from that cannot be read now, with the last time they could. */
export async function staleOf(
  db: Db,
  ctx: Ctx,
  thingIds: readonly string[],
): Promise<Map<string, StaleList[]>> {
  const silent = new Map<string, Date | null>();
  for (const read of ctx.house.silentSources) {
    for (const { source, goodAt } of await read(db)) silent.set(source, goodAt);
  }
  const stale = new Map<string, StaleList[]>();
  if (silent.size === 0 || thingIds.length === 0) return stale;
  const rows = await db
    .selectFrom('register.given_by')
    .select(['thing_id', 'source'])
    .where('thing_id', 'in', thingIds)
    .where('source', 'in', [...silent.keys()])
    .orderBy('source')
    .execute();
  for (const { thing_id: id, source } of rows) {
    if (!id || !source) continue;
    stale.set(id, [...(stale.get(id) ?? []), { source, goodAt: silent.get(source) ?? null }]);
  }
  return stale;
}

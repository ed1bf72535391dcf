import type { Db } from '../../../platform/db/open.ts';

/** How many branches each of these has; what has none is left out. */
export async function branchCounts(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('register.branch')
    .select('parent_id')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('parent_id', 'in', [...new Set(ids)])
    .groupBy('parent_id')
    .execute();
  return new Map(rows.map((row) => [row.parent_id ?? '', row.count]));
}

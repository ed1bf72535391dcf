import type { Db } from '../../../platform/db/open.ts';

/** In how many places each of these is. */
export async function placesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('directory.place')
    .select('document_id')
    .select((q) => q.fn.countAll<number>().as('count'))
    .where('document_id', 'in', ids)
    .groupBy('document_id')
    .execute();
  return new Map(rows.map((row) => [row.document_id, row.count]));
}

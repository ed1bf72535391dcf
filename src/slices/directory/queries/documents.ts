import type { Db } from '../../../platform/db/open.ts';

/** Everything that is published and not out of date, the last changed first. */
export function allDocuments(db: Db, limit: number) {
  return db
    .selectFrom('directory.document')
    .select(['id', 'kind', 'name'])
    .where('freshness', '<>', 'none')
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

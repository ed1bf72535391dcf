import type { Db } from '../../../../platform/db/open.ts';

/** As it lies in the database: encrypted. */
export function askingOptional(db: Db, hash: Buffer): Promise<{ id: string; answers: Buffer } | undefined> {
  return db
    .selectFrom('volunteering.asking')
    .select(['id', 'answers'])
    .where('link_hash', '=', hash)
    .executeTakeFirst();
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { plain } from '../rules/terms.ts';

/** Things whose name, or another name, begins with these words. */
export async function namesStarting(
  db: Db,
  typed: string,
  limit: number,
): Promise<{ kind: string; name: string }[]> {
  const words = plain(typed).slice(0, 80);
  if (words.length < 2) return [];
  const { rows } = await sql<{ kind: string; name: string }>`
    select kind, name from (
      select kind, name, length(name) as size from directory.document
      where words @@ ${`'=n:${words}':*`}::tsquery and freshness <> 'none' limit 200) as named
    order by size, name, kind limit ${limit}`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { plain } from '../rules/terms.ts';

/** Of so many that begin with the same letters the shortest are shown. */
const looked = 60;

/** Things whose name begins with these words; where those are few, also things that have another name that does. */
export async function namesStarting(
  db: Db,
  typed: string,
  limit: number,
): Promise<{ kind: string; name: string }[]> {
  const words = plain(typed).slice(0, 80);
  if (words.length < 2) return [];
  const { rows } = await sql<{ kind: string; name: string }>`
    with begun as materialized (
      select id, kind, name from directory.document
      where directory.plain(name) collate "C" >= ${words} and directory.plain(name) collate "C" < ${`${words}\u{10ffff}`}
        and freshness <> 'none'
      order by directory.plain(name) collate "C" limit ${looked})
    select kind, name from (
      select * from begun
      union (select id, kind, name from directory.document
        where (select count(*) from begun) < ${limit} and words @@ ${`'=n:${words}':*`}::tsquery
          and freshness <> 'none' limit ${looked})) as named
    order by length(name), name, kind limit ${limit}`.execute(db);
  return rows;
}

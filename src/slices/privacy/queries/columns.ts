import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

/** How many columns of each table hold something personal or special, as the database itself says. */
export async function privateColumns(db: Db): Promise<Map<string, { personal: number; special: number }>> {
  const { rows } = await sql<{ name: string; personal: number; special: number }>`
    select format('%s.%s', nspname, relname) as name,
      count(*) filter (where said ~ '^personal')::integer as personal,
      count(*) filter (where said ~ '^special')::integer as special
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
      cross join lateral (select col_description(pg_class.oid, attnum)) as of_column (said)
    where relkind = 'r' and attnum > 0 and not attisdropped and said ~ '^(personal|special)'
    group by 1 order by 1`.execute(db);
  return new Map(rows.map(({ name, ...count }) => [name, count]));
}

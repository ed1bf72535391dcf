import { sql } from 'kysely';
import type { Standing } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';

/** How organisations stand, by the ids that were asked for: one that was merged stands as the one it is part of. */
export async function standing(db: Db, ids: readonly string[]): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Standing & { asked: string }>`
    select asked.id as asked, one.id, one.name, one.phone, one.kind, one.state, one.freshness
    from register.organisation as asked join register.organisation as one
      on one.id = coalesce(asked.merged_into, asked.id)
    where asked.id = any(${[...new Set(ids)]}::uuid[])`.execute(db);
  return new Map(rows.map(({ asked, ...one }) => [asked, one]));
}

/** The ids under which an organisation is spoken of: its own, and those of the records that are part of it now. */
export async function idsOf(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('register.organisation')
    .select('id')
    .where((one) => one.or([one('id', '=', id), one('merged_into', '=', id)]))
    .execute();
  return rows.map((row) => row.id);
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

/** Ids of what is found anew when these change: the bodies they are branches of, their branches, and their services. */
export async function relatives(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select parent_id as id from register.organisation
      where id = any(${ids}::uuid[]) and parent_id is not null and parent_link = 'branch'
    union select id from register.organisation where parent_id = any(${ids}::uuid[]) and parent_link = 'branch'
    union select id from register.service where organisation_id = any(${ids}::uuid[])`.execute(db);
  return rows.map((row) => row.id);
}

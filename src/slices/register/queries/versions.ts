import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { type Version, Written } from '../words/versions.ts';

export type ThingKind = 'organisation' | 'service';

/** How a thing read before each of its changes, the oldest first. */
export async function versionsOf(db: Db, thingId: string): Promise<Version[]> {
  const rows = await db
    .selectFrom('register.version')
    .select(['id', 'number', 'was', 'until_at', 'way', 'person_id', 'centre_id', 'reason'])
    .where('thing_id', '=', thingId)
    .orderBy('until_at')
    .orderBy('number')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    was: Written.parse(row.was),
    untilAt: row.until_at,
    way: row.way,
    personId: row.person_id,
    centreId: row.centre_id,
    reason: row.reason,
  }));
}

/** The same as a version, of the record as it stands. */
export async function writtenNow(
  db: Db,
  kind: ThingKind,
  id: string,
): Promise<{ written: Written; createdAt: Date }> {
  const { rows } =
    kind === 'organisation'
      ? await sql<{
          written: unknown;
          created_at: Date;
        }>`select register.as_written(record) as written, created_at
          from register.organisation as record where id = ${id}`.execute(db)
      : await sql<{
          written: unknown;
          created_at: Date;
        }>`select register.as_written(record) as written, created_at
          from register.service as record where id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) throw notFound(kind)();
  return { written: Written.parse(row.written), createdAt: row.created_at };
}

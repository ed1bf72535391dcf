import { sql } from 'kysely';
import { CannotRun } from '../engine/cannot-run.ts';
import type { Db } from './open.ts';

/** Row-level security is nothing to a superuser: no page or job may run as one, nor as one who can become one. */
export async function refuseStrongLogin(
  setting: 'DATABASE_URL' | 'DATABASE_JOBS_URL',
  db: Db,
): Promise<void> {
  const { rows } = await sql<{ name: string; strong: boolean }>`
    select current_user as name, exists (select from pg_roles
      where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'member')) as strong`.execute(db);
  const [login] = rows;
  if (!login?.strong) return;
  throw new CannotRun(
    `${setting} signs in as ${login.name}, who may see every row whatever its rules. ` +
      'Give it a login of its own that is neither superuser nor BYPASSRLS.',
  );
}

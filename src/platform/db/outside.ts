import { CannotRun } from '../engine/cannot-run.ts';
import { newClient } from '../engine/client.ts';

const oldest = 15;

interface Logins {
  readonly owner: string;
  readonly web: string;
  readonly jobs: string;
}

interface Found {
  login: string;
  version: number;
  encoding: string;
  superuser: boolean;
  groups: string[];
}

/** An outside server is somebody else's: each login is tried before anything is changed there. */
export async function refuseUnfitServer({ owner, web, jobs }: Logins): Promise<void> {
  const looks = [
    look('DATABASE_OWNER_URL', owner),
    look('DATABASE_URL', web),
    look('DATABASE_JOBS_URL', jobs),
  ] as const;
  // Whoever is refused goes on only when all three have left the server again.
  await Promise.allSettled(looks);
  const [ofOwner, ofWeb, ofJobs] = await Promise.all(looks);
  const { login, version, encoding, superuser } = ofOwner;
  if (version < oldest)
    throw new CannotRun(`That server is PostgreSQL ${version}. Joinery needs ${oldest} or newer.`);
  if (encoding !== 'UTF8')
    throw new CannotRun(
      `That database is written in ${encoding}. Make it again: ` +
        `create database joinery encoding 'UTF8' template template0`,
    );
  if (!superuser)
    throw new CannotRun(
      `DATABASE_OWNER_URL signs in as ${login}, who is no superuser there. Making the tables and their rules needs one.`,
    );
  refuseStranger('DATABASE_URL', ofWeb, 'joinery_web');
  refuseStranger('DATABASE_JOBS_URL', ofJobs, 'joinery_jobs');
}

function refuseStranger(setting: string, { login, groups }: Found, group: string): void {
  if (groups.includes(group)) return;
  throw new CannotRun(
    `${setting} signs in as ${login}, who is no member of ${group}. docs/running.md has the lines that make both.`,
  );
}

async function look(setting: string, url: string): Promise<Found> {
  const client = newClient(url, { connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<Found>(`
      select current_user as login, current_setting('server_version_num')::int / 10000 as version,
        current_setting('server_encoding') as encoding,
        (select rolsuper from pg_roles where rolname = current_user) as superuser,
        array(select rolname::text from pg_roles where pg_has_role(current_user, oid, 'member')) as groups`);
    const [found] = rows;
    if (!found) throw new Error('it answers nothing');
    return found;
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    throw new CannotRun(`The database is not reached by ${setting}: ${why}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

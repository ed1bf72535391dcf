import type pg from 'pg';
import { newClient } from './client.ts';
import type { Passwords } from './engine-file.ts';

const groups = ['joinery_web', 'joinery_jobs', 'joinery_publisher'];

/** The roles and the database that migrations and the server expect; what is there already stays as it is. */
export async function makeRoles(
  ownerUrl: string,
  options: { passwords: Passwords; renew: boolean },
): Promise<void> {
  const { passwords, renew } = options;
  const client = newClient(ownerUrl);
  await client.connect();
  try {
    for (const name of groups) await makeMissing(client, name, 'nologin');
    await makeLogin(client, { name: 'joinery_web', password: passwords.web, renew });
    await makeLogin(client, { name: 'joinery_jobs', password: passwords.jobs, renew });
    const { rows } = await client.query(`select from pg_database where datname = 'joinery'`);
    if (rows.length === 0) await client.query('create database joinery owner joinery_owner');
  } finally {
    await client.end();
  }
}

async function makeLogin(
  client: pg.Client,
  login: { name: string; password: string; renew: boolean },
): Promise<void> {
  const role = `${login.name}_login`;
  const password = `password ${client.escapeLiteral(login.password)}`;
  await makeMissing(client, role, `login nosuperuser nobypassrls in role ${login.name} ${password}`);
  if (login.renew) await client.query(`alter role ${role} ${password}`);
}

async function makeMissing(client: pg.Client, name: string, words: string): Promise<void> {
  const { rows } = await client.query('select from pg_roles where rolname = $1', [name]);
  if (rows.length === 0) await client.query(`create role ${name} ${words}`);
}

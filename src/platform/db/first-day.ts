import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from './open.ts';
import { inOwnersTransaction, quoted } from './owner.ts';

const slices = [
  'platform',
  'network',
  'people',
  'areas',
  'loops',
  'privacy',
  'register',
  'directory',
  'notifications',
  'interchange',
  'hub',
  'referrals',
  'volunteering',
  'support',
  'duplicates',
  'neighbours',
];

/** What tells of this database rather than of the network in it. */
const ofTheMachine = ['platform.migration', 'platform.transaction_shift', 'platform.backup'];

/** Keeps a copy of every row, in a schema of its own, so that a practice network can go back to it. */
export async function keepFirstDay(ownerUrl: string): Promise<void> {
  await inOwnersTransaction(ownerUrl, async (client) => {
    await client.query('drop schema if exists first_day cascade; create schema first_day');
    for (const table of await tables(client)) {
      await client.query(`create table first_day.${quoted(table.copy)} as table ${table.name}`);
    }
  });
}

export async function hasFirstDay(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regnamespace('first_day') is not null as there`.execute(db);
  return rows[0]?.there ?? false;
}

/** Puts back the rows that `keepFirstDay` kept. Foreign keys rest meanwhile, because the copy is whole. */
export async function backToFirstDay(ownerUrl: string): Promise<void> {
  await inOwnersTransaction(ownerUrl, async (client) => {
    const all = await tables(client);
    await client.query(`set local session_replication_role = replica; set local lock_timeout = '4s';
      truncate ${all.map((table) => table.name).join(', ')}, graphile_worker._private_jobs`);
    for (const table of all) {
      const columns = await keptColumns(client, table.copy);
      if (columns === '') continue;
      await client.query(`insert into ${table.name} (${columns}) select ${columns}
        from first_day.${quoted(table.copy)}`);
    }
  });
}

interface Kept {
  name: string;
  copy: string;
}

/** Only what the copy has: a column or table that came later takes its default. */
async function keptColumns(client: pg.Client, copy: string): Promise<string> {
  const { rows } = await client.query<{ columns: string | null }>(
    `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
     from information_schema.columns where table_schema = 'first_day' and table_name = $1`,
    [copy],
  );
  return rows[0]?.columns ?? '';
}

async function tables(client: pg.Client): Promise<Kept[]> {
  const { rows } = await client.query<{ schema: string; table: string }>(
    `select table_schema as schema, table_name as table from information_schema.tables
     where table_schema = any($1) and table_type = 'BASE TABLE'
       and format('%s.%s', table_schema, table_name) <> all($2) order by 1, 2`,
    [slices, ofTheMachine],
  );
  return rows.map(({ schema, table }) => ({
    name: `${quoted(schema)}.${quoted(table)}`,
    copy: `${schema}_${table}`,
  }));
}

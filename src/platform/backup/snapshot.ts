import type pg from 'pg';
import { quoted } from '../db/owner.ts';
import type { KeptTable, Manifest } from './manifest.ts';

/** Rows look the same whatever a server or a login is set to. */
export const plainSettings = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
  set bytea_output = 'hex'; set extra_float_digits = 1; set client_encoding = 'UTF8'; set row_security = off;
  set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`;

/** Tables that tell of one database rather than of the network in it. */
const left = ['platform.migration', 'platform.backup'];

export type Table = Pick<KeptTable, 'schema' | 'table' | 'columns'>;

/** Every table of ours. What columns work out for themselves is left to them. */
export async function tables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select nspname::text as schema, relname::text as table, array(
        select attname::text from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
      ) as columns
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind = 'r' and relpersistence = 'p' and nspname !~ '^pg_'
       and nspname not in ('information_schema', 'graphile_worker', 'joinery_restoring')
       and format('%s.%s', nspname, relname) <> all($1)
     order by 1, 2`,
    [left],
  );
  return rows;
}

export async function sequences(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select schemaname::text as schema, sequencename::text as name from pg_sequences
     where schemaname !~ '^pg_' and schemaname <> 'graphile_worker' order by 1, 2`,
  );
  const found: Manifest['sequences'] = [];
  for (const { schema, name } of rows) {
    const { rows: at } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted(schema)}.${quoted(name)}`,
    );
    for (const { value, called } of at) found.push({ schema, name, value, called });
  }
  return found;
}

export function copyTable({ schema, table, columns }: Table): string {
  return `copy ${nameOf({ schema, table })} (${columns.map(quoted).join(', ')})`;
}

export function nameOf({ schema, table }: { schema: string; table: string }): string {
  return `${quoted(schema)}.${quoted(table)}`;
}

/** A job as it can be added again, also to a newer queue. One that somebody works at now is added as waiting. */
export const jobColumns = `task text, payload json, queue text, run_at timestamptz, max_attempts integer, key text,
  priority integer, attempts integer, last_error text`;

export const copyJobs = `copy (
  select tasks.identifier, payload, queues.queue_name, run_at, max_attempts, key, priority, attempts, last_error
  from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
    left join graphile_worker._private_job_queues as queues on queues.id = jobs.job_queue_id
  order by jobs.id) to stdout`;

export async function lastSeal(client: pg.Client): Promise<Manifest['seal']> {
  const { rows } = await client.query<{ number: number; hash: string }>(
    `select number, encode(hash, 'hex') as hash from platform.seal order by number desc limit 1`,
  );
  return rows[0] ?? null;
}

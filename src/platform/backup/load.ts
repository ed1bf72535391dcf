import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { CopyIn, CopyOut } from '../db/copy.ts';
import { migrate, migrations } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { asOwner, inOwnersTransaction, quoted } from '../db/owner.ts';
import { CannotRun } from '../engine/cannot-run.ts';
import { firstBrokenSeal } from '../seal.ts';
import type { Backup, Manifest } from './manifest.ts';
import { copyTable, jobColumns, lastSeal, nameOf, plainSettings, tables } from './snapshot.ts';
import { counting } from './take.ts';

type Say = (line: string) => void;

interface Options {
  readonly say: Say;
  /** Breaks it off. */
  readonly signal?: AbortSignal | undefined;
}

/** Refuses a backup whose schema this program does not know. */
export async function refuseNewerBackup({ folder, manifest }: Backup): Promise<void> {
  const known = new Map((await migrations()).map(({ name, digest }) => [name, digest]));
  const stranger = manifest.migrations.find(({ name, digest }) => known.get(name) !== digest);
  if (!stranger) return;
  throw new CannotRun(
    `${folder} was made by Joinery ${manifest.program}, whose ${stranger.name} this one does not have. ` +
      'Restore it with that version or a newer one.',
  );
}

/**
 * Makes an empty database into what the backup holds, compares every row with it, then brings it to the newest schema.
 * Returns the number of the first seal of the record that does not prove what stands there, if there is one.
 */
export async function load(
  ownerUrl: string,
  backup: Backup,
  { say, signal }: Options,
): Promise<number | undefined> {
  const { manifest } = backup;
  await migrate(ownerUrl, { say, only: new Set(manifest.migrations.map(({ name }) => name)) });
  await inOwnersTransaction(ownerUrl, (client) => fill(client, backup, say), signal);
  say('Comparing every row with the backup');
  await asOwner(ownerUrl, (client) => compare(client, manifest), signal);
  const broken = await brokenSeal(ownerUrl);
  await migrate(ownerUrl, { say });
  await asOwner(ownerUrl, async (client) => {
    await goOnBehind(client);
    await client.query('analyze');
  });
  return broken;
}

async function fill(client: pg.Client, { folder, manifest }: Backup, say: Say): Promise<void> {
  await client.query(plainSettings);
  // Foreign keys rest meanwhile: the rows are those of one moment.
  await client.query('set local session_replication_role = replica');
  await makeFirstDay(client, manifest);
  const there = await tables(client);
  await client.query(`truncate ${there.map(nameOf).join(', ')}`);
  for (const table of manifest.tables) {
    say(`Filling ${table.schema}.${table.table}`);
    await take(client, join(folder, table.file), `${copyTable(table)} from stdin`);
  }
  for (const { schema, name, value, called } of manifest.sequences) {
    await client.query('select setval(format($1, $2::text, $3::text)::regclass, $4::bigint, $5)', [
      '%I.%I',
      schema,
      name,
      value,
      called,
    ]);
  }
  await client.query('set local session_replication_role = origin');
  await fillQueue(client, join(folder, manifest.jobs.file));
}

/** The tables of a practice network's first day are made by the program, not by a migration. */
async function makeFirstDay(client: pg.Client, manifest: Manifest): Promise<void> {
  const copies = manifest.tables.filter(({ schema }) => schema === 'first_day');
  if (copies.length === 0) return;
  const all = await tables(client);
  await client.query('create schema first_day');
  for (const copy of copies) {
    const of = all.find(({ schema, table }) => `${schema}_${table}` === copy.table);
    if (!of) throw new CannotRun(`The backup holds first_day.${copy.table}, a copy of no table there is.`);
    const columns = copy.columns.map(quoted).join(', ');
    await client.query(`create table ${nameOf(copy)} as select ${columns} from ${nameOf(of)} with no data`);
  }
}

async function fillQueue(client: pg.Client, file: string): Promise<void> {
  await client.query(`create temporary table waiting (${jobColumns}) on commit drop`);
  await take(client, file, 'copy waiting from stdin');
  await client.query(`
    create temporary table added on commit drop as
      select (graphile_worker.add_job(task, payload, queue, run_at, max_attempts, key, priority)).id,
        waiting.attempts, waiting.last_error
      from waiting`);
  await client.query(`update graphile_worker._private_jobs as jobs
    set attempts = added.attempts, last_error = added.last_error from added where added.id = jobs.id`);
}

/** This cluster counts its transactions from a lower number than the record ends with: from now on it adds to it. */
async function goOnBehind(client: pg.Client): Promise<void> {
  await client.query(`
    insert into platform.transaction_shift (one, ahead)
    select true, greatest(0, 1 - pg_current_xact_id()::text::bigint + greatest(
      (select coalesce(max(transaction)::text::bigint, 0) from platform.event),
      (select coalesce(max(transactions_before)::text::bigint, 0) from platform.seal)))
    on conflict (one) do update set ahead = excluded.ahead`);
}

async function take(client: pg.Client, file: string, text: string): Promise<void> {
  await pipeline(createReadStream(file), createGunzip(), client.query(new CopyIn(text)));
}

async function compare(client: pg.Client, manifest: Manifest): Promise<void> {
  await client.query(plainSettings);
  for (const table of manifest.tables) {
    const rows = client.query(new CopyOut(`${copyTable(table)} to stdout`));
    const content = counting();
    await pipeline(rows, content.stream, nowhere());
    if (rows.rows === table.rows && content.digest() === table.content) continue;
    throw new CannotRun(
      `${table.schema}.${table.table} is not what the backup holds: ${rows.rows} rows in place of ${table.rows}, ` +
        'or other words in them.',
    );
  }
  const seal = await lastSeal(client);
  if (JSON.stringify(seal) !== JSON.stringify(manifest.seal)) {
    throw new CannotRun('The record does not end with the seal that the backup names.');
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

async function brokenSeal(ownerUrl: string): Promise<number | undefined> {
  const database = openDatabase(ownerUrl, { max: 1 });
  try {
    return await firstBrokenSeal(database.open);
  } finally {
    await database.close();
  }
}

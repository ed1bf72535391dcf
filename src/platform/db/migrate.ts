import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { CannotRun } from '../engine/cannot-run.ts';
import { projectRoot } from '../root.ts';
import { asOwner } from './owner.ts';

/** Any number that no other program on the same database uses: one migrator at a time. */
const migrationLock = 735_201_118;

interface Migration {
  name: string;
  text: string;
  digest: string;
}

interface Options {
  readonly say?: (line: string) => void;
  /** Names those to run: a backup is loaded into the schema it was taken from. */
  readonly only?: ReadonlySet<string>;
  /** Runs before the first change to a database that holds something already; what it throws stops the change. */
  readonly before?: (first: string) => Promise<void>;
}

/**
 * Brings a database to the newest schema, forward only, each file in a transaction of its own.
 * The owner login has to bypass row-level security: forced policies would otherwise hide rows from a migration.
 */
export async function migrate(
  ownerUrl: string,
  { say = () => undefined, only, before }: Options = {},
): Promise<void> {
  const all = await migrations();
  await asOwner(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const done = await alreadyDone(client);
    refuseNewerDatabase(all, done);
    const wanted = all.filter(({ name }) => only?.has(name) ?? true);
    const waiting = wanted.filter((migration) => !isDone(migration, done));
    const [first] = waiting;
    if (first && done.size > 0) await before?.(first.name);
    if (done.size === 0 || waiting.length > 0) await workerTables(ownerUrl);
    for (const migration of waiting) {
      say(`Changing the database: ${migration.name}`);
      await run(client, migration);
    }
  });
}

/** All there are, in their order. */
export async function migrations(): Promise<Migration[]> {
  const folder = join(projectRoot, 'db/migrations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return { name, text, digest: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function alreadyDone(client: pg.Client): Promise<Map<string, string>> {
  await client.query('create schema if not exists platform');
  await client.query(`create table if not exists platform.migration (
    name text primary key, digest text not null, at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; digest: string }>(
    'select name, digest from platform.migration',
  );
  return new Map(rows.map((row) => [row.name, row.digest]));
}

/** What a newer program made of a database this one cannot know. */
function refuseNewerDatabase(all: readonly Migration[], done: ReadonlyMap<string, string>): void {
  const known = new Set(all.map(({ name }) => name));
  const stranger = [...done.keys()].sort().find((name) => !known.has(name));
  if (!stranger) return;
  throw new CannotRun(
    `This database was used by a newer Joinery, which made ${stranger}. Start that version again, or restore a ` +
      'backup from before the change into a new data folder: bin/joinery restore FOLDER.',
  );
}

function isDone(migration: Migration, done: Map<string, string>): boolean {
  const digest = done.get(migration.name);
  if (digest && digest !== migration.digest) {
    throw new CannotRun(
      `${migration.name} was changed after it ran on this database. Write a new migration instead.`,
    );
  }
  return digest !== undefined;
}

/** Who waits for a lock makes everybody else wait behind it, so we let go soon and try again. */
const lockTries = 60;

async function run(client: pg.Client, migration: Migration): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await runOnce(client, migration);
    } catch (error) {
      const isLocked = error instanceof Error && 'code' in error && error.code === '55P03';
      if (!isLocked || tries === lockTries)
        throw new Error(`${migration.name} could not be run.`, { cause: error });
    }
    await pause(500);
  }
}

async function runOnce(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query(`begin; set local lock_timeout = '2s'`);
    await client.query(migration.text);
    await client.query('insert into platform.migration (name, digest) values ($1, $2)', [
      migration.name,
      migration.digest,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/**
 * The job queue brings its own tables; our policies on them are in the migrations that follow. It goes on where somebody
 * killed it half way, and does nothing when all are there.
 */
async function workerTables(connectionString: string): Promise<void> {
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString });
}

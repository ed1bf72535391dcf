import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuseUnfitServer } from '../db/outside.ts';
import { asOwner, quoted } from '../db/owner.ts';
import { CannotRun } from '../engine/cannot-run.ts';
import { openEngine } from '../engine/engine.ts';
import { stop } from '../engine/postmaster.ts';
import { holdFolder } from '../engine/server-lock.ts';
import { load, refuseNewerBackup } from './load.ts';
import { type Backup, checkFiles } from './manifest.ts';
import { isHalfRestored, markerIn } from './unfinished.ts';

type Say = (line: string) => void;

interface Place {
  readonly dataFolder: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly database?: { owner: string; web: string; jobs: string };
}

/**
 * Makes a new network out of a backup, in an empty or absent data folder or an empty outside database. Everything is
 * checked before anything is written. Returns the first seal that proves nothing, if there is one.
 */
export async function restore(backup: Backup, place: Place, say: Say): Promise<number | undefined> {
  await refuseNewerBackup(backup);
  say('Checking every file of the backup');
  await checkFiles(backup);
  return place.database ? intoDatabase(backup, place.database, say) : intoFolder(backup, place, say);
}

async function intoFolder(backup: Backup, place: Place, say: Say): Promise<number | undefined> {
  const { dataFolder } = place;
  const isNew = !existsSync(dataFolder);
  const hold = await holdFolder(place);
  try {
    await emptied(dataFolder);
    writeFileSync(markerIn(dataFolder), backup.folder, { flush: true });
    return await fill(backup, dataFolder, say);
  } finally {
    await hold.release();
    if (isNew && readdirSync(dataFolder).length === 0) rmSync(dataFolder, { recursive: true });
  }
}

async function fill(backup: Backup, dataFolder: string, say: Say): Promise<number | undefined> {
  const engine = await openEngine({ dataFolder });
  try {
    const broken = await load(engine.urls.owner, backup, { say });
    await engine.stop();
    rmSync(markerIn(dataFolder));
    return broken;
  } catch (problem) {
    await engine.stop();
    await clear(dataFolder);
    throw problem;
  }
}

/** Only what an earlier restore left may be cleared away. */
async function emptied(dataFolder: string): Promise<void> {
  mkdirSync(dataFolder, { recursive: true });
  if (existsSync(markerIn(dataFolder))) return clear(dataFolder);
  if (others(dataFolder).length === 0) return;
  throw new CannotRun(
    `${dataFolder} is not empty. A backup is restored into an empty or absent data folder: move this one away, or ` +
      'name another in JOINERY_DATA.',
  );
}

async function clear(dataFolder: string): Promise<void> {
  const cluster = join(dataFolder, 'postgres');
  // Whoever was killed may have left a database that still runs.
  if (existsSync(cluster)) await stop(cluster);
  // The mark goes last, so that it stands as long as there is anything to clear; an initdb may still be writing.
  for (const name of others(dataFolder).sort((one) => (one === 'restoring' ? 1 : -1))) {
    rmSync(join(dataFolder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** The key of encrypted fields may be put there first, and the backup that is restored may lie there. */
const mayStay = ['server.json', 'backups', 'engine', 'field.key'];

function others(dataFolder: string): string[] {
  return readdirSync(dataFolder).filter((name) => !mayStay.includes(name));
}

async function intoDatabase(
  backup: Backup,
  database: NonNullable<Place['database']>,
  say: Say,
): Promise<number | undefined> {
  await refuseUnfitServer(database);
  if (await isHalfRestored(database.owner)) await dropOurs(database.owner);
  await refuseFullDatabase(database.owner);
  await asOwner(database.owner, (client) => client.query('create schema joinery_restoring'));
  try {
    const broken = await load(database.owner, backup, { say });
    await asOwner(database.owner, (client) => client.query('drop schema joinery_restoring'));
    return broken;
  } catch (problem) {
    await dropOurs(database.owner).catch(() => undefined);
    throw problem;
  }
}

async function refuseFullDatabase(ownerUrl: string): Promise<void> {
  const names = await schemas(ownerUrl);
  if (names.length === 0) return;
  throw new CannotRun(
    `That database is not empty: there is ${names.join(', ')}. A backup is restored into an empty one: ` +
      `create database joinery encoding 'UTF8' template template0`,
  );
}

/** What a restore that was broken off made there: it had found the database empty. */
async function dropOurs(ownerUrl: string): Promise<void> {
  const names = await schemas(ownerUrl);
  // The mark goes last, for it says that the others may go.
  const inOrder = names.sort((one) => (one === 'joinery_restoring' ? 1 : -1));
  await asOwner(ownerUrl, async (client) => {
    await client.query('drop extension if exists pg_trgm cascade');
    for (const name of inOrder) await client.query(`drop schema if exists ${quoted(name)} cascade`);
  });
}

/** All but those every database has. */
function schemas(ownerUrl: string): Promise<string[]> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select nspname::text as name from pg_namespace
       where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
       union select 'public.' || relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       order by 1`,
    );
    return rows.map(({ name }) => name);
  });
}

import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Binaries, embeddedBinaries } from './binaries.ts';
import { CannotRun } from './cannot-run.ts';
import { claimSoon } from './claim.ts';
import { newClient } from './client.ts';
import { type Cluster, makeCluster, resetOwnerPassword } from './cluster.ts';
import { newPasswords, type Passwords, readEngineFile, writeEngineFile } from './engine-file.ts';
import { addHolder, removeHolder } from './holders.ts';
import { removeFolder, socketFolder } from './places.ts';
import { adopt, isRunning, start, stop } from './postmaster.ts';
import { makeRoles } from './roles.ts';
import { type Watch, watchOver } from './watch.ts';

/** PostgreSQL URLs over the Unix socket: the owner migrates, web serves pages, jobs runs jobs and the command line. */
export interface EngineUrls {
  owner: string;
  web: string;
  jobs: string;
}

export interface Engine {
  /** Of the database `joinery`. */
  urls: EngineUrls;
  urlsFor(database: string): EngineUrls;
  /** From now on PostgreSQL is started again where it was killed, as a system short of memory does it; each time says so. */
  watch(tell: (problem?: unknown) => void): void;
  /** Leaves the engine; the last of all processes that use it stops PostgreSQL. */
  stop(): Promise<void>;
}

export interface EngineOptions {
  dataFolder: string;
  /** False is for tests: what is written may be lost in a power cut. */
  durable?: boolean;
}

/** Opens the embedded PostgreSQL of a data folder: makes it, starts it, or joins the one that runs. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  if (process.platform === 'win32') {
    throw new CannotRun(
      'The embedded database runs on Linux and macOS. On Windows set DATABASE_URL, or use WSL.',
    );
  }
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o711 });
  return openEngineWith(embeddedBinaries(options.dataFolder), options);
}

/** The same with other binaries, so that the tests can run on an older PostgreSQL. */
export async function openEngineWith(binaries: Binaries, options: EngineOptions): Promise<Engine> {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o711 });
  const dataFolder = realpathSync(options.dataFolder);
  const cluster = { binaries, folder: join(dataFolder, 'postgres'), durable: options.durable ?? true };
  const lock = join(dataFolder, 'engine.lock');
  const claimed = await claimSoon(lock);
  const holder = addHolder(dataFolder);
  try {
    const urlsFor = await running(cluster, dataFolder);
    let watch: Watch | undefined;
    return {
      urls: urlsFor('joinery'),
      urlsFor,
      watch(tell) {
        watch ??= watchOver({
          isRunning: () => isRunning(cluster.folder),
          startAnew: () => startAnew(cluster, dataFolder),
          tell,
        });
      },
      stop: once(async () => {
        await watch?.end();
        await leave(cluster, holder, dataFolder);
      }),
    };
  } catch (problem) {
    if (removeHolder(dataFolder, holder)) await stop(cluster.folder);
    throw problem;
  } finally {
    claimed.release();
  }
}

type UrlsFor = (database: string) => EngineUrls;

async function running(cluster: Cluster, dataFolder: string): Promise<UrlsFor> {
  const known = readEngineFile(dataFolder);
  const adopted =
    known && (await adopt(cluster.folder, (socket) => answers(urlsOver(socket, known.passwords))));
  if (adopted) return urlsOver(adopted, known.passwords);

  const isOrphan = !known && existsSync(cluster.folder);
  if (isOrphan) await stop(cluster.folder);
  const passwords = known?.passwords ?? newPasswords();
  const socket = socketFolder(known?.socketFolder);
  writeEngineFile(dataFolder, { socketFolder: socket, passwords });
  await makeCluster(cluster, { password: passwords.owner, socketFolder: socket });
  if (isOrphan) await resetOwnerPassword(cluster, passwords.owner);
  await start(cluster, { socketFolder: socket, log: join(dataFolder, 'postgres.log') });
  const urlsFor = urlsOver(socket, passwords);
  await makeRoles(urlsFor('postgres').owner, { passwords, renew: isOrphan });
  return urlsFor;
}

async function startAnew(cluster: Cluster, dataFolder: string): Promise<void> {
  const claimed = await claimSoon(join(dataFolder, 'engine.lock'));
  try {
    await running(cluster, dataFolder);
  } finally {
    claimed.release();
  }
}

async function answers(urlsFor: UrlsFor): Promise<boolean> {
  const client = newClient(urlsFor('postgres').owner);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function leave(cluster: Cluster, holder: string, dataFolder: string): Promise<void> {
  const claimed = await claimSoon(join(dataFolder, 'engine.lock'));
  try {
    if (!removeHolder(dataFolder, holder)) return;
    await stop(cluster.folder);
    const socket = readEngineFile(dataFolder)?.socketFolder;
    if (socket) removeFolder(socket);
  } finally {
    claimed.release();
  }
}

function urlsOver(socketFolderPath: string, passwords: Passwords): UrlsFor {
  const host = encodeURIComponent(socketFolderPath);
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@localhost/${encodeURIComponent(database)}?host=${host}`;
  return (database) => ({
    owner: url('joinery_owner', passwords.owner, database),
    web: url('joinery_web_login', passwords.web, database),
    jobs: url('joinery_jobs_login', passwords.jobs, database),
  });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

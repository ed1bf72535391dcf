import { spawn, spawnSync } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotRun } from './cannot-run.ts';
import { type Cluster, dataArgument, environment } from './cluster.ts';
import { markOf } from './living.ts';
import { runAs } from './places.ts';
import { serverSettings } from './settings.ts';

/** What a running PostgreSQL writes about itself into `postmaster.pid`. */
interface Postmaster {
  pid: number;
  socketFolder: string;
  status: string;
}

/**
 * The folder of the socket of the PostgreSQL that already runs on this cluster, once it takes connections. One that was
 * killed this very moment still looks alive, so it has to answer; after ten seconds whoever connects says what is wrong.
 */
export async function adopt(
  folder: string,
  answers: (socketFolder: string) => Promise<boolean>,
): Promise<string | undefined> {
  const giveUpAt = Date.now() + 10_000;
  for (;;) {
    const found = readPostmaster(folder);
    if (!found) return undefined;
    if (!runsOn(found.pid, folder)) {
      // Its number now belongs to another process, which PostgreSQL would take for a living server.
      if (markOf(found.pid) || isZombie(found.pid)) rmSync(join(folder, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.status === 'ready') {
      if ((await answers(found.socketFolder)) || Date.now() > giveUpAt) return found.socketFolder;
    }
    await pause(10);
  }
}

export function isRunning(folder: string): boolean {
  const found = readPostmaster(folder);
  return found !== undefined && runsOn(found.pid, folder);
}

export async function start(cluster: Cluster, options: { socketFolder: string; log: string }): Promise<void> {
  const giveUpAt = Date.now() + 10_000;
  for (;;) {
    const problem = await tryStart(cluster, options);
    if (!problem) return;
    // After a kill the last backends need a moment to notice that their server is gone.
    const isPassing = problem.includes('shared memory block') || problem.includes('lock file');
    if (!isPassing || Date.now() > giveUpAt) throw new CannotRun(`PostgreSQL did not start: ${problem}`);
    await pause(100);
  }
}

/** Fast shutdown with a checkpoint; when that takes too long, at once, which the next start repairs. */
export async function stop(folder: string): Promise<void> {
  const found = readPostmaster(folder);
  if (!found || !runsOn(found.pid, folder)) return;

  process.kill(found.pid, 'SIGINT');
  if (await isGone(found.pid, 10_000)) return;
  process.kill(found.pid, 'SIGQUIT');
  if (await isGone(found.pid, 5000)) return;
  throw new CannotRun(`PostgreSQL (process ${found.pid}) does not stop.`);
}

async function tryStart(
  cluster: Cluster,
  options: { socketFolder: string; log: string },
): Promise<string | undefined> {
  const log = openLog(options.log);
  const said = fstatSync(log).size;
  const settings = serverSettings({ socketFolder: options.socketFolder, durable: cluster.durable });
  // Detached, so that Ctrl-C in the terminal reaches the server first, which then stops PostgreSQL in its own time.
  const child = spawn(
    join(cluster.binaries.folder, 'postgres'),
    [...dataArgument(cluster.folder), ...settings],
    { cwd: cluster.folder, env: environment, detached: true, stdio: ['ignore', log, log], ...runAs },
  );
  const ended = new Promise<string>((resolve) => {
    child.on('error', (problem) => resolve(problem.message));
    child.on('exit', () => resolve((readOptional(options.log) ?? '').slice(said).trim()));
  });
  closeSync(log);
  const problem = await Promise.race([ended, isReady(cluster.folder, child.pid)]);
  child.unref();
  return problem;
}

async function isReady(folder: string, pid: number | undefined): Promise<undefined> {
  for (;;) {
    const found = readPostmaster(folder);
    if (found && found.pid === pid && found.status === 'ready') return undefined;
    if (pid === undefined || !markOf(pid)) return new Promise(() => {});
    await pause(5);
  }
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const giveUpAt = Date.now() + withinMs;
  while (markOf(pid)) {
    if (Date.now() > giveUpAt) return false;
    await pause(5);
  }
  return true;
}

function readPostmaster(folder: string): Postmaster | undefined {
  const text = readOptional(join(folder, 'postmaster.pid'));
  const [pid, , , , socketFolder, , , status] = text?.split('\n') ?? [];
  if (!pid || !socketFolder) return undefined;
  return { pid: Number(pid), socketFolder, status: status?.trim() ?? 'starting' };
}

/** A postmaster works inside its data folder; that is true even when the folder was renamed meanwhile. */
function runsOn(pid: number, folder: string): boolean {
  if (!markOf(pid)) return false;
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(
      folder,
    );
  }
  try {
    const there = statSync(`/proc/${pid}/cwd`);
    const here = statSync(folder);
    return there.dev === here.dev && there.ino === here.ino;
  } catch {
    // It ended this moment, or belongs to another user, as whom PostgreSQL never runs here.
    return false;
  }
}

function isZombie(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10 * 1024 * 1024) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

function readOptional(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

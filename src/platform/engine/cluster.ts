import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { CannotRun } from './cannot-run.ts';
import { canEnter, giveAway, makeOwn, removeFolder, runAs } from './places.ts';

export interface Cluster {
  binaries: Binaries;
  folder: string;
  durable: boolean;
}

/** Makes the cluster when there is none. It appears whole, by a rename: an interrupted `initdb` leaves nothing behind. */
export async function makeCluster(
  cluster: Cluster,
  secret: { password: string; socketFolder: string },
): Promise<void> {
  if (existsSync(cluster.folder)) return refuseOtherMajor(cluster);
  const draft = `${cluster.folder}.making`;
  removeFolder(draft);
  makeOwn(draft);
  const passwordFile = join(secret.socketFolder, 'password');
  writeFileSync(passwordFile, secret.password, { mode: 0o600 });
  giveAway(passwordFile);
  try {
    await initdb(cluster, draft, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, cluster.folder);
}

function refuseOtherMajor({ folder, binaries }: Cluster): void {
  const file = join(folder, 'PG_VERSION');
  const major = existsSync(file) ? readFileSync(file, 'utf8').trim() : binaries.major;
  if (major === binaries.major) return;
  throw new CannotRun(
    `${folder} was made by PostgreSQL ${major}, and this Joinery brings ${binaries.major}, which cannot read it. With ` +
      'the Joinery that made it: bin/joinery backup FOLDER. Then with this one, and a new data folder in ' +
      'JOINERY_DATA: bin/joinery restore FOLDER.',
  );
}

/** Sets the owner's password without knowing the old one: for a cluster whose engine.json was lost. */
export async function resetOwnerPassword(cluster: Cluster, password: string): Promise<void> {
  const args = ['--single', ...dataArgument(cluster.folder), 'postgres'];
  await run(join(cluster.binaries.folder, 'postgres'), args, {
    cwd: cluster.folder,
    input: `alter role joinery_owner password '${password}'\n`,
  });
}

/**
 * As root, PostgreSQL runs as a user who may not be able to walk down to the data folder (a checkout under /root).
 * It is then started inside its folder, which it owns, and told to stay there.
 */
export function dataArgument(folder: string): string[] {
  return ['-D', canEnter(folder) || process.platform !== 'linux' ? folder : '/proc/self/cwd'];
}

/** Only what PostgreSQL needs: settings of the server that starts it, such as passwords, are not its business. */
export const environment = { PATH: process.env.PATH ?? '', TZ: 'UTC', LC_MESSAGES: 'C' };

async function initdb(cluster: Cluster, draft: string, passwordFile: string): Promise<void> {
  const args = [
    ...dataArgument(draft),
    '--username=joinery_owner',
    `--pwfile=${passwordFile}`,
    '--auth-local=scram-sha-256',
    '--auth-host=scram-sha-256',
    '--encoding=UTF8',
    ...cluster.binaries.locale,
    '--data-checksums',
    '--no-instructions',
    ...(cluster.durable ? [] : ['--no-sync']),
  ];
  await run(join(cluster.binaries.folder, 'initdb'), args, { cwd: draft, input: '' });
  writeFileSync(join(draft, 'pg_hba.conf'), 'local all all scram-sha-256\n');
}

function run(program: string, args: string[], options: { cwd: string; input: string }): Promise<void> {
  const child = spawn(program, args, { cwd: options.cwd, env: environment, ...runAs });
  let said = '';
  child.stdout.on('data', (piece) => {
    said += piece;
  });
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  child.stdin.end(options.input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new CannotRun(`The database could not be made (${program}): ${lastLines(said)}`));
    });
  });
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' ');
}

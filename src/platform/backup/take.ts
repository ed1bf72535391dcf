import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { CopyOut } from '../db/copy.ts';
import { asOwner } from '../db/owner.ts';
import { CannotRun } from '../engine/cannot-run.ts';
import { programVersion } from '../root.ts';
import {
  type Backup,
  type Kept,
  type KeptTable,
  type Manifest,
  manifestFile,
  manifestText,
  sha256,
} from './manifest.ts';
import { copyJobs, copyTable, lastSeal, nameOf, plainSettings, sequences, tables } from './snapshot.ts';

const making = '.making-';
const hourMs = 3_600_000;
/** The bytes that count are few; what a higher level saves is not worth a small machine's minutes. */
const level = 5;

interface Wanted {
  readonly ownerUrl: string;
  /** The folder that holds backups; this one becomes a folder in it. */
  readonly shelf: string;
  /** Ends its name. */
  readonly label?: string;
  readonly say?: (line: string) => void;
  /** Breaks it off. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes every row there is at one moment, beside whatever else goes on. It appears whole, by a rename after all of it
 * is on the disk: a backup that was broken off is no backup, and the next one clears it away.
 */
export async function takeBackup({
  ownerUrl,
  shelf,
  label = '',
  say = () => undefined,
  signal,
}: Wanted): Promise<Backup> {
  try {
    mkdirSync(shelf, { recursive: true, mode: 0o700 });
    clearBrokenOff(shelf);
    const draft = await mkdtemp(join(shelf, making));
    try {
      const manifest = await asOwner(ownerUrl, (client) => write(client, draft, say), signal);
      const text = manifestText(manifest);
      await writeSafely(join(draft, `${manifestFile}.sha256`), `${sha256(text)}\n`);
      await writeSafely(join(draft, manifestFile), text);
      await sync(draft);
      const folder = freeName(shelf, `${nameFor(manifest.made_at)}${label === '' ? '' : `-${label}`}`);
      renameSync(draft, folder);
      await sync(shelf);
      return { folder, manifest };
    } catch (problem) {
      // A file that was just being opened may still appear.
      rmSync(draft, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      throw signal?.aborted ? new CannotRun('It was broken off, because the server was stopped.') : problem;
    }
  } catch (problem) {
    throw inWords(problem, shelf);
  }
}

async function write(client: pg.Client, draft: string, say: (line: string) => void): Promise<Manifest> {
  await client.query(plainSettings);
  await client.query('begin isolation level repeatable read read only');
  const found = await tables(client);
  if (!found.some(({ schema }) => schema === 'platform'))
    throw new CannotRun('That database holds no network.');
  // A migration waits until we are done, as it would for pg_dump.
  await client.query(`lock table ${found.map(nameOf).join(', ')} in access share mode`);
  const { rows: migrations } = await client.query<{ name: string; digest: string }>(
    'select name, digest from platform.migration order by name',
  );
  const { rows: server } = await client.query<{ version: string; at: Date }>(
    `select current_setting('server_version') as version, now() as at`,
  );
  const kept: KeptTable[] = [];
  for (const table of found) {
    say(`Keeping ${table.schema}.${table.table}`);
    const file = `${table.schema}.${table.table}.copy.gz`.replaceAll(/[^\w.-]/g, '-');
    kept.push({
      ...table,
      ...(await keep(client, join(draft, file), `${copyTable(table)} to stdout`)),
      file,
    });
  }
  const jobs = { ...(await keep(client, join(draft, 'jobs.copy.gz'), copyJobs)), file: 'jobs.copy.gz' };
  const manifest: Manifest = {
    format: 1,
    program: programVersion,
    postgres: server[0]?.version ?? '',
    made_at: (server[0]?.at ?? new Date()).toISOString(),
    migrations,
    tables: kept,
    jobs,
    sequences: await sequences(client),
    seal: await lastSeal(client),
  };
  await client.query('commit');
  return manifest;
}

/** One table into one file: row by row, so the size of a table is nothing to the memory. */
async function keep(client: pg.Client, file: string, text: string): Promise<Omit<Kept, 'file'>> {
  const rows = client.query(new CopyOut(text));
  const { content, packed, bytes } = await pack(rows, file);
  await sync(file);
  return { rows: rows.rows, bytes, packed, content };
}

async function pack(
  rows: Readable,
  file: string,
): Promise<{ content: string; packed: string; bytes: number }> {
  const plain = counting();
  const zipped = counting();
  await pipeline(
    rows,
    plain.stream,
    createGzip({ level }),
    zipped.stream,
    createWriteStream(file, { mode: 0o600 }),
  );
  return { content: plain.digest(), packed: zipped.digest(), bytes: zipped.bytes() };
}

/** Lets everything pass and remembers its hash and its size. */
export function counting(): { stream: Transform; digest(): string; bytes(): number } {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, digest: () => hash.digest('hex'), bytes: () => size };
}

async function writeSafely(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600, flush: true });
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nameFor(madeAt: string): string {
  return `joinery-${madeAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function freeName(shelf: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(shelf, number === 1 ? name : `${name}-${number}`);
    if (!existsSync(path)) return path;
  }
}

/** One that is being made is written to all the time; one that was not for an hour has nobody. */
function clearBrokenOff(shelf: string): void {
  for (const name of readdirSync(shelf).filter((one) => one.startsWith(making))) {
    const folder = join(shelf, name);
    const newest = Math.max(
      ...[folder, ...readdirSync(folder).map((file) => join(folder, file))].map(changedAt),
    );
    if (newest < Date.now() - hourMs) rmSync(folder, { recursive: true, force: true });
  }
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no more room for this user',
  EACCES: 'this user may not write there',
  EROFS: 'nothing can be written there',
  EEXIST: 'a file is in the way',
  ENOTDIR: 'that is no folder',
};

function inWords(problem: unknown, shelf: string): unknown {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  const reason = reasons[code];
  return reason
    ? new CannotRun(`The backup in ${shelf} could not be made: ${reason}. Nothing of it is left.`)
    : problem;
}

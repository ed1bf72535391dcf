import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { CannotRun } from '../engine/cannot-run.ts';

const Kept = z.strictObject({
  /** Of its file in the folder of the backup. */
  file: z.string().regex(/^[\w.-]+$/),
  rows: z.number(),
  bytes: z.number(),
  /** SHA-256 of the file as it lies there, to be checked before anything is written. */
  packed: z.string(),
  /** SHA-256 of the rows themselves, to be compared with those of the restored table. */
  content: z.string(),
});
export type Kept = z.infer<typeof Kept>;

const KeptTable = Kept.extend({ schema: z.string(), table: z.string(), columns: z.array(z.string()) });
export type KeptTable = z.infer<typeof KeptTable>;

/** What a backup says about itself. It is written last: a folder without it is no backup. */
const Manifest = z.strictObject({
  format: z.literal(1, { error: 'it was made by another version of Joinery' }),
  program: z.string(),
  postgres: z.string(),
  made_at: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), digest: z.string() })).min(1),
  tables: z.array(KeptTable),
  /** What waits in the job queue. */
  jobs: Kept,
  sequences: z.array(
    z.strictObject({ schema: z.string(), name: z.string(), value: z.string(), called: z.boolean() }),
  ),
  /** The last seal of the record: a restored record has to end with the same. */
  seal: z.strictObject({ number: z.number(), hash: z.string() }).nullable(),
});
export type Manifest = z.infer<typeof Manifest>;

export interface Backup {
  readonly folder: string;
  readonly manifest: Manifest;
}

export const manifestFile = 'manifest.json';

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Reads what a backup says about itself; says so when it was damaged. */
export function readBackup(folder: string): Backup {
  const text = readFileSync(join(folder, manifestFile), 'utf8');
  const sum = readFileSync(join(folder, `${manifestFile}.sha256`), 'utf8').trim();
  if (sha256(text) !== sum) throw new CannotRun(`${folder} is damaged: its list of contents was changed.`);
  const read = Manifest.safeParse(JSON.parse(text));
  if (read.success) return { folder, manifest: read.data };
  throw new CannotRun(
    `${folder} cannot be read: ${read.error.issues.map(({ message }) => message).join(', ')}.`,
  );
}

/** Reads every file of a backup once. Throws `CannotRun` that names the first which is not as it was written. */
export async function checkFiles({ folder, manifest }: Backup): Promise<void> {
  for (const { file, packed } of [...manifest.tables, manifest.jobs]) {
    const found = await hashOfFile(join(folder, file));
    if (found === undefined) throw new CannotRun(`${folder} is damaged: ${file} is missing.`);
    if (found !== packed) throw new CannotRun(`${folder} is damaged: ${file} is not as it was written.`);
  }
}

export function sizeOf({ tables, jobs }: Manifest): { rows: number; bytes: number } {
  const all = [...tables, jobs];
  return {
    rows: all.reduce((sum, one) => sum + one.rows, 0),
    bytes: all.reduce((sum, one) => sum + one.bytes, 0),
  };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function hashOfFile(file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return undefined;
    throw problem;
  }
  return hash.digest('hex');
}

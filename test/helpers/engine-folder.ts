import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { stop } from '../../src/platform/engine/postmaster.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A data folder for one test, as deep as wanted. Whatever PostgreSQL still runs in it afterwards is stopped. */
export function folderForTest(...below: string[]): string {
  const base = mkdtempSync(join(tmpdir(), 'joinery-engine-'));
  const folder = join(base, ...below);
  onTestFinished(async () => {
    if (existsSync(join(folder, 'postgres'))) await stop(join(folder, 'postgres'));
    rmSync(base, { recursive: true, force: true });
  });
  return folder;
}

export interface OtherProcess {
  child: ChildProcess;
  /** What it said so far, line by line. */
  lines: string[];
  /** Waits for the line with this number, counted from 1. */
  said(lines: number): Promise<void>;
  ended: Promise<number | null>;
}

/** Another process that opens the engine of a folder and says `open`; from a checkout of its own, if need be. */
export function otherProcess(
  dataFolder: string,
  options: { task?: 'hold' | 'write'; checkout?: string } = {},
): OtherProcess {
  const { task = 'hold', checkout = root } = options;
  const program = join(checkout, 'test/helpers/engine-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataFolder, task], { cwd: root });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  child.stderr.pipe(process.stderr);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return {
    child,
    lines,
    ended: new Promise((resolve) => child.on('close', (code) => resolve(code))),
    said: (count) =>
      new Promise((resolve) => {
        const settle = () => lines.length >= count && resolve();
        reader.on('line', settle);
        settle();
      }),
  };
}

export function postmasterPid(dataFolder: string): number | undefined {
  const file = join(dataFolder, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** One question to the database, over a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

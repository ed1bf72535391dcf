import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import type { EngineUrls } from '../../src/platform/engine/engine.ts';
import { writeCharities } from './charities.ts';

export interface Practice {
  url: string;
  folder: string;
  pid: number;
  /** From the start of the process to the line that says it is open. */
  openMs: number;
  /** Ends the process; the folder stays when it is to be opened again. */
  stop(options?: { keep: boolean }): Promise<void>;
}

/** The built program with a practice network, in a process of its own; with an outside database where one is given. */
export async function startPractice(
  given?: string,
  database?: EngineUrls,
  settings: Record<string, string> = {},
): Promise<Practice> {
  const folder = given ?? mkdtempSync(join(tmpdir(), 'joinery-bench-'));
  const port = await freePort();
  const outside = database && {
    DATABASE_URL: database.web,
    DATABASE_OWNER_URL: database.owner,
    DATABASE_JOBS_URL: database.jobs,
  };
  const own = { NODE_ENV: 'production', PORT: String(port), JOINERY_DATA: folder };
  const env = { ...process.env, ...own, ...outside, ...settings };
  const from = performance.now();
  const server = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((open, fail) => {
    server.stdout.on('data', (text: Buffer) => String(text).includes('Joinery is open at') && open());
    server.once('exit', () => fail(new Error('The server did not start. Build it first: npm start')));
  });
  const openMs = performance.now() - from;
  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    pid: server.pid ?? 0,
    openMs,
    stop: (options) => end(server, folder, options?.keep ?? false),
  };
}

async function end(server: ChildProcess, folder: string, keep: boolean): Promise<void> {
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  server.kill('SIGTERM');
  await ended;
  if (!keep) rmSync(folder, { recursive: true, force: true });
}

/** Takes so many charities into the practice network of a folder, by the command that people use. */
export async function bringInCharities(folder: string, many: number): Promise<void> {
  const list = join(folder, 'charities.csv');
  await writeCharities(list, many);
  const env = { ...process.env, JOINERY_DATA: folder };
  await promisify(execFile)('bin/joinery', ['import', 'organisations', list], { env });
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => found(port));
    });
  });
}

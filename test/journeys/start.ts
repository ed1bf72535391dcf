import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Started {
  readonly url: string;
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
  /** What it printed before it was open. */
  readonly said: string;
}

/** The built program on a data folder, as soon as it says that it is open. */
export async function startServer(
  folder: string,
  { port, ...more }: { port: number } & Record<string, string | number>,
): Promise<Started> {
  const settings = Object.fromEntries(Object.entries(more).map(([name, value]) => [name, String(value)]));
  const env = {
    ...process.env,
    ...settings,
    NODE_ENV: 'production',
    PORT: String(port),
    JOINERY_DATA: folder,
  };
  const child = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let said = '';
  await new Promise<void>((open, fail) => {
    child.stdout.on('data', (text: Buffer) => {
      said += String(text);
      if (said.includes('Joinery is open at')) open();
    });
    child.once('exit', (code) =>
      fail(new Error(`The server ended with ${code}. Was it built? See: npm start`)),
    );
  });
  return { url: `http://localhost:${port}`, child, ended, said };
}

export interface PracticeNetwork {
  readonly url: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** The data folder of a network as somebody gets it who types `npm start`, filled and shut again: to be copied. */
export async function fillPracticeFolder(): Promise<string> {
  const folder = newFolder();
  await stop(await startServer(folder, { port: await freePort() }));
  return folder;
}

/** A practice network of its own, on a copy of such a folder: to fill one takes half a minute. */
export async function openPracticeNetwork(filled: string): Promise<PracticeNetwork> {
  const folder = newFolder();
  execFileSync('cp', ['-a', `${filled}/.`, folder]);
  const engineFile = join(folder, 'engine.json');
  // Two engines cannot answer at one socket.
  const engine = { ...JSON.parse(readFileSync(engineFile, 'utf8')), socketFolder: '' };
  writeFileSync(engineFile, JSON.stringify(engine));
  const server = await startServer(folder, { port: await freePort() });
  return {
    url: server.url,
    folder,
    async close() {
      await stop(server);
      removeFolder(folder);
    },
  };
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'joinery-journeys-'));
}

async function stop({ child, ended }: Started): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

export function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => found(port));
    });
  });
}

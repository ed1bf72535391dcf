import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
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

/** A practice network of its own, as somebody gets it who types `npm start`. */
export async function openPracticeNetwork(): Promise<PracticeNetwork> {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-journeys-'));
  const server = await startServer(folder, { port: await freePort() });
  return {
    url: server.url,
    folder,
    async close() {
      server.child.kill('SIGTERM');
      await server.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
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

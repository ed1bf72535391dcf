import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a practice network that was started for the journeys. */
    journeyUrl: string;
    /** Its data folder, for commands beside it. */
    journeyData: string;
  }
}

/** The built program with a practice network of its own, as somebody gets it who types `npm start`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-journeys-'));
  const port = await freePort();
  const env = { ...process.env, NODE_ENV: 'production', PORT: String(port), JOINERY_DATA: folder };
  const server = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  await new Promise<void>((open, fail) => {
    server.stdout.on('data', (text: Buffer) => String(text).includes('Joinery is open at') && open());
    server.once('exit', (code) =>
      fail(new Error(`The server ended with ${code}. Was it built? See: npm start`)),
    );
  });
  project.provide('journeyUrl', `http://localhost:${port}`);
  project.provide('journeyData', folder);

  return async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
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

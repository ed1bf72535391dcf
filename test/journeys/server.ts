import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort, startServer } from './start.ts';

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
  const server = await startServer(folder, { port: await freePort() });
  project.provide('journeyUrl', server.url);
  project.provide('journeyData', folder);

  return async () => {
    server.child.kill('SIGTERM');
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  };
}

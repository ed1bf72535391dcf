import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from './cannot-run.ts';
import { claim, ownerOf } from './claim.ts';

export interface FolderHold {
  release(): Promise<void>;
}

interface Server {
  readonly port: number;
  readonly publicUrl: string;
}

/** One server per data folder. Throws `CannotRun`, whose message names the process and the port that has it. */
export async function holdFolder(options: Server & { dataFolder: string }): Promise<FolderHold> {
  const { dataFolder, port, publicUrl } = options;
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  const held = claim(serverFile(dataFolder), { port, publicUrl, startedAt: new Date().toISOString() });
  if (held) return { release: async () => held.release() };

  const other = runningServer(dataFolder);
  const who = other ? `process ${other.pid} on port ${other.port}` : 'another process that is just starting';
  throw new CannotRun(`The data folder ${dataFolder} is already served by ${who}.`);
}

/** The living server of a data folder, for the command line that works beside it. */
export function runningServer(dataFolder: string): (Server & { pid: number }) | undefined {
  const owner = ownerOf(serverFile(dataFolder));
  return owner && { pid: owner.pid, port: Number(owner.port), publicUrl: String(owner.publicUrl) };
}

function serverFile(dataFolder: string): string {
  return join(dataFolder, 'server.json');
}

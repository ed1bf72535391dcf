import { chmodSync, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Engine, type EngineUrls, openEngineWith } from '../../src/platform/engine/engine.ts';

const binaries = '/usr/lib/postgresql/15/bin';
export const has15 = existsSync(binaries);

/** A server as somebody else may run it: Debian's PostgreSQL 15, with the same roles. For tests only. */
export function openOutside15(folder: string, { durable = false } = {}): Promise<Engine> {
  if (!has15) throw new Error(`There is no PostgreSQL 15 in ${binaries}: install postgresql-15.`);
  return openEngineWith(
    { folder: binaries, major: '15', locale: ['--locale=C.UTF-8'] },
    { dataFolder: folder, durable },
  );
}

/** PostgreSQL 15 has to walk down to its folder, as the user it runs as. */
export function openToAll(folder: string): string {
  chmodSync(dirname(folder), 0o755);
  return folder;
}

/** What the program is told of a database that is not its own. */
export function settingsOf({ web, owner, jobs }: EngineUrls): Record<string, string> {
  return { DATABASE_URL: web, DATABASE_OWNER_URL: owner, DATABASE_JOBS_URL: jobs };
}

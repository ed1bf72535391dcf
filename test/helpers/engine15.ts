import { existsSync } from 'node:fs';
import { type Engine, openEngineWith } from '../../src/platform/engine/engine.ts';

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

import { existsSync } from 'node:fs';
import { type Engine, openEngineWith } from '../../src/platform/engine/engine.ts';

const binaries = '/usr/lib/postgresql/15/bin';

/** A server as somebody else may run it: Debian's PostgreSQL 15, with the same roles. For tests only. */
export function openOutside15(folder: string): Promise<Engine> {
  if (!existsSync(binaries))
    throw new Error(`There is no PostgreSQL 15 in ${binaries}: install postgresql-15.`);
  return openEngineWith(
    { folder: binaries, major: '15', locale: ['--locale=C.UTF-8'] },
    { dataFolder: folder, durable: false },
  );
}

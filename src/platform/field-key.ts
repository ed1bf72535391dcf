import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnusableSetting } from './config.ts';

/** The key of encrypted fields where JOINERY_KEY is not set: made once, readable by nobody else. */
export function keyInFolder(folder: string): Buffer {
  const file = join(folder, 'field.key');
  if (!existsSync(file)) make(folder, file);
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== 32) {
    throw new UnusableSetting(`${file} is no key. Put back the one from your backup, or set JOINERY_KEY.`);
  }
  return key;
}

/** Written beside and then linked into place: a command and a server may start at the same moment. */
function make(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true });
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(half, file);
  } catch (problem) {
    if (!existsSync(file)) throw problem;
  } finally {
    rmSync(half, { force: true });
  }
}

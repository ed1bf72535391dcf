import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLiving, thisProcess } from './living.ts';

/** Says that this process uses the engine; returns the file that says so. One process may say it more than once. */
export function addHolder(dataFolder: string): string {
  const folder = join(dataFolder, 'holders');
  mkdirSync(folder, { recursive: true });
  const { pid, mark } = thisProcess();
  const file = join(folder, `${pid}.${randomBytes(4).toString('hex')}`);
  writeFileSync(file, mark, { mode: 0o600 });
  return file;
}

/** Takes one holder away, and with it those that died without a word; true when nobody is left. */
export function removeHolder(dataFolder: string, file: string): boolean {
  rmSync(file, { force: true });
  const folder = join(dataFolder, 'holders');
  const names = readdirSync(folder);
  const dead = names.filter(
    (name) => !isLiving({ pid: Number.parseInt(name, 10), mark: readMark(folder, name) }),
  );
  for (const name of dead) rmSync(join(folder, name), { force: true });
  return dead.length === names.length;
}

function readMark(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

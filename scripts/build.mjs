// Builds the program and what browsers get into a new folder, which then takes the place of dist/.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { buildStamp, root } from './prepare.mjs';

const stamp = buildStamp();
const made = join(root, `dist.${process.pid}`);

process.chdir(root);
try {
  await buildAll();
} catch (problem) {
  console.error(problem.message);
  process.exitCode = 1;
} finally {
  rmSync(made, { recursive: true, force: true });
}

async function buildAll() {
  mkdirSync(join(made, 'public'), { recursive: true });
  await viteBuild('server', made);
  await viteBuild('browser', join(made, 'public'));
  const manifest = join(made, 'public/manifest.json');
  writeFileSync(join(made, 'assets.json'), `${JSON.stringify(assets(manifest), undefined, 2)}\n`);
  compressAll(join(made, 'public'));
  writeFileSync(join(made, 'stamp'), stamp);
  takeThePlaceOf(join(root, 'dist'));
}

/** An entry file may be missing while others write it; without any there is nothing to build. */
async function viteBuild(mode, outDir) {
  const entries = { server: ['src/main.ts', 'src/cli.ts'], browser: ['src/ui/joinery.css', 'src/islands'] };
  if (!entries[mode].some((file) => existsSync(file))) return;
  await build({ mode, logLevel: 'warn', build: { outDir } });
}

function assets(manifestFile) {
  if (!existsSync(manifestFile)) return {};
  const addresses = {};
  for (const { name, file, css = [], isEntry } of Object.values(
    JSON.parse(readFileSync(manifestFile, 'utf8')),
  )) {
    if (!isEntry) continue;
    addresses[file.endsWith('.css') ? `${name}.css` : name] = `/${file}`;
    for (const sheet of css) addresses[`${name}.css`] = `/${sheet}`;
  }
  return addresses;
}

/** Compressed once here, so that the server never spends time on it while somebody waits. */
function compressAll(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/[.](css|js|mjs|json|svg|txt|xml|webmanifest|geojson)$/.test(entry.name))
      continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const content = readFileSync(file);
    const text = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: text }));
  }
}

function takeThePlaceOf(dist) {
  const old = `${made}.old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(made, dist);
  rmSync(old, { recursive: true, force: true });
}

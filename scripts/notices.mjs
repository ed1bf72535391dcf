// Writes THIRD-PARTY.md: the packages that the running program loads, with their versions and licences.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

const rows = Object.entries(lock.packages)
  .filter(([path, one]) => path.startsWith('node_modules/') && !one.dev)
  .map(([path, one]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: one.version,
    licence: one.license ?? licenceIn(path),
  }))
  .sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));

const lines = [
  '# Packages of others',
  '',
  'What the running program loads, made by `npm run notices`. Each package carries its licence in full.',
  'The embedded database is PostgreSQL, under the PostgreSQL Licence.',
  '',
  '| Package | Version | Licence |',
  '|---|---|---|',
  ...rows.map((row) => `| ${row.name} | ${row.version} | ${row.licence} |`),
  '',
];
writeFileSync(join(root, 'THIRD-PARTY.md'), lines.join('\n'));
console.log(`THIRD-PARTY.md names ${rows.length} packages.`);

function licenceIn(path) {
  const file = join(root, path, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')).license ?? 'see package') : 'see package';
}

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: two levels up from a source file, one from the built program. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Of this program, as package.json names it. */
export const programVersion: string = String(
  JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version,
);

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('package.json of Joinery was not found above the program.');
  return findRoot(above);
}

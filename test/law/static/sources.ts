import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  path: string;
  text: string;
}

/** Every TypeScript file under a folder of the project. */
export function sources(folder: string): SourceFile[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [{ path, text: readFileSync(path, 'utf8') }] : [];
  });
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('test/');
}

/** `register` for src/slices/register/queries/x.ts. */
export function sliceOf(path: string): string | undefined {
  return /^src\/slices\/([^/]+)\//.exec(path)?.[1];
}

/** `queries` for src/slices/register/queries/x.ts and for src/slices/register/queries.ts. */
export function roomOf(path: string): string | undefined {
  return /^src\/slices\/[^/]+\/([^/.]+)/.exec(path)?.[1];
}

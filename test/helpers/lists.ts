import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Ctx } from '../../src/platform/ctx.ts';
import { type ImportCommand, type ImportKind, importList } from '../../src/slices/interchange/door.ts';
import { makeNetwork } from '../../src/slices/network/door.ts';

/** A folder of one test, for lists that somebody holds and for what is given back of them. */
export function folderOfLists(): string {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-lists-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a list and returns its path. Several strings are several lines. */
export function listIn(folder: string, name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

export interface Taking extends Partial<Omit<ImportCommand, 'kind' | 'paths'>> {
  folder: string;
}

/** Imports as the command line does, quietly. */
export function takeIn(ctx: Ctx, kind: ImportKind, paths: readonly string[], { folder, ...options }: Taking) {
  return importList(ctx, {
    kind,
    paths,
    map: new Map(),
    source: 'Town list',
    dry: false,
    rejectsFolder: join(folder, 'imports'),
    say: () => undefined,
    progress: () => undefined,
    ...options,
  });
}

export function textOf(path: string | null): string {
  return path === null ? '' : readFileSync(path, 'utf8');
}

export function networkFor(ctx: Ctx): Promise<void> {
  return makeNetwork(ctx, {
    name: 'Ambry Vale Together',
    strapline: 'Find something good close to home',
    practice: false,
    promise: [],
    hubName: 'Hub of Ambry Vale',
    hubPhone: '01632 960100',
    hubEmail: 'hub@ambry.example',
  });
}

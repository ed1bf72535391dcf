import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { canImportAreas } from '../permits.ts';
import type { ImportResult } from '../words/import.ts';
import { importList } from './import.ts';

interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file of areas that came through a page goes the way of the command line, and is gone afterwards. */
export async function bringInAreas(ctx: Ctx, file: SentFile, source: string): Promise<ImportResult> {
  permit(canImportAreas(ctx.actor));

  const folder = await mkdtemp(join(tmpdir(), 'joinery-areas-'));
  try {
    const path = join(folder, file.name);
    await writeFile(path, file.bytes);
    return await importList(ctx, {
      kind: 'areas',
      paths: [path],
      map: new Map(),
      ...(source === '' ? {} : { source }),
      dry: false,
      rejectsFolder: undefined,
      say: () => undefined,
      progress: () => undefined,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { canImportAreas } from '../permits.ts';
import type { ImportResult } from '../words/import.ts';
import { importList } from './import.ts';

/** A file of areas that came through a page goes the way of the command line. */
export async function bringInAreas(
  ctx: Ctx,
  { path }: { readonly path: string },
  source: string,
): Promise<ImportResult> {
  permit(canImportAreas(ctx.actor));

  return importList(ctx, {
    kind: 'areas',
    paths: [path],
    map: new Map(),
    ...(source === '' ? {} : { source }),
    dry: false,
    rejectsFolder: undefined,
    say: () => undefined,
    progress: () => undefined,
  });
}

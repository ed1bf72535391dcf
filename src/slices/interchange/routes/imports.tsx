import { z } from 'zod';
import { get, page, type Route } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { ImportPage } from '../pages/import.tsx';
import { ImportsPage, title } from '../pages/imports.tsx';
import { canSeeImports } from '../permits.ts';
import { importById, newestImports, reasonCounts, rejectsAfter } from '../queries/imports.ts';
import { imports } from '../urls.ts';

/** Enough to put right by hand; whoever has more works from the file of rejects. */
const linesShown = 100;

export const routes: readonly Route[] = [
  get('/imports', 'the coordinator', {}, async (ctx) => {
    permit(canSeeImports(ctx.actor));
    const rows = await newestImports(ctx.db.open, 50);
    return page({ title, noindex: true, body: <ImportsPage rows={rows} now={ctx.machineNow} /> });
  }),

  get('/imports/:id', 'the coordinator', { params: z.object({ id: z.uuid() }) }, async (ctx, { params }) => {
    permit(canSeeImports(ctx.actor));
    const one = await importById(ctx.db.open, params.id);
    const reasons = await reasonCounts(ctx.db.open, one.id, 20);
    const lines = await rejectsAfter(ctx.db.open, one.id, { file: 0, line: 0 }, linesShown);
    const name = `List: ${one.source}`;
    return page({
      title: name,
      noindex: true,
      crumb: { href: imports.all(), label: title },
      body: <ImportPage title={name} one={one} reasons={reasons} lines={lines} now={ctx.machineNow} />,
    });
  }),
];

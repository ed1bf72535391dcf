import { z } from 'zod';
import { get, page, type Route } from '../../platform/http/route.ts';
import { permit } from '../../platform/permit.ts';
import { ImportPage } from './pages/import.tsx';
import { ImportsPage, title } from './pages/imports.tsx';
import { canSeeImports } from './permits.ts';
import { importById, newestImports, reasonCounts } from './queries.ts';
import { imports } from './urls.ts';

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
    const name = `List: ${one.source}`;
    return page({
      title: name,
      noindex: true,
      crumb: { href: imports.all(), label: title },
      body: <ImportPage title={name} one={one} reasons={reasons} now={ctx.machineNow} />,
    });
  }),
];

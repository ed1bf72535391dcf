import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { byId, get, page, type Route, redirect, textReply } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { settings } from '../../network/urls.ts';
import { importedThings, keptThings } from '../../register/door.ts';
import { rejectsText } from '../actions/rejects.ts';
import { ImportPage } from '../pages/import.tsx';
import { ImportsPage, title } from '../pages/imports.tsx';
import { InHandPage } from '../pages/in-hand.tsx';
import { LookedPage, rowsTitle, SeenRowsPage } from '../pages/looked.tsx';
import { TakeBack } from '../pages/undo.tsx';
import { canSeeImports } from '../permits.ts';
import { seenChanges, seenReasons, seenRows } from '../queries/files.ts';
import {
  firstRemarks,
  importById,
  newestImports,
  reasonCounts,
  rejectsAfter,
  remarkCounts,
} from '../queries/imports.ts';
import { whyNotUndo } from '../rules/standing.ts';
import { imports } from '../urls.ts';
import { type ImportRow, outcomes, type RowOutcome, type SeenRow } from '../words/import.ts';

/** Enough to put right by hand; whoever has more works from the file of rejects. */
const linesShown = 100;
const examplesShown = 4;

export const crumb = { href: imports.all(), label: title };

export const routes: readonly Route[] = [
  get('/imports', 'the coordinator', {}, async (ctx) => {
    permit(canSeeImports(ctx.actor));
    const rows = await newestImports(ctx.db.open, 50);
    const body = <ImportsPage rows={rows} now={ctx.machineNow} />;
    const above = { href: settings.all(), label: 'Settings' };
    return page({ title, noindex: true, crumb: above, current: settings.all(), body });
  }),

  get('/imports/:id', 'the coordinator', { params: byId }, async (ctx, { params }) => {
    permit(canSeeImports(ctx.actor));
    const one = await importById(ctx.db.open, params.id);
    if (one.state === 'sent') return redirect(imports.columns(one.id));
    return page(await shown(ctx, one));
  }),

  get(
    '/imports/:id/rows',
    'the coordinator',
    {
      params: byId,
      query: z.object({
        outcome: z.enum(outcomes).catch('new'),
        after: z.coerce.number().int().min(0).catch(0),
      }),
    },
    async (ctx, { params, query: { outcome, after } }) => {
      permit(canSeeImports(ctx.actor));
      const one = await importById(ctx.db.open, params.id);
      const rows = await seenRows(ctx.db.open, one.id, { outcome, after, limit: linesShown + 1 });
      const name = rowsTitle(outcome);
      const shownRows = rows.slice(0, linesShown);
      const hasMore = rows.length > linesShown;
      return page({
        title: name,
        noindex: true,
        crumb: { href: imports.one(one.id), label: titleOf(one) },
        body: <SeenRowsPage title={name} one={one} outcome={outcome} rows={shownRows} hasMore={hasMore} />,
      });
    },
  ),

  get('/imports/:id/rejects.csv', 'the coordinator', { params: byId }, async (ctx, { params }) => {
    const { name, text } = await rejectsText(ctx, params.id);
    const headers = { 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' };
    return textReply(text, 'text/csv', 200, { headers });
  }),
];

function titleOf(one: ImportRow): string {
  return `List: ${one.source}`;
}

/** A list as it stands: in hand, looked at, or what became of it. */
async function shown(ctx: Ctx, one: ImportRow) {
  const name = titleOf(one);
  const around = { title: name, noindex: true, crumb };
  if (['looking', 'running', 'stopped', 'undoing'].includes(one.state) && one.byPage) {
    const things = one.state === 'stopped' ? await importedThings(ctx.db.open, one.id) : { all: 0, made: 0 };
    const body = (
      <InHandPage title={name} one={one}>
        {things.all > 0 && <TakeBack one={one} things={things} />}
      </InHandPage>
    );
    return { ...around, body };
  }
  if (one.state === 'looked') {
    const examples = new Map<RowOutcome, SeenRow[]>();
    for (const outcome of outcomes) {
      examples.set(outcome, await seenRows(ctx.db.open, one.id, { outcome, after: 0, limit: examplesShown }));
    }
    const reasons = await seenReasons(ctx.db.open, one.id, { rejected: true, limit: 20 });
    const remarks = await seenReasons(ctx.db.open, one.id, { rejected: false, limit: 20 });
    const changes = await seenChanges(ctx.db.open, one.id);
    const parts = { one, examples, reasons, remarks, changes };
    return { ...around, body: <LookedPage title={name} {...parts} /> };
  }
  const reasons = await reasonCounts(ctx.db.open, one.id, 20);
  const lines = await rejectsAfter(ctx.db.open, one.id, { file: 0, line: 0 }, linesShown);
  const remarks = await remarkCounts(ctx.db.open, one.id, 20);
  const remarkLines = await firstRemarks(ctx.db.open, one.id, linesShown);
  const isOpen = whyNotUndo(one, ctx.machineNow) === undefined;
  const things = isOpen ? await importedThings(ctx.db.open, one.id) : undefined;
  const kept = one.state === 'undone' ? await keptThings(ctx.db.open, one.id, linesShown) : [];
  const parts = { one, reasons, lines, remarks, remarkLines, things, kept, now: ctx.machineNow };
  const body = <ImportPage title={name} {...parts} />;
  return { ...around, body };
}

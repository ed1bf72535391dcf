import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { Invalid, NotFound } from '../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { bringIn } from '../actions/bring-in.ts';
import { dropList, kindOf, sayColumns, sendList, stopImport } from '../actions/send-list.ts';
import { undoImport } from '../actions/undo.ts';
import { BeginListPage } from '../pages/begin-list.tsx';
import { ListColumnsPage } from '../pages/list-columns.tsx';
import { canBringInLists } from '../permits.ts';
import { sentFileOptional } from '../queries/files.ts';
import { importById } from '../queries/imports.ts';
import { fieldOf } from '../rules/columns.ts';
import { imports } from '../urls.ts';
import { listFileBytes, SendList } from '../words/page.ts';
import { crumb } from './imports.tsx';

const Anything = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export const routes: readonly Route[] = [
  get(
    imports.begin(),
    'the coordinator',
    { query: z.object({ after: z.uuid().optional().catch(undefined) }) },
    async (ctx, { query }) => page(await beginPage(ctx, query.after ? await once(ctx, query.after) : {})),
  ),

  post(
    imports.begin(),
    'the coordinator',
    { fields: ['kind', 'source', 'attribution'], upload: { field: 'file', maxBytes: listFileBytes } },
    async (ctx, { form, files }) => {
      permit(canBringInLists(ctx.actor));
      return answerForm(
        SendList,
        form,
        async (input) => {
          const file = files.get('file');
          if (!file)
            throw new Invalid({
              file: 'There is no file here, or nothing is in it. Choose one that ends in .csv.',
            });
          if (!/[.](csv|txt|tsv)$/i.test(file.name)) throw new Invalid({ file: noTable(file.name) });
          return redirect(imports.one(await sendList(ctx, file, input)));
        },
        (problems) => beginPage(ctx, { values: form, problems }),
      );
    },
  ),

  get('/imports/:id/columns', 'the coordinator', { params: byId }, async (ctx, { params }) => {
    permit(canBringInLists(ctx.actor));
    const { state } = await importById(ctx.db.open, params.id);
    if (state !== 'sent' && state !== 'looked') return redirect(imports.one(params.id));
    return page(await columnsPage(ctx, params.id));
  }),

  post(
    '/imports/:id/columns',
    'the coordinator',
    { params: byId, fields: ['column-*'] },
    (ctx, { params, form }) => {
      permit(canBringInLists(ctx.actor));
      return answerForm(
        Anything,
        form,
        async (chosen) => {
          const file = await sentFile(ctx, params.id);
          const said = file.headings.flatMap((heading, index): [string, string][] =>
            heading === '' ? [] : [[heading, String(chosen[fieldOf(index)] ?? '')]],
          );
          await sayColumns(ctx, params.id, Object.fromEntries(said));
          return redirect(imports.one(params.id));
        },
        (problems) => columnsPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post('/imports/:id/bring-in', 'the coordinator', { params: byId, fields: [] }, async (ctx, { params }) => {
    await bringIn(ctx, params.id);
    return redirect(imports.one(params.id));
  }),

  post('/imports/:id/stop', 'the coordinator', { params: byId, fields: [] }, async (ctx, { params }) => {
    await stopImport(ctx, params.id);
    return redirect(imports.one(params.id));
  }),

  post('/imports/:id/undo', 'the coordinator', { params: byId, fields: [] }, async (ctx, { params }) => {
    await undoImport(ctx, params.id);
    return redirect(imports.one(params.id));
  }),

  post('/imports/:id/drop', 'the coordinator', { params: byId, fields: [] }, async (ctx, { params }) => {
    await dropList(ctx, params.id);
    return redirect(imports.all());
  }),
];

async function beginPage(ctx: Ctx, remembered: Remembered): Promise<Page> {
  permit(canBringInLists(ctx.actor));
  const title = 'Bring in a list';
  return { title, noindex: true, crumb, body: <BeginListPage title={title} {...remembered} /> };
}

/** The same list once more: what was said of it stands in the form already. */
async function once(ctx: Ctx, id: string): Promise<Remembered> {
  permit(canBringInLists(ctx.actor));
  const { kind, source, attribution } = await importById(ctx.db.open, id);
  return { values: { kind, source, attribution } };
}

async function columnsPage(ctx: Ctx, id: string, remembered: Remembered = {}): Promise<Page> {
  const one = await importById(ctx.db.open, id);
  const file = await sentFile(ctx, id);
  const title = 'What the columns are';
  const body = <ListColumnsPage title={title} one={one} kind={kindOf(one)} file={file} {...remembered} />;
  return { title, noindex: true, crumb, body };
}

async function sentFile(ctx: Ctx, id: string) {
  const file = await ctx.db.read((db) => sentFileOptional(db, id));
  if (!file) throw new NotFound('list');
  return file;
}

function noTable(name: string): string {
  return `“${name}” is no table we can read. Open it in a spreadsheet and save it as CSV.`;
}

import { z } from 'zod';
import { answerForm } from '../../../platform/forms.ts';
import { byId, get, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { answerMerge, startMerge, undoMerge } from '../actions/merging.ts';
import { duplicates } from '../urls.ts';
import { AnswerMerge, StartMerge, UndoMerge } from '../words.ts';
import { comparePage, findPage, mergerPage } from './pages.tsx';

const Looked = z.object({ q: z.string().trim().max(200).default('') });
const Both = byId.extend({ other: z.uuid() });
const who = 'those who keep one of the two, and the coordinator';

export const routes: readonly Route[] = [
  get('/organisations/:id/same', who, { params: byId, query: Looked }, async (ctx, { params, query }) =>
    page(await findPage(ctx, params.id, query.q)),
  ),

  get('/organisations/:id/same/:other', who, { params: Both }, async (ctx, { params }) =>
    page(await comparePage(ctx, { goneId: params.id, keptId: params.other }, {})),
  ),

  post(
    '/organisations/:id/same/:other',
    who,
    { params: Both, fields: ['reason', 'services', 'versions', 'take_*'] },
    async (ctx, { params, form }) => {
      permit(isPerson(ctx.actor));
      const about = { goneId: params.id, keptId: params.other };
      return answerForm(
        StartMerge,
        form,
        async (input) => redirect(duplicates.one(await startMerge(ctx, about, input))),
        (problems) => comparePage(ctx, about, { values: form, problems }),
      );
    },
  ),

  get('/mergers/:id', who, { params: byId }, async (ctx, { params }) =>
    page(await mergerPage(ctx, params.id)),
  ),

  post(
    '/mergers/:id',
    'the keepers of the record that was asked about',
    { params: byId, fields: ['answer', 'reason'] },
    async (ctx, { params, form }) => {
      permit(isPerson(ctx.actor));
      return answerForm(
        AnswerMerge,
        form,
        async (input) => {
          await answerMerge(ctx, params.id, input);
          return redirect(duplicates.one(params.id));
        },
        (problems) => mergerPage(ctx, params.id, { form: 'answer', values: form, problems }),
      );
    },
  ),

  post(
    '/mergers/:id/undo',
    who,
    { params: byId, fields: ['reason', 'leave'] },
    async (ctx, { params, form }) => {
      permit(isPerson(ctx.actor));
      return answerForm(
        UndoMerge,
        form,
        async (input) => {
          await undoMerge(ctx, params.id, input);
          return redirect(duplicates.one(params.id));
        },
        (problems) => mergerPage(ctx, params.id, { form: 'undo', values: form, problems }),
      );
    },
  ),
];

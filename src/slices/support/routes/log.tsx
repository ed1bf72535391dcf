import { answerForm } from '../../../platform/forms.ts';
import { byId, get, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { addEntry, correctEntry, endFollowUp, withdrawEntry } from '../actions/entries.ts';
import { lookIntoLog } from '../actions/look.ts';
import { canLookIntoLog, canWriteFor } from '../permits.ts';
import { supportLog } from '../urls.ts';
import { AddEntry, CorrectEntry, LookIntoLog, WithdrawEntry } from '../words.ts';
import { entryPage, followUpsPage, logPage, lookPage } from './pages.tsx';

const noStore = { headers: { 'Cache-Control': 'no-store' } };

export const routes: readonly Route[] = [
  get(
    '/organisations/:id/support',
    'any centre, the coordinator with a reason, and the group for what it is shown',
    { params: byId },
    async (ctx, { params }) => page(await logPage(ctx, params.id, {}), 200, noStore),
  ),

  post(
    '/organisations/:id/support',
    'a worker or admin of a centre',
    { params: byId, fields: Object.keys(AddEntry.shape) },
    async (ctx, { params, form }) => {
      permit(isPerson(ctx.actor));
      // The page asks its own permit, so nobody is told what is wrong with a form they may not send.
      await logPage(ctx, params.id, {});
      return answerForm(
        AddEntry,
        form,
        async (input) => {
          await addEntry(ctx, params.id, input);
          return redirect(`${supportLog.of(params.id)}#timeline`);
        },
        (problems) => logPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post(
    '/organisations/:id/support/look',
    'the coordinator',
    { params: byId, fields: ['reason'] },
    async (ctx, { params, form }) => {
      permit(isPerson(ctx.actor));
      permit(canLookIntoLog(ctx.actor), { hidden: true });
      return answerForm(
        LookIntoLog,
        form,
        async (input) => {
          await lookIntoLog(ctx, params.id, input);
          return redirect(supportLog.of(params.id));
        },
        (problems) => lookPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/support/:id', 'the centre that wrote it', { params: byId }, async (ctx, { params }) =>
    page(await entryPage(ctx, params.id, {}), 200, noStore),
  ),

  post(
    '/support/:id',
    'whoever wrote it, and an admin of that centre',
    { params: byId, fields: Object.keys(CorrectEntry.shape) },
    async (ctx, { params, form }) => {
      await entryPage(ctx, params.id, {});
      return answerForm(
        CorrectEntry,
        form,
        async (input) => {
          const { organisationId } = await correctEntry(ctx, params.id, input);
          return redirect(`${supportLog.of(organisationId)}#timeline`);
        },
        (problems, stale) => entryPage(ctx, params.id, { values: form, problems, stale }),
      );
    },
  ),

  post(
    '/support/:id/withdraw',
    'whoever wrote it, and an admin of that centre',
    { params: byId, fields: ['withdrawn_reason'] },
    async (ctx, { params, form }) => {
      await entryPage(ctx, params.id, {});
      return answerForm(
        WithdrawEntry,
        form,
        async (input) => {
          const { organisationId } = await withdrawEntry(ctx, params.id, input);
          return redirect(`${supportLog.of(organisationId)}#timeline`);
        },
        (problems) => entryPage(ctx, params.id, { withdrawing: { values: form, problems } }),
      );
    },
  ),

  post(
    '/support/:id/done',
    'the centre that wrote it',
    { params: byId, fields: [] },
    async (ctx, { params }) => {
      permit(isPerson(ctx.actor));
      const { centreId } = await endFollowUp(ctx, params.id);
      return redirect(supportLog.ofCentre(centreId));
    },
  ),

  get(
    '/centres/:id/support',
    'a worker or admin of the centre',
    { params: byId },
    async (ctx, { params }) => {
      permit(isPerson(ctx.actor));
      permit(canWriteFor(ctx.actor, params.id));
      return page(await followUpsPage(ctx, params.id), 200, noStore);
    },
  ),
];

import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { holdBack, letGoAgain } from '../actions/holds.ts';
import { ProcessingPage, processingTitle } from '../pages/processing.tsx';
import { canHoldBack, canSeeProcessing } from '../permits/breaches.ts';
import { privateColumns } from '../queries/columns.ts';
import { holdsOn, keptTimes } from '../queries/holds.ts';
import { privacy } from '../urls.ts';
import { HoldBack } from '../words/holds.ts';

const nothing = z.object({});

export const routes: readonly Route[] = [
  get('/data-protection', 'the hub’s data lead and the coordinator', {}, async (ctx) =>
    page(await processingPage(ctx, {})),
  ),

  post(
    '/data-protection/holds',
    'the hub’s data lead',
    { fields: ['name', 'reason', 'until'] },
    async (ctx, { form }) => {
      permit(isPerson(ctx.actor));
      permit(canHoldBack(ctx.actor), { hidden: true });
      return answerForm(
        HoldBack,
        form,
        async (input) => {
          await holdBack(ctx, input);
          return redirect(`${privacy.processing()}#holds`);
        },
        (problems) => processingPage(ctx, { values: form, problems }),
      );
    },
  ),

  post(
    '/data-protection/holds/:id/end',
    'the hub’s data lead',
    { params: byId, fields: [] },
    async (ctx, { params }) => {
      permit(isPerson(ctx.actor));
      permit(canHoldBack(ctx.actor), { hidden: true });
      return answerForm(
        nothing,
        {},
        async () => {
          await letGoAgain(ctx, params.id);
          return redirect(`${privacy.processing()}#holds`);
        },
        (problems) => processingPage(ctx, { problems }),
      );
    },
  ),
];

async function processingPage(ctx: Ctx, kept: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  permit(canSeeProcessing(ctx.actor), { hidden: true });
  const db = ctx.db.open;
  const counts = await keptTimes(db);
  const body = (
    <ProcessingPage
      uses={ctx.house.uses}
      columns={await privateColumns(db)}
      kept={ctx.house.retain.map(({ name, what, after }) => ({ name, what, after, count: counts.get(name) }))}
      holds={await holdsOn(db, ctx.machineNow)}
      mayHold={canHoldBack(ctx.actor)}
      now={ctx.machineNow}
      {...kept}
    />
  );
  return { title: processingTitle, noindex: true, crumb: { href: '/me', label: 'You' }, body };
}

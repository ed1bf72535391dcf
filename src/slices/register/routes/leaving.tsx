import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { answerForm, parse, type Remembered } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { answerHandover, beginLeaving, callOffLeaving, changeLeaving } from '../actions/leaving.ts';
import { LeavingPage, leavingTitle } from '../pages/leaving.tsx';
import { canPlanLeaving } from '../permits.ts';
import { leavingView } from '../queries/leaving-view.ts';
import { leavings, organisations } from '../urls.ts';
import { AnswerHandover, PlanLeaving } from '../words/leaving.ts';
import { briefPage } from './brief.tsx';
import { mustBeSomebody } from './kept.ts';

const ByPosition = byId.extend({ position: z.uuid() });
const planFields = ['on', 'note', 'taker.*'];

export const routes: readonly Route[] = [
  get(
    '/organisations/:id/people/:position/leaving',
    'the person, or an admin of it',
    { params: ByPosition },
    async (ctx, { params }) => page(await beginPage(ctx, params, {})),
  ),

  post(
    '/organisations/:id/people/:position/leaving',
    'the person, or an admin of it',
    { params: ByPosition, fields: planFields },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      return answerForm(
        PlanLeaving,
        form,
        async (plan) => {
          const about = { organisationId: params.id, positionId: params.position };
          return redirect(leavings.one(await beginLeaving(ctx, about, plan)));
        },
        (problems) => beginPage(ctx, params, { values: form, problems }),
      );
    },
  ),

  get(
    '/leavings/:id',
    'the person, an admin, or who is asked to take over',
    { params: byId },
    async (ctx, { params }) => page(await leavingPage(ctx, params.id, {})),
  ),

  post(
    '/leavings/:id',
    'the person, or an admin',
    { params: byId, fields: planFields },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      return answerForm(
        PlanLeaving,
        form,
        async (plan) => {
          await changeLeaving(ctx, params.id, plan);
          return redirect(leavings.one(params.id));
        },
        (problems) => leavingPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post(
    '/leavings/:id/call-off',
    'the person, or an admin',
    { params: byId, fields: [] },
    async (ctx, { params }) => {
      mustBeSomebody(ctx);
      return redirect(organisations.people(await callOffLeaving(ctx, params.id)));
    },
  ),

  post(
    '/handovers/:id',
    'the colleague who was asked',
    { params: byId, fields: ['answer'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      const input = parse(AnswerHandover, form);
      const leavingId = await answerHandover(ctx, params.id, input);
      return redirect(input.answer === 'accepted' ? leavings.one(leavingId) : '/me');
    },
  ),

  get('/organisations/:id/brief', 'whoever has a position there', { params: byId }, async (ctx, { params }) =>
    page(await briefPage(ctx, params.id)),
  ),
];

async function beginPage(
  ctx: Ctx,
  at: { id: string; position: string },
  remembered: Remembered,
): Promise<Page> {
  mustBeSomebody(ctx);
  const view = await ctx.db.read((db) =>
    leavingView(ctx, db, { organisationId: at.id, positionId: at.position }),
  );
  permit(canPlanLeaving(ctx.actor, view.about), { hidden: true });
  const action = view.leaving ? leavings.one(view.leaving.id) : leavings.begin(at.id, at.position);
  return drawn({ ...view, action, mayPlan: true }, remembered);
}

async function leavingPage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  mustBeSomebody(ctx);
  const view = await ctx.db.read((db) => leavingView(ctx, db, { leavingId: id }));
  const mayPlan = canPlanLeaving(ctx.actor, view.about);
  permit(mayPlan || view.offered.length > 0 || view.took, { hidden: true });
  const { leaving } = view;
  if (!leaving || leaving.calledOffAt) throw new NotFound('leaving');
  return drawn(
    { ...view, action: leavings.one(id), mayPlan: mayPlan && leaving.endedAt === null },
    remembered,
  );
}

function drawn(
  view: Omit<Parameters<typeof LeavingPage>[0], 'values' | 'problems'>,
  remembered: Remembered,
): Page {
  return {
    title: leavingTitle(view),
    noindex: true,
    crumb: { href: organisations.people(view.organisation.id), label: 'People' },
    body: <LeavingPage {...view} {...remembered} />,
  };
}

import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Problems } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import {
  byId,
  type FormBody,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { cardsByIds, themes } from '../../register/door.ts';
import { knownNeed } from '../actions/help/sorting.ts';
import { makePlan, readPlan } from '../actions/plan/planning.ts';
import { agreeToTalk, askToTalk, declineTalk, readTalk, stopTalk } from '../actions/plan/talking.ts';
import { PlanPage, PlansPage, plansTitle, planTitle } from '../pages/plan/plan.tsx';
import { TalkPage, talkTitle } from '../pages/plan/talk.tsx';
import { canKeepPlan } from '../permits/plan.ts';
import { canSeeReferral, sendersOf } from '../permits/referral.ts';
import { plansOf, servicesForPlan, talk } from '../queries/plan/plans.ts';
import { referral } from '../queries/referrals.ts';
import { plans, referrals } from '../urls.ts';
import { AnswerTalk, AskToTalk, PlanNeed } from '../words/plan.ts';
import { WithdrawReferral } from '../words/referral.ts';
import { referralPage } from './referral-pages.tsx';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const keeper = 'whoever sent the referrals of the plan';
const crumb = { href: plans.list(), label: plansTitle };

export const routes: readonly Route[] = [
  get('/plans', 'whoever refers people', {}, async (ctx) => {
    permit(isPerson(ctx.actor));
    const ids = sendersOf(ctx.actor);
    permit(ids.length > 0);
    const rows = await ctx.db.read((db) => plansOf(db, ids));
    return page(
      { title: plansTitle, noindex: true, body: <PlansPage rows={rows} now={ctx.now} /> },
      200,
      noStore,
    );
  }),

  get('/plans/:id', keeper, { params: byId, query: PlanNeed }, async (ctx, { params, query }) =>
    page(await planPage(ctx, params.id, knownNeed(query.need)), 200, noStore),
  ),

  post('/referrals/:id/plan', 'whoever sent it', { params: byId, fields: [] }, async (ctx, { params }) => {
    permit(isPerson(ctx.actor));
    return redirect(plans.one(await makePlan(ctx, params.id)));
  }),

  post(
    '/referrals/:id/talk',
    'whoever it was sent to',
    { params: byId, fields: ['reason'] },
    async (ctx, { params, form }) => {
      permit(isPerson(ctx.actor));
      const one = await ctx.db.read((db) => referral(db, params.id));
      permit(canSeeReferral(ctx.actor, one), { hidden: true });
      return answerForm(
        AskToTalk,
        form,
        async (input) => {
          await askToTalk(ctx, params.id, input);
          return redirect(referrals.one(params.id));
        },
        (problems) => referralPage(ctx, params.id, { refused: 'talk', values: form, problems }),
      );
    },
  ),

  get('/talks/:id', keeper, { params: byId }, async (ctx, { params }) =>
    page(await talkPage(ctx, params.id), 200, noStore),
  ),

  talking('/talks/:id', AnswerTalk, agreeToTalk),
  talking('/talks/:id/decline', z.object({}), (ctx, id) => declineTalk(ctx, id)),
  talking('/talks/:id/stop', WithdrawReferral, stopTalk),
];

function talking<Schema extends z.ZodObject>(
  path: string,
  schema: Schema,
  act: (ctx: Ctx, id: string, input: z.infer<Schema>) => Promise<void>,
): Route {
  const fields = Object.keys(schema.shape);
  return post(path, keeper, { params: byId, fields }, async (ctx, { params, form }) => {
    const { id } = params;
    await mustKeep(ctx, id);
    return answerForm(
      schema,
      form,
      async (input) => {
        await act(ctx, id, input);
        return redirect(plans.talk(id));
      },
      (problems) => talkPage(ctx, id, { values: form, problems }),
    );
  });
}

async function planPage(ctx: Ctx, id: string, need: string): Promise<Page> {
  permit(isPerson(ctx.actor));
  const read = await readPlan(ctx, id);
  const { organisationId } = read.one;
  const services =
    need === '' ? [] : await ctx.db.read((db) => servicesForPlan(db, { planId: id, need, organisationId }));
  const needs = Object.entries(themes).map(([value, label]) => ({ value, label }));
  const body = <PlanPage {...{ ...read, need, needs, services }} />;
  return { title: planTitle(read.one.code), noindex: true, crumb, body };
}

interface Refused {
  values: FormBody;
  problems: Problems;
}

/** A form that is sent shows nothing, so it is no look. */
async function mustKeep(ctx: Ctx, id: string): Promise<void> {
  permit(isPerson(ctx.actor));
  await ctx.db.read(async (db) => {
    const about = await referral(db, (await talk(db, id)).referralId);
    permit(canKeepPlan(ctx.actor, about.organisationId), { hidden: true });
  });
}

async function talkPage(ctx: Ctx, id: string, refused?: Refused): Promise<Page> {
  permit(isPerson(ctx.actor));
  const { asked, about, others, reason } = await readTalk(ctx, id);
  const cards = await cardsByIds(ctx.db.open, [
    asked.organisationId,
    ...[asked.otherOrganisationId ?? []].flat(),
  ]);
  const body = (
    <TalkPage
      {...{ id, state: asked.state, others, reason, ...refused }}
      by={cards.get(asked.organisationId)?.name ?? ''}
      withWhom={cards.get(asked.otherOrganisationId ?? '')?.name ?? ''}
    />
  );
  const back = { href: referrals.one(about.id), label: 'The referral' };
  return { title: talkTitle, noindex: true, crumb: back, body };
}

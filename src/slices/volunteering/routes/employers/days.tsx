import { z } from 'zod';
import type { Ctx } from '../../../../platform/ctx.ts';
import { addDays, dayOf } from '../../../../platform/dates.ts';
import type { Problems } from '../../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../../platform/forms.ts';
import {
  byId,
  type FormBody,
  get,
  type Page,
  page,
  post,
  type Reply,
  type Route,
  redirect,
} from '../../../../platform/http/route.ts';
import { isPerson, permit } from '../../../../platform/permit.ts';
import { areasByIds } from '../../../areas/door.ts';
import { cardsByIds, organisation } from '../../../register/door.ts';
import { agreeDay, askForDay, cancelDay } from '../../actions/employers/asking.ts';
import { checkRisk, makeOffer, sayHowItWas, sayNotReady } from '../../actions/employers/hosting.ts';
import { EmployerDayPage } from '../../pages/employers/day.tsx';
import { daysTitle, EmployerDaysPage, NewDayPage, newDayTitle } from '../../pages/employers/days.tsx';
import type { DayProps } from '../../pages/employers/props.ts';
import { canAskForDay, canHost, canSeeEmployerDay } from '../../permits/employers.ts';
import { employerDaysFrom, offersFor } from '../../queries/employers/days.ts';
import { employerDays } from '../../urls/employers.ts';
import {
  AgreeDay,
  AskForDay,
  CancelDay,
  CheckRisk,
  MakeOffer,
  NotReady,
  SayHowItWas,
} from '../../words/employers.ts';
import { keptGroup } from '../kept.ts';
import { hostsFor, seenDay } from './seen.ts';

const employer = 'the employer';
const host = 'an admin of the group, or its home centre';
const seer = 'the employer, centres, and groups it is shared with';
const ofOffer = byId.extend({ offer: z.uuid() });
/** How long a day that is over stays on the list. */
const daysBack = 60;

export const routes: readonly Route[] = [
  get('/employer-days', 'whoever is signed in', {}, async (ctx) => page(await daysPage(ctx))),

  get('/organisations/:id/new-employer-day', employer, { params: byId }, async (ctx, { params }) =>
    page(await newDayPage(ctx, params.id, {})),
  ),

  post(
    '/organisations/:id/new-employer-day',
    employer,
    { params: byId, fields: ['id', 'title', 'size', 'on_day', 'budget', 'words', 'skills', 'share'] },
    async (ctx, { params, form }) => {
      await keptGroup(ctx, params.id, canAskForDay);
      return answerForm(
        AskForDay,
        form,
        async (input) => {
          await askForDay(ctx, params.id, input);
          return redirect(employerDays.one(input.id));
        },
        (problems) => newDayPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/employer-days/:id', seer, { params: byId }, async (ctx, { params }) =>
    page(await dayPage(ctx, params.id)),
  ),

  post(
    '/employer-days/:id/offer',
    host,
    { params: byId, fields: ['organisation', 'places', 'cost_each', 'words'] },
    (ctx, { params, form }) =>
      answer(ctx, params.id, 'offer', MakeOffer, form, (input) => makeOffer(ctx, params.id, input)),
  ),

  post(
    '/employer-days/:id/agree',
    employer,
    { params: byId, fields: ['places_*', 'enough', 'version'] },
    (ctx, { params, form }) =>
      answer(ctx, params.id, 'agree', AgreeDay, form, (input) => agreeDay(ctx, params.id, input)),
  ),

  post(
    '/employer-days/:id/cancel',
    employer,
    { params: byId, fields: ['reason', 'version'] },
    (ctx, { params, form }) =>
      answer(ctx, params.id, 'cancel', CancelDay, form, (input) => cancelDay(ctx, params.id, input)),
  ),

  post(
    '/employer-days/:id/offers/:offer/risk',
    host,
    { params: ofOffer, fields: ['risk_words'] },
    (ctx, { params: { id, offer }, form }) =>
      answer(ctx, id, `risk-${offer}`, CheckRisk, form, (input) =>
        checkRisk(ctx, id, offer, input.risk_words),
      ),
  ),

  post(
    '/employer-days/:id/offers/:offer/not-ready',
    host,
    { params: ofOffer, fields: ['reason'] },
    (ctx, { params: { id, offer }, form }) =>
      answer(ctx, id, `not-ready-${offer}`, NotReady, form, (input) =>
        sayNotReady(ctx, id, offer, input.reason),
      ),
  ),

  ...(['employer', 'host'] as const).map((side) =>
    post(
      `/employer-days/:id/offers/:offer/${side}`,
      side === 'employer' ? employer : host,
      { params: ofOffer, fields: ['useful', 'words'] },
      (ctx, { params: { id, offer }, form }) =>
        answer(ctx, id, `${side}-${offer}`, SayHowItWas, form, (input) =>
          sayHowItWas(ctx, { dayId: id, offerId: offer, side }, input),
        ),
    ),
  ),
];

/** Every form of the page of a day comes back to it. */
async function answer<Schema extends z.ZodType>(
  ctx: Ctx,
  id: string,
  name: string,
  schema: Schema,
  form: FormBody,
  act: (input: z.infer<Schema>) => Promise<unknown>,
): Promise<Reply> {
  await seenDay(ctx, id);
  return answerForm(
    schema,
    form,
    async (input) => {
      await act(input);
      return redirect(employerDays.one(id));
    },
    (problems) => dayPage(ctx, id, { form: name, values: form, problems }),
  );
}

async function daysPage(ctx: Ctx): Promise<Page> {
  permit(isPerson(ctx.actor));
  const db = ctx.db.open;
  const rows = [];
  for (const day of await employerDaysFrom(db, dayOf(addDays(ctx.now, -daysBack)))) {
    const isShared = (await hostsFor(ctx, day)).length > 0;
    if (canSeeEmployerDay(ctx.actor, day.organisationId, isShared)) rows.push(day);
  }
  const cards = await cardsByIds(
    db,
    ctx.actor.positions.map(({ organisationId }) => organisationId),
  );
  const employers = [...cards.values()].filter((card) => canAskForDay(ctx.actor, card));
  const body = <EmployerDaysPage rows={rows} employers={employers} now={ctx.now} />;
  return { title: daysTitle, noindex: true, body };
}

async function newDayPage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  const one = await keptGroup(ctx, id, canAskForDay);
  const body = <NewDayPage employer={one} newId={ctx.newId()} {...remembered} />;
  return { title: newDayTitle, noindex: true, body };
}

async function dayPage(
  ctx: Ctx,
  id: string,
  tried?: { form: string; values: FormBody; problems: Problems },
): Promise<Page> {
  const { day, hosts } = await seenDay(ctx, id);
  const offers = await offersFor(ctx.db.open, id);
  const [area] = day.areaId === null ? [] : await areasByIds(ctx.db.open, [day.areaId]);
  const own = offers.filter((one) =>
    canHost(ctx.actor, { id: one.organisationId, homeCentreId: one.homeCentreId }),
  );
  const props: DayProps = {
    ...{ day, offers, hosts, area: area?.name ?? 'The whole network', now: ctx.now, tried },
    isEmployer: canAskForDay(ctx.actor, await organisation(ctx.db.open, day.organisationId)),
    ownOffers: new Set(own.map((one) => one.id)),
  };
  const crumb = { href: employerDays.all(), label: daysTitle };
  return { title: day.title, noindex: true, crumb, body: <EmployerDayPage {...props} /> };
}

import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { NotFound, type Problems, Refused } from '../../../platform/errors.ts';
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
import { hasPositionAt, isPerson, permit } from '../../../platform/permit.ts';
import { knownNetwork } from '../../network/door.ts';
import { cardFacts, cardsByIds, organisation } from '../../register/door.ts';
import { organisations, services } from '../../register/urls.ts';
import { readHelp } from '../actions/help/reading.ts';
import { detailsForPlan } from '../actions/plan/planning.ts';
import { acceptTerms, receiverOf, sendReferral, wordsToAgree } from '../actions/sending.ts';
import { ReferPage, referTitle } from '../pages/refer.tsx';
import { TermsPage, termsTitle } from '../pages/terms.tsx';
import { canAnswerHelp } from '../permits/help.ts';
import { canAcceptTerms, canRefer, sendersOf } from '../permits/referral.ts';
import { acceptedAtOptional, bodiesToReferFor } from '../queries/terms.ts';
import { referrals } from '../urls.ts';
import { AcceptTerms, ForRequest, SendReferral, sendFields } from '../words/referral.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };

export const routes: readonly Route[] = [
  get(
    '/services/:id/refer',
    'whoever refers people',
    { params: byId, query: ForRequest },
    async (ctx, { params, query }) => {
      const values = await valuesFrom(ctx, query);
      return page(await referPage(ctx, params.id, values ? { values } : {}), 200, noStore);
    },
  ),

  post(
    '/services/:id/refer',
    'whoever refers people',
    { params: byId, fields: sendFields },
    async (ctx, { params, form }) => {
      await referPage(ctx, params.id, {});
      return answerForm(
        SendReferral,
        form,
        async (input) => redirect(referrals.one(await sendReferral(ctx, params.id, input))),
        (problems) => referPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/organisations/:id/sharing-terms', 'its people', { params: byId }, async (ctx, { params }) =>
    page(await termsPage(ctx, params.id)),
  ),

  post(
    '/organisations/:id/sharing-terms',
    'its admin',
    { params: byId, fields: ['read'] },
    async (ctx, { params, form }) => {
      await termsPage(ctx, params.id);
      return answerForm(
        AcceptTerms,
        form,
        async () => {
          await acceptTerms(ctx, params.id);
          return redirect(referrals.terms(params.id));
        },
        (problems) => termsPage(ctx, params.id, problems),
      );
    },
  ),
];

interface Remembered {
  values?: FormBody;
  problems?: Problems;
}

async function referPage(ctx: Ctx, serviceId: string, { values, problems }: Remembered): Promise<Page> {
  permit(isPerson(ctx.actor));
  const [facts] = await cardFacts(ctx.db.open, [serviceId]);
  if (!facts) throw new NotFound('service');
  permit(canRefer(ctx.actor));
  const { service, owner } = facts;
  const cards = await cardsByIds(ctx.db.open, sendersOf(ctx.actor));
  const senders = [...cards].map(([id, { name }]) => ({ id, name }));
  const chosen = senders.find(({ id }) => id === values?.organisation_id) ?? senders[0];
  if (!chosen) throw new NotFound('service');
  const covers_next = values?.covers_next !== undefined;
  const wording = await wordsToAgree(ctx.db.open, { organisation_id: chosen.id, covers_next }, owner.name);
  const newId = z.uuid().safeParse(values?.id).data ?? ctx.newId();
  const body = (
    <ReferPage
      {...{ senders, wording, values, problems, newId }}
      service={{ id: service.id, name: service.name, by: owner.name, phone: owner.phone }}
      behalf={await bodiesToReferFor(ctx.db.open)}
      today={dayOf(ctx.now)}
      stopped={await stoppedBy(ctx, serviceId, chosen.id)}
    />
  );
  const crumb = { href: services.one(service.id, service.name), label: service.name };
  return { title: referTitle(service.name), noindex: true, crumb, body };
}

/** Whether anything could be sent at all, before somebody types a story. */
async function stoppedBy(ctx: Ctx, serviceId: string, senderId: string) {
  try {
    await receiverOf(ctx.db.open, serviceId, senderId);
    return undefined;
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    if (problem.code !== 'no_terms') return { why: problem.message };
    return { why: problem.message, href: referrals.terms(senderId), label: 'Read the sharing terms' };
  }
}

/** What somebody wrote who asked for help; the need stays empty, because no name may stand there. */
async function valuesFrom(ctx: Ctx, { request, plan }: z.infer<typeof ForRequest>) {
  if (request !== undefined) return valuesFromRequest(ctx, request);
  return plan === undefined ? undefined : valuesFromPlan(ctx, plan);
}

/** Who it is, from an earlier step of the plan; what is needed is another matter each time. */
async function valuesFromPlan(ctx: Ctx, planId: string): Promise<FormBody> {
  permit(isPerson(ctx.actor));
  const { one, details } = await detailsForPlan(ctx, planId);
  const { name = '', phone = '', email = '', address = '', safe = '' } = details ?? {};
  const sender = { organisation_id: one.organisationId, plan_id: planId };
  return { ...sender, ...askedToday(ctx), name, phone, email, address, safe };
}

function askedToday(ctx: Ctx) {
  return { given_on: dayOf(ctx.now), ground: 'consent', how: 'spoken' };
}

async function valuesFromRequest(ctx: Ctx, requestId: string): Promise<FormBody> {
  permit(isPerson(ctx.actor));
  const { one, story, details } = await readHelp(ctx, requestId);
  permit(canAnswerHelp(ctx.actor, one.organisationId), { hidden: true });
  const { name = '', phone = '', email = '', address = '', safe = '' } = details ?? {};
  const sender = { organisation_id: one.organisationId, request_id: requestId };
  return { ...sender, ...askedToday(ctx), name, phone, email, address, safe, story: story ?? '' };
}

async function termsPage(ctx: Ctx, id: string, problems?: Problems): Promise<Page> {
  permit(isPerson(ctx.actor));
  const one = await organisation(ctx.db.open, id);
  permit(hasPositionAt(ctx.actor, id), { hidden: one.state !== 'active' });
  const { name: networkName } = await knownNetwork(ctx.db);
  const acceptedAt = await acceptedAtOptional(ctx.db.open, id);
  const mayAccept = canAcceptTerms(ctx.actor, id);
  const body = <TermsPage {...{ one, networkName, acceptedAt, mayAccept, problems }} now={ctx.now} />;
  return {
    title: termsTitle,
    noindex: true,
    crumb: { href: organisations.one(id, one.name), label: one.name },
    body,
  };
}

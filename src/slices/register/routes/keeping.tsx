import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { EdgeError, type Problems } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import { limited } from '../../../platform/http/limits.ts';
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
import { permit } from '../../../platform/permit.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { personsByIds } from '../../people/door.ts';
import { answerAppeal } from '../actions/appeal.ts';
import { confirmByLink, confirmChecked } from '../actions/check.ts';
import { answerClaim, answerSuggestion, claimOrganisation, suggestChange } from '../actions/keeping.ts';
import {
  AnswerAppealPage,
  AnswerClaimPage,
  AnswerSuggestionPage,
  CheckedPage,
  CheckPage,
  ClaimPage,
  SuggestedPage,
  SuggestPage,
} from '../pages/keeping.tsx';
import { canAnswerAppeal, canAnswerSuggestion, canCheckRecord, canClaim, canKeepFor } from '../permits.ts';
import { appeal, checkLink, claim, hasOpenClaim, suggestion } from '../queries/keeping.ts';
import { cardsByIds, hubId, organisation } from '../queries/organisation.ts';
import { servicesOf } from '../queries/services.ts';
import { checking, organisations } from '../urls.ts';
import { AnswerAppeal, AnswerClaim } from '../words/answers.ts';
import { AnswerSuggestion, SuggestChange } from '../words/records.ts';

const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
const noStore = { headers: { 'Cache-Control': 'no-store' } };
const oftenEnough = limited({ burst: 10, seconds: 3600 });

export const routes: readonly Route[] = [
  get('/check/:token', 'whoever holds the link', { params: ByToken }, async (ctx, { params }) => {
    const link = await checkLink(ctx.db.open, hashOf(params.token));
    if (link.expiresAt <= ctx.now) {
      throw new EdgeError(
        410,
        'expired',
        'This link has expired. Sign in, and press the button on your page.',
      );
    }
    return page(await checkPage(ctx, link.organisationId, checking.link(params.token), false), 200, noStore);
  }),

  post(
    '/check/:token',
    'whoever holds the link',
    { params: ByToken, fields: [] },
    async (ctx, { params }) => {
      return page(await checkedPage(ctx, await confirmByLink(ctx, params.token)), 200, noStore);
    },
  ),

  get(
    '/organisations/:id/check',
    'its people or its home centre',
    { params: byId },
    async (ctx, { params }) => {
      permit(canCheckRecord(ctx.actor, await organisation(ctx.db.open, params.id)));
      return page(await checkPage(ctx, params.id, organisations.check(params.id), true));
    },
  ),

  post(
    '/organisations/:id/check',
    'its people or its home centre',
    { params: byId, fields: [] },
    async (ctx, { params }) => {
      await confirmChecked(ctx, params.id);
      return page(await checkedPage(ctx, params.id));
    },
  ),

  get('/organisations/:id/suggest', 'anyone', { params: byId }, async (ctx, { params }) => {
    return page(await suggestPage(ctx, params.id, {}));
  }),

  post(
    '/organisations/:id/suggest',
    'anyone',
    { params: byId, fields: ['what', 'reply_to'] },
    async (ctx, { params, form, request }) => {
      oftenEnough(request.address, ctx.machineNow);
      return answerForm(
        SuggestChange,
        form,
        async (input) => {
          await suggestChange(ctx, params.id, input);
          const one = await organisation(ctx.db.open, params.id);
          return page({
            title: 'Thank you, they will look at it',
            noindex: true,
            body: <SuggestedPage one={one} />,
          });
        },
        (problems) => suggestPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/organisations/:id/claim', 'whoever is signed in', { params: byId }, async (ctx, { params }) => {
    permit(canClaim(ctx.actor));
    return page(await claimPage(ctx, params.id));
  }),

  post(
    '/organisations/:id/claim',
    'whoever is signed in',
    { params: byId, fields: [] },
    async (ctx, { params }) => {
      await claimOrganisation(ctx, params.id);
      return redirect(organisations.claim(params.id));
    },
  ),

  get('/claims/:id', 'the home centre', { params: byId }, async (ctx, { params }) =>
    page(await answerClaimPage(ctx, params.id, {})),
  ),

  post(
    '/claims/:id',
    'the home centre',
    { params: byId, fields: ['answer', 'proof'] },
    async (ctx, { params, form }) => {
      return answerForm(
        AnswerClaim,
        form,
        async (input) => {
          await answerClaim(ctx, params.id, input);
          return redirect('/inbox');
        },
        (problems) => answerClaimPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/suggestions/:id', 'its keepers', { params: byId }, async (ctx, { params }) =>
    page(await answerSuggestionPage(ctx, params.id, {})),
  ),

  post(
    '/suggestions/:id',
    'its keepers',
    { params: byId, fields: ['answer', 'reason'] },
    async (ctx, { params, form }) => {
      return answerForm(
        AnswerSuggestion,
        form,
        async (input) => {
          await answerSuggestion(ctx, params.id, input);
          return redirect('/inbox');
        },
        (problems) => answerSuggestionPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/appeals/:id', 'the coordinator', { params: byId }, async (ctx, { params }) =>
    page(await answerAppealPage(ctx, params.id, {})),
  ),

  post(
    '/appeals/:id',
    'the coordinator',
    { params: byId, fields: ['answer', 'reason'] },
    async (ctx, { params, form }) => {
      return answerForm(
        AnswerAppeal,
        form,
        async (input) => {
          await answerAppeal(ctx, params.id, input);
          return redirect('/inbox');
        },
        (problems) => answerAppealPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),
];

interface Remembered {
  values?: FormBody;
  problems?: Problems;
}

async function checkPage(ctx: Ctx, organisationId: string, action: string, mayEdit: boolean): Promise<Page> {
  const one = await organisation(ctx.db.open, organisationId);
  const services = await servicesOf(ctx.db.open, organisationId);
  const body = <CheckPage one={one} services={services} action={action} mayEdit={mayEdit} now={ctx.now} />;
  return { title: `Is ${one.name} still right?`, noindex: true, body };
}

async function checkedPage(ctx: Ctx, organisationId: string): Promise<Page> {
  const one = await organisation(ctx.db.open, organisationId);
  return {
    title: 'Thank you, the page is fresh again',
    noindex: true,
    body: <CheckedPage one={one} now={ctx.now} />,
  };
}

async function suggestPage(ctx: Ctx, organisationId: string, remembered: Remembered): Promise<Page> {
  const one = await organisation(ctx.db.open, organisationId);
  permit(one.state === 'active' || one.state === 'paused', { hidden: true });
  return {
    title: `What is wrong at ${one.name}?`,
    noindex: true,
    body: <SuggestPage one={one} {...remembered} />,
  };
}

async function claimPage(ctx: Ctx, organisationId: string): Promise<Page> {
  const one = await organisation(ctx.db.open, organisationId);
  permit(one.state === 'active', { hidden: true });
  const keeper = one.homeCentreId ?? (await hubId(ctx.db.open));
  const centreName = (await cardsByIds(ctx.db.open, [keeper])).get(keeper)?.name ?? 'The hub';
  const asked = await hasOpenClaim(ctx.db.open, organisationId, ctx.actor.personId ?? '');
  return {
    title: `Is ${one.name} yours?`,
    noindex: true,
    body: <ClaimPage one={one} centreName={centreName} asked={asked} />,
  };
}

async function answerClaimPage(ctx: Ctx, claimId: string, remembered: Remembered): Promise<Page> {
  return ctx.db.read(async (db) => {
    const made = await claim(db, claimId);
    const one = await organisation(db, made.organisationId);
    permit(canKeepFor(ctx.actor, one.homeCentreId ?? (await hubId(db))), { hidden: true });
    const [person] = await personsByIds(db, [made.personId]);
    const shown = {
      about: one,
      madeAt: made.madeAt,
      now: ctx.now,
      open: made.state === 'waiting',
      ...remembered,
    };
    const who = person ? `${person.name} (${person.email})` : 'Somebody';
    const body = <AnswerClaimPage {...shown} claimId={claimId} person={who} phone={one.phone} />;
    return { title: `A claim of ${one.name}`, noindex: true, body };
  });
}

async function answerSuggestionPage(ctx: Ctx, suggestionId: string, remembered: Remembered): Promise<Page> {
  return ctx.db.read(async (db) => {
    const made = await suggestion(db, suggestionId);
    const one = await organisation(db, made.organisationId);
    permit(canAnswerSuggestion(ctx.actor, one), { hidden: true });
    const shown = {
      about: one,
      madeAt: made.madeAt,
      now: ctx.now,
      open: made.state === 'waiting',
      ...remembered,
    };
    const body = <AnswerSuggestionPage {...shown} suggestionId={suggestionId} what={made.what} />;
    return { title: `Something is wrong at ${one.name}`, noindex: true, body };
  });
}

async function answerAppealPage(ctx: Ctx, appealId: string, remembered: Remembered): Promise<Page> {
  permit(canAnswerAppeal(ctx.actor), { hidden: true });
  const made = await appeal(ctx.db.open, appealId);
  const one = await organisation(ctx.db.open, made.organisation_id);
  const shown = {
    about: one,
    madeAt: made.made_at,
    now: ctx.now,
    open: made.state === 'waiting',
    ...remembered,
  };
  const body = <AnswerAppealPage {...shown} appealId={appealId} what={made.what} refusal={one.stateReason} />;
  return { title: `${one.name} asks the hub to look again`, noindex: true, body };
}

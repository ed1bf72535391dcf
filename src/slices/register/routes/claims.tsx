import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { EdgeError } from '../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { openLoopOptional } from '../../loops/door.ts';
import { personsByIds } from '../../people/door.ts';
import {
  answerClaim,
  appealClaim,
  claimOrganisation,
  objectToClaim,
  proveClaim,
} from '../actions/claiming.ts';
import { ObjectPage, ProvePage } from '../pages/claim-words.tsx';
import {
  AnswerClaimPage,
  BeforeClaimPage,
  ClaimPage,
  type ClaimView,
  OwnClaimPage,
} from '../pages/claims.tsx';
import { canAppealClaim, canClaim, canKeepFor, canObjectToClaim } from '../permits/keeping.ts';
import {
  claim,
  claimByTokenOptional,
  lastClaimAppealOptional,
  otherClaims,
  ownClaimOptional,
} from '../queries/claims.ts';
import { cardsByIds, hubId, organisation } from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { claims, organisations } from '../urls.ts';
import { AnswerClaim, AppealClaim, MakeClaim, ObjectToClaim } from '../words/claims.ts';
import { mustBeSomebody } from './kept.ts';

const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
const noStore = { headers: { 'Cache-Control': 'no-store' } };

export const routes: readonly Route[] = [
  get('/organisations/:id/claim', 'anyone', { params: byId }, async (ctx, { params }) => {
    return page(await claimPage(ctx, params.id, {}));
  }),

  post(
    '/organisations/:id/claim',
    'whoever is signed in',
    { params: byId, fields: ['way', 'words'] },
    async (ctx, { params, form }) => {
      permit(canClaim(ctx.actor));
      return answerForm(
        MakeClaim,
        form,
        async (input) => {
          await claimOrganisation(ctx, params.id, input);
          return redirect(organisations.claim(params.id));
        },
        (problems) => claimPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  get('/belongs/:token', 'whoever holds the link', { params: ByToken }, async (ctx, { params }) => {
    const hash = hashOf(params.token);
    const made = await ctx.db.withKeys({ link: hash }).read((db) => claimByTokenOptional(db, hash, ctx.now));
    if (made?.state !== 'waiting') {
      throw new EdgeError(410, 'link_over', 'This link is over: it was answered, or its time has passed.');
    }
    return page(await provePage(ctx, params.token, made, made.provedAt !== null), 200, noStore);
  }),

  post(
    '/belongs/:token',
    'whoever holds the link',
    { params: ByToken, fields: [] },
    async (ctx, { params }) => {
      const made = await proveClaim(ctx, params.token);
      return page(await provePage(ctx, params.token, made, true), 200, noStore);
    },
  ),

  get(
    '/claims/:id',
    'the home centre, whoever claimed, and those who run the page',
    { params: byId },
    async (ctx, { params }) => page(await onePage(ctx, params.id, {})),
  ),

  post(
    '/claims/:id',
    'the home centre',
    { params: byId, fields: ['answer', 'proof'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      return answerForm(
        AnswerClaim,
        form,
        async (input) => {
          await answerClaim(ctx, params.id, input);
          return redirect('/inbox');
        },
        (problems) => onePage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post(
    '/claims/:id/object',
    'an admin of the record',
    { params: byId, fields: ['objection'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      return answerForm(
        ObjectToClaim,
        form,
        async (input) => {
          await objectToClaim(ctx, params.id, input);
          return redirect(claims.one(params.id));
        },
        (problems) => onePage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

  post(
    '/claims/:id/appeal',
    'whoever claimed',
    { params: byId, fields: ['what'] },
    async (ctx, { params, form }) => {
      mustBeSomebody(ctx);
      return answerForm(
        AppealClaim,
        form,
        async (input) => {
          await appealClaim(ctx, params.id, input);
          return redirect(claims.one(params.id));
        },
        (problems) => onePage(ctx, params.id, { values: form, problems }),
      );
    },
  ),
];

async function claimPage(ctx: Ctx, organisationId: string, remembered: Remembered): Promise<Page> {
  const one = await organisation(ctx.db.open, organisationId);
  permit(one.state === 'active', { hidden: true });
  const title = `Is ${one.name} yours?`;
  const around = {
    title,
    noindex: true,
    crumb: { href: organisations.one(one.id, one.name), label: one.name },
  };
  const centreName = await centreNameOf(ctx, one.homeCentreId);
  if (!isPerson(ctx.actor)) return { ...around, body: <BeforeClaimPage one={one} centreName={centreName} /> };
  const { personId } = ctx.actor;
  const made = await ctx.db.read((db) => ownClaimOptional(db, organisationId, personId));
  const runs = (await holders(ctx.db.open, organisationId, ['admin'])).length > 0;
  const body = <ClaimPage one={one} centreName={centreName} made={made} runs={runs} {...remembered} />;
  return { ...around, body };
}

async function provePage(
  ctx: Ctx,
  token: string,
  { organisationId }: { organisationId: string },
  done: boolean,
): Promise<Page> {
  const { name } = await organisation(ctx.db.open, organisationId);
  const title = done ? 'Thank you, the centre knows' : `Somebody asks to look after ${name}`;
  return { title, noindex: true, body: <ProvePage organisation={name} token={token} done={done} /> };
}

/** The centre answers, whoever claimed sees how it stands, and who runs the page may object. */
async function onePage(ctx: Ctx, id: string, remembered: Remembered): Promise<Page> {
  mustBeSomebody(ctx);
  const view = await ctx.db.read(async (db): Promise<ClaimView> => {
    const made = await claim(db, id);
    const others = await otherClaims(db, made);
    const runs = await holders(db, made.organisationId, ['admin']);
    const ids = [made, ...others, ...runs].map((one) => one.personId);
    const people = new Map(
      (await personsByIds(db, ids)).map((one) => [one.id, `${one.name} (${one.email})`]),
    );
    const about = await organisation(db, made.organisationId);
    return {
      about,
      claim: made,
      person: people.get(made.personId) ?? 'Somebody',
      centreName: await centreNameOf(ctx, about.homeCentreId),
      others: others.map((one) => ({ ...one, person: people.get(one.personId) ?? 'Somebody' })),
      runs: runs.map((one) => people.get(one.personId) ?? 'somebody'),
      dueAt: (await openLoopOptional(db, 'claim', id))?.firstDueAt,
      appeal: await lastClaimAppealOptional(db, id),
      now: ctx.now,
      ...remembered,
    };
  });
  const { about, claim: made } = view;
  if (canKeepFor(ctx.actor, about.homeCentreId ?? (await hubId(ctx.db.open)))) {
    return { title: `A claim of ${about.name}`, noindex: true, body: <AnswerClaimPage {...view} /> };
  }
  if (canAppealClaim(ctx.actor, made)) {
    return { title: `Your claim of ${about.name}`, noindex: true, body: <OwnClaimPage {...view} /> };
  }
  permit(canObjectToClaim(ctx.actor, made), { hidden: true });
  return { title: `Somebody says: ${about.name} is ours`, noindex: true, body: <ObjectPage {...view} /> };
}

async function centreNameOf(ctx: Ctx, homeCentreId: string | null): Promise<string> {
  const keeper = homeCentreId ?? (await hubId(ctx.db.open));
  return (await cardsByIds(ctx.db.open, [keeper])).get(keeper)?.name ?? 'The hub';
}

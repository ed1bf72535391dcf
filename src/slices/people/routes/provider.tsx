import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { parse } from '../../../platform/forms.ts';
import { ownPath } from '../../../platform/http/guard.ts';
import { limited } from '../../../platform/http/limits.ts';
import {
  get,
  type Page,
  page,
  post,
  type Reply,
  type Route,
  redirect,
} from '../../../platform/http/route.ts';
import { permit } from '../../../platform/permit.ts';
import { comeBack, type SetOut, setOut, unlinkAccount } from '../actions/provider-sign-in.ts';
import { BackPage, GoOnPage, ProvidersPage, providersTitle } from '../pages/provider.tsx';
import { canSeeOwnPage } from '../permits.ts';
import { ownProviders, providerOptional } from '../queries/providers.ts';
import { people } from '../urls.ts';
import { Back, backFields } from '../words/provider.ts';
import { browserCookie, comeIn } from './sign-in.tsx';

const oftenEnough = limited({ burst: 30, seconds: 600 });
const of = { params: z.object({ organisation: z.uuid() }) };
const title = 'Sign in with the account of your organisation';
const headers = { 'Cache-Control': 'no-store' };

export const routes: readonly Route[] = [
  post(
    '/sign-in/provider/:organisation/begin',
    'anyone',
    { ...of, fields: ['next'] },
    async (ctx, { params, form, request }) => {
      oftenEnough(request.address, ctx.machineNow);
      const boundToken = request.browserToken ?? ctx.newToken();
      const next = ownPath(String(form.next ?? ''));
      const out = { organisationId: params.organisation, purpose: 'sign_in', boundToken, next } as const;
      const reply = await goOn(ctx, out);
      return { ...reply, cookies: [browserCookie(boundToken)] };
    },
  ),

  get(
    '/sign-in/provider/:organisation',
    'whoever comes back from there',
    { ...of, query: Back },
    async (ctx, { params, query }) => page(await backPage(ctx, params.organisation, query), 200, { headers }),
  ),

  post(
    '/sign-in/provider/:organisation',
    'the browser that set out',
    { ...of, fields: backFields },
    async (ctx, { params, form, request }) => {
      oftenEnough(request.address, ctx.machineNow);
      const { browserToken = '', sessionToken = '', device } = request;
      const back = parse(Back, form);
      const came = { organisationId: params.organisation, back, browserToken, sessionToken, device };
      try {
        const { sessionToken: opened, next } = await comeBack(ctx, came);
        return opened ? comeIn({ sessionToken: opened, next }) : redirect(next);
      } catch (problem) {
        if (!(problem instanceof Refused)) throw problem;
        return page(await backPage(ctx, params.organisation, {}, problem.message), 409, { headers });
      }
    },
  ),

  get(people.providers(), 'the person', {}, async (ctx) => page(await ownPage(ctx))),

  post(
    '/me/providers/:organisation',
    'whoever has a position there',
    { ...of, fields: [] },
    async (ctx, { params, request }) => {
      oftenEnough(request.address, ctx.machineNow);
      const { sessionToken: boundToken = '' } = request;
      const next = people.providers();
      return goOn(ctx, { organisationId: params.organisation, purpose: 'link', boundToken, next });
    },
  ),

  post(
    '/me/providers/:organisation/unlink',
    'whoever has a position there',
    { ...of, fields: [] },
    async (ctx, { params }) => {
      await unlinkAccount(ctx, params.organisation);
      return redirect(people.providers());
    },
  ),
];

async function goOn(ctx: Ctx, out: SetOut): Promise<Reply> {
  try {
    const { address, label } = await setOut(ctx, out);
    const body = <GoOnPage title={title} label={label} address={address} />;
    return page({ title, noindex: true, body }, 200, { headers });
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    if (out.purpose === 'link') return page(await ownPage(ctx, problem.message), 409);
    return page(await backPage(ctx, out.organisationId, {}, problem.message), 409, { headers });
  }
}

async function backPage(ctx: Ctx, organisationId: string, back: Back, why?: string): Promise<Page> {
  const provider = await providerOptional(ctx.db.open, organisationId);
  if (!provider) throw new NotFound('provider');
  const shown = { title, organisationId, label: provider.label, back, why };
  return { title, noindex: true, body: <BackPage {...shown} /> };
}

async function ownPage(ctx: Ctx, refused?: string): Promise<Page> {
  permit(canSeeOwnPage(ctx.actor));
  const { personId = '', positions } = ctx.actor;
  const ids = positions.map((held) => held.organisationId);
  const rows = await ctx.db.read((db) => ownProviders(db, personId, ids));
  return {
    title: providersTitle,
    noindex: true,
    crumb: { href: people.me(), label: 'Your page' },
    body: <ProvidersPage rows={rows} refused={refused} now={ctx.machineNow} />,
  };
}

import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import { NotFound, type Problems } from '../../../platform/errors.ts';
import { answerForm } from '../../../platform/forms.ts';
import { byId, get, type Page, page, post, type Route, redirect } from '../../../platform/http/route.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { letGo, withdraw, withdrawByLink } from '../actions/withdraw.ts';
import { LetGoPage, letGoTitle } from '../pages/let-go.tsx';
import { SharedPage, sharedTitle } from '../pages/shared.tsx';
import { canLetGo, canSeeOwnShared } from '../permits.ts';
import { basesOf, basis, basisByLinkOptional, looksAt, receiver, receiversOf } from '../queries/bases.ts';
import { privacy } from '../urls.ts';
import { type Basis, ByToken, type Look, type Shared } from '../words.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };
const nothing = z.object({});

export const routes: readonly Route[] = [
  get('/who-has-my-details', 'the person', {}, async (ctx) => page(await ownPage(ctx), 200, noStore)),

  post('/who-has-my-details/:id/withdraw', 'the person', { params: byId, fields: [] }, (ctx, { params }) => {
    permit(isPerson(ctx.actor));
    return answerForm(
      nothing,
      {},
      async () => {
        await withdraw(ctx, params.id);
        return redirect(privacy.shared());
      },
      (problems) => ownPage(ctx, problems),
    );
  }),

  get(
    '/who-has-my-details/by-link/:token',
    'whoever holds the link',
    { params: ByToken },
    async (ctx, { params }) => page(await linkPage(ctx, params.token), 200, noStore),
  ),

  post(
    '/who-has-my-details/by-link/:token/withdraw',
    'whoever holds the link',
    { params: ByToken, fields: [] },
    (ctx, { params }) =>
      answerForm(
        nothing,
        {},
        async () => {
          await withdrawByLink(ctx, params.token);
          return redirect(privacy.sharedByLink(params.token));
        },
        (problems) => linkPage(ctx, params.token, problems),
      ),
  ),

  get('/let-go/:id', 'whoever was given the details', { params: byId }, async (ctx, { params }) =>
    page(await letGoPage(ctx, params.id), 200, noStore),
  ),

  post(
    '/let-go/:id',
    'whoever was given the details',
    { params: byId, fields: [] },
    async (ctx, { params }) => {
      await letGoPage(ctx, params.id);
      return answerForm(
        nothing,
        {},
        async () => {
          await letGo(ctx, params.id);
          return redirect(privacy.letGo(params.id));
        },
        (problems) => letGoPage(ctx, params.id, problems),
      );
    },
  ),
];

async function ownPage(ctx: Ctx, problems?: Problems): Promise<Page> {
  permit(canSeeOwnShared(ctx.actor, false));
  const { personId = '' } = ctx.actor;
  const shared = await ctx.db.read(async (db) => withReceivers(db, ctx, await basesOf(db, personId)));
  const body = <SharedPage shared={shared} now={ctx.now} problems={problems} />;
  return { title: sharedTitle, noindex: true, crumb: { href: '/me', label: 'You' }, body };
}

async function linkPage(ctx: Ctx, token: string, problems?: Problems): Promise<Page> {
  const hash = hashOf(token);
  const shared = await ctx.db.withKeys({ link: hash }).read(async (db) => {
    const given = await basisByLinkOptional(db, hash);
    permit(canSeeOwnShared(ctx.actor, given !== undefined), { hidden: true });
    if (!given) throw new NotFound('link');
    return withReceivers(db, ctx, [given]);
  });
  const body = <SharedPage shared={shared} token={token} now={ctx.now} problems={problems} />;
  return { title: sharedTitle, noindex: true, body };
}

async function withReceivers(
  db: Db,
  ctx: Ctx,
  bases: readonly Basis[],
): Promise<(Shared & { looks: Look[] })[]> {
  const ids = bases.map((one) => one.id);
  const [receivers, looked] = [await receiversOf(db, ids), await looksAt(db, ids)];
  const names = await ctx.house.bodies.namesOf(db, [
    ...bases.map((one) => one.organisationId),
    ...receivers.map((one) => one.organisationId),
    ...looked.map((one) => one.organisationId),
  ]);
  const named = (id: string) => names.get(id) ?? 'an organisation that is gone';
  return bases.map((one) => ({
    basis: one,
    from: named(one.organisationId),
    receivers: receivers
      .filter((to) => to.basisId === one.id)
      .map((to) => ({ ...to, name: named(to.organisationId) })),
    looks: looked
      .filter((look) => look.basisId === one.id)
      .map(({ organisationId, what, at }) => ({ organisationName: named(organisationId), what, at })),
  }));
}

async function letGoPage(ctx: Ctx, id: string, problems?: Problems): Promise<Page> {
  permit(isPerson(ctx.actor));
  const { one, from } = await ctx.db.read(async (db) => {
    const one = await receiver(db, id);
    permit(canLetGo(ctx.actor, one.organisationId), { hidden: true });
    if (!one.toldAt) throw new NotFound('request');
    const { organisationId } = await basis(db, one.basisId);
    const names = await ctx.house.bodies.namesOf(db, [organisationId]);
    return { one, from: names.get(organisationId) ?? 'another organisation' };
  });
  const body = <LetGoPage receiver={one} from={from} now={ctx.now} problems={problems} />;
  return { title: letGoTitle, noindex: true, crumb: { href: '/inbox', label: 'Inbox' }, body };
}

import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { answerForm } from '../../platform/forms.ts';
import {
  byId,
  fromElsewhere,
  get,
  type Page,
  page,
  post,
  type Route,
  redirect,
} from '../../platform/http/route.ts';
import { isPerson, permit } from '../../platform/permit.ts';
import { hashOf } from '../../platform/secrets.ts';
import { people } from '../people/urls.ts';
import { organisations, services } from '../register/urls.ts';
import { follow, stopByLink } from './actions/follow.ts';
import { FollowingPage, FollowPage, StopPage } from './pages/following.tsx';
import { canFollow } from './permits.ts';
import { followable } from './queries/followable.ts';
import { followedBy, howOne, personByStopLink } from './queries/following.ts';
import { following } from './urls.ts';
import { Follow, type Followable } from './words.ts';

const ByToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
const noStore = { headers: { 'Cache-Control': 'no-store' } };

export const routes: readonly Route[] = [
  get('/following', 'whoever is signed in', {}, async (ctx) => {
    permit(canFollow(ctx.actor));
    const rows = await followedBy(ctx);
    return page({
      title: 'What you follow',
      noindex: true,
      current: people.me(),
      crumb: { href: people.me(), label: 'Your page' },
      body: <FollowingPage rows={rows} />,
    });
  }),

  ...follows('/organisations/:id/follow', 'organisation'),
  ...follows('/services/:id/follow', 'service'),

  get('/following/stop/:token', 'whoever holds the link', { params: ByToken }, async (ctx, { params }) => {
    const hash = hashOf(params.token);
    await ctx.db.withKeys({ link: hash }).read((db) => personByStopLink(db, hash));
    return page(stopPage(params.token, false), 200, noStore);
  }),

  // RFC 8058: the mailbox provider presses the button for its reader, from elsewhere and with a field of its own.
  fromElsewhere(
    post(
      '/following/stop/:token',
      'whoever holds the link',
      { params: ByToken, fields: ['List-Unsubscribe'] },
      async (ctx, { params }) => {
        await stopByLink(ctx, params.token);
        return page(stopPage(params.token, true), 200, noStore);
      },
    ),
  ),
];

type Kind = Followable['kind'];

/** One form for both kinds of thing that somebody can follow. */
function follows(path: string, kind: Kind): Route[] {
  return [
    get(path, 'anyone', { params: byId }, async (ctx, { params }) => {
      return page(await followPage(ctx, { kind, id: params.id }, {}));
    }),
    post(
      path,
      'whoever is signed in',
      { params: byId, fields: ['how', 'weekday'] },
      async (ctx, { params, form }) => {
        permit(canFollow(ctx.actor));
        const what = { kind, id: params.id };
        return answerForm(
          Follow,
          form,
          async (input) => {
            await follow(ctx, what, input);
            return redirect(following.all());
          },
          (problems) => followPage(ctx, what, { values: form, problems }),
        );
      },
    ),
  ];
}

async function followPage(
  ctx: Ctx,
  what: { kind: Kind; id: string },
  tried: Pick<Parameters<typeof FollowPage>[0], 'values' | 'problems'>,
): Promise<Page> {
  const one = await followable(ctx.db.open, what);
  const how = await howOne(ctx, what);
  const back = what.kind === 'service' ? services.one(what.id) : organisations.one(what.id, one.name);
  return {
    title: `Follow ${one.name}`,
    noindex: true,
    crumb: { href: back, label: one.name },
    body: <FollowPage isSomebody={isPerson(ctx.actor)} what={one} how={how} {...tried} />,
  };
}

function stopPage(token: string, done: boolean): Page {
  return {
    title: done ? 'No more news by mail' : 'Stop all news by mail?',
    noindex: true,
    body: <StopPage token={token} done={done} />,
  };
}

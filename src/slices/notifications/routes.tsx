import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { NotFound } from '../../platform/errors.ts';
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
import { organisation } from '../register/door.ts';
import { organisations } from '../register/urls.ts';
import { follow, stopByLink } from './actions/follow.ts';
import { FollowingPage, FollowPage, StopPage } from './pages/following.tsx';
import { canFollow } from './permits.ts';
import { followedBy, howOne, personByStopLink } from './queries/following.ts';
import { following } from './urls.ts';
import { FollowOrganisation } from './words.ts';

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

  get('/organisations/:id/follow', 'anyone', { params: byId }, async (ctx, { params }) => {
    return page(await followPage(ctx, params.id, {}));
  }),

  post(
    '/organisations/:id/follow',
    'whoever is signed in',
    { params: byId, fields: ['how'] },
    async (ctx, { params, form }) => {
      permit(canFollow(ctx.actor));
      return answerForm(
        FollowOrganisation,
        form,
        async (input) => {
          await follow(ctx, params.id, input);
          return redirect(following.all());
        },
        (problems) => followPage(ctx, params.id, { values: form, problems }),
      );
    },
  ),

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

async function followPage(
  ctx: Ctx,
  id: string,
  tried: Pick<Parameters<typeof FollowPage>[0], 'values' | 'problems'>,
): Promise<Page> {
  const one = await organisation(ctx.db.open, id);
  if (one.state !== 'active' && one.state !== 'paused') throw new NotFound('organisation');
  return {
    title: `Follow ${one.name}`,
    noindex: true,
    crumb: { href: organisations.one(id, one.name), label: one.name },
    body: (
      <FollowPage
        isSomebody={isPerson(ctx.actor)}
        organisation={one}
        how={await howOne(ctx, id)}
        {...tried}
      />
    ),
  };
}

function stopPage(token: string, done: boolean): Page {
  return {
    title: done ? 'No more news by mail' : 'Stop all news by mail?',
    noindex: true,
    body: <StopPage token={token} done={done} />,
  };
}

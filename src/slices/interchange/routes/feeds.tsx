import { z } from 'zod';
import type { Ctx } from '../../../platform/ctx.ts';
import { Refused } from '../../../platform/errors.ts';
import { answerForm, type Remembered } from '../../../platform/forms.ts';
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
import { settings } from '../../network/urls.ts';
import { goneFromList } from '../../register/door.ts';
import { addFeed, bringFeed, lookAgain, pauseFeed, removeFeed, resumeFeed } from '../actions/feeds.ts';
import { FeedPage } from '../pages/feed.tsx';
import { FeedsPage, feedsTitle } from '../pages/feeds.tsx';
import { canKeepFeeds } from '../permits.ts';
import { allFeeds, feedById, findingsOf, runsOf } from '../queries/feeds.ts';
import { feeds } from '../urls.ts';
import { AddFeed, feedFields } from '../words/feed.ts';

const runsShown = 20;
const goneShown = 50;
const byId = { params: z.object({ id: z.uuid() }) };
const who = 'the coordinator';
/** Each try asks a server of somebody else. */
const tryOften = limited({ burst: 20, seconds: 600 });

export const routes: readonly Route[] = [
  get(feeds.all(), who, {}, async (ctx) => page(await feedsPage(ctx, {}))),

  post(feeds.all(), who, { fields: feedFields }, async (ctx, { form, request }) => {
    permit(canKeepFeeds(ctx.actor));
    tryOften(request.address, ctx.machineNow);
    return answerForm(
      AddFeed,
      form,
      async (input) => redirect(feeds.one(await addFeed(ctx, input))),
      (problems) => feedsPage(ctx, { values: form, problems }),
    );
  }),

  get('/feeds/:id', who, byId, async (ctx, { params }) => page(await feedPage(ctx, params.id))),

  ...(
    [
      ['/feeds/:id/look', lookAgain],
      ['/feeds/:id/bring', bringFeed],
      ['/feeds/:id/pause', pauseFeed],
      ['/feeds/:id/resume', resumeFeed],
    ] as const
  ).map(([path, act]) =>
    post(path, who, { ...byId, fields: [] }, (ctx, { params }) => done(ctx, params.id, act)),
  ),

  post('/feeds/:id/remove', who, { ...byId, fields: [] }, async (ctx, { params }) => {
    await removeFeed(ctx, params.id);
    return redirect(feeds.all());
  }),
];

async function done(ctx: Ctx, id: string, act: (ctx: Ctx, id: string) => Promise<void>): Promise<Reply> {
  try {
    await act(ctx, id);
    return redirect(feeds.one(id));
  } catch (problem) {
    if (problem instanceof Refused) return page(await feedPage(ctx, id, problem.message), 409);
    throw problem;
  }
}

async function feedsPage(ctx: Ctx, remembered: Remembered): Promise<Page> {
  permit(canKeepFeeds(ctx.actor));
  return {
    title: feedsTitle,
    noindex: true,
    crumb: { href: settings.all(), label: 'Settings' },
    current: settings.all(),
    body: <FeedsPage rows={await allFeeds(ctx.db.open)} now={ctx.now} {...remembered} />,
  };
}

async function feedPage(ctx: Ctx, id: string, refused?: string): Promise<Page> {
  permit(canKeepFeeds(ctx.actor));
  const db = ctx.db.open;
  const feed = await feedById(db, id);
  const runs = await runsOf(db, id, runsShown);
  const last = runs.find((run) => run.state === 'done');
  const title = `Feed: ${feed.source}`;
  return {
    title,
    noindex: true,
    crumb: { href: feeds.all(), label: feedsTitle },
    current: settings.all(),
    body: (
      <FeedPage
        title={title}
        feed={feed}
        runs={runs}
        findings={last ? await findingsOf(db, last.id) : []}
        gone={await goneFromList(db, feed.source, goneShown)}
        refused={refused}
        now={ctx.now}
      />
    ),
  };
}

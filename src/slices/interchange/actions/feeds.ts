import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotReached } from '../../../platform/egress/words.ts';
import { Invalid, type Problems, Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { addJob, record } from '../../../platform/record.ts';
import { feedAdded, feedAsked, feedPaused, feedRemoved, feedResumed } from '../events.ts';
import { canKeepFeeds, canReadFeeds } from '../permits.ts';
import { feedById, feedsLike } from '../queries/feeds.ts';
import { nightAfter } from '../rules/feed-times.ts';
import type { AddFeed, Feed } from '../words/feed.ts';
import { type FirstLook, lookAtFeed } from './feed-read.ts';

/** A feed is tried before it is kept, and looked through from end to end soon after; nothing is taken in yet. */
export async function addFeed(ctx: Ctx, input: AddFeed): Promise<string> {
  permit(canKeepFeeds(ctx.actor));

  const look = await tried(ctx, input.address);
  return ctx.db.transaction(async (tx) => {
    await refuseTaken(tx, { ...look, source: input.source });
    const id = ctx.newId();
    await tx
      .insertInto('interchange.feed')
      .values({ id, ...look, source: input.source, licence: input.licence, added_at: ctx.now })
      .execute();
    await record(tx, ctx, feedAdded, { feedId: id, source: input.source });
    await askFor(tx, ctx, { feedId: id, kind: 'look', byHand: true });
    return id;
  });
}

/** Looks the feed through once more and changes nothing. */
export async function lookAgain(ctx: Ctx, id: string): Promise<void> {
  permit(canKeepFeeds(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const feed = await feedById(tx, id);
    await askFor(tx, ctx, { feedId: feed.id, kind: 'look', byHand: true });
  });
}

/** The first time it also begins the nights. */
export async function bringFeed(ctx: Ctx, id: string): Promise<void> {
  permit(canKeepFeeds(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const feed = await feedById(tx, id);
    if (feed.state === 'new') await turn(tx, feed, { state: 'on', next_at: nightAfter(ctx.now, id) });
    await askFor(tx, ctx, { feedId: id, kind: 'bring', byHand: true });
    await record(tx, ctx, feedAsked, { feedId: id, source: feed.source });
  });
}

/** For whoever sees that it failed: one that is read every night is taken in, another only looked through. */
export async function askAgain(ctx: Ctx, id: string): Promise<void> {
  const { state } = await feedById(ctx.db.open, id);
  return state === 'on' ? bringFeed(ctx, id) : lookAgain(ctx, id);
}

export async function pauseFeed(ctx: Ctx, id: string): Promise<void> {
  permit(canKeepFeeds(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const feed = await feedById(tx, id);
    if (feed.state !== 'on') throw new Refused('not_on', 'This feed is not read every night.');
    await turn(tx, feed, { state: 'paused', next_at: null });
    await record(tx, ctx, feedPaused, { feedId: id, source: feed.source });
  });
}

export async function resumeFeed(ctx: Ctx, id: string): Promise<void> {
  permit(canKeepFeeds(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const feed = await feedById(tx, id);
    if (feed.state !== 'paused') throw new Refused('not_paused', 'This feed is not paused.');
    await turn(tx, feed, { state: 'on', next_at: nightAfter(ctx.now, id) });
    await record(tx, ctx, feedResumed, { feedId: id, source: feed.source });
  });
}

/** What came from it stays, with its name beside it, and grows old like everything that nobody checks. */
export async function removeFeed(ctx: Ctx, id: string): Promise<void> {
  permit(canKeepFeeds(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const feed = await feedById(tx, id);
    await tx.deleteFrom('interchange.feed').where('id', '=', id).execute();
    await record(tx, ctx, feedRemoved, { feedId: id, source: feed.source });
  });
}

/** Whatever is due is put in line, and has its next night. Returns how many. */
export async function askDueFeeds(ctx: Ctx): Promise<number> {
  permit(canReadFeeds(ctx.actor));

  return ctx.db.transaction(async (tx) => {
    const due = await tx
      .selectFrom('interchange.feed')
      .select('id')
      .where('next_at', '<=', ctx.now)
      .forUpdate()
      .execute();
    for (const { id } of due) {
      await tx
        .updateTable('interchange.feed')
        .set({ next_at: nightAfter(ctx.now, id) })
        .where('id', '=', id)
        .execute();
      await askFor(tx, ctx, { feedId: id, kind: 'bring', byHand: false });
    }
    return due.length;
  });
}

/** One that waits already is enough; what a person asks for is more than what the night asks. */
async function askFor(
  tx: Tx,
  ctx: Ctx,
  run: { feedId: string; kind: 'look' | 'bring'; byHand: boolean },
): Promise<void> {
  await sql`insert into interchange.feed_run as before (id, feed_id, kind, by_hand, asked_at, moved_at)
    values (${ctx.newId()}, ${run.feedId}, ${run.kind}, ${run.byHand}, ${ctx.now}, ${ctx.machineNow})
    on conflict (feed_id) where state = 'waiting' do update set
      kind = case when 'bring' in (before.kind, excluded.kind) then 'bring' else 'look' end,
      by_hand = before.by_hand or excluded.by_hand`.execute(tx);
  await addJob(tx, 'read-feeds', {}, 'read-feeds');
}

async function turn(
  tx: Tx,
  feed: Feed,
  set: { state: 'on' | 'paused'; next_at: Date | null },
): Promise<void> {
  await tx.updateTable('interchange.feed').set(set).where('id', '=', feed.id).execute();
}

async function tried(ctx: Ctx, address: string): Promise<FirstLook> {
  try {
    return await lookAtFeed(ctx, address);
  } catch (problem) {
    if (problem instanceof NotReached) throw new Invalid({ address: problem.message });
    throw problem;
  }
}

/** Two lists of one name could not be told apart afterwards: what one lacks would seem to have gone from the other. */
async function refuseTaken(tx: Tx, { address, source }: { address: string; source: string }): Promise<void> {
  const { byAddress, bySource, lists } = await feedsLike(tx, { address, source });
  const problems: Problems = {};
  if (byAddress) problems.address = 'This feed is here already.';
  if (bySource) problems.source = 'There is a feed of this name already. Give another one.';
  else if (lists.some((files) => !files.includes(address))) {
    problems.source = 'A list of this name was taken in before, from a file. Give the feed another name.';
  }
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
}

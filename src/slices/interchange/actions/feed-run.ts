import { sql } from 'kysely';
import { machineNow } from '../../../platform/clock.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { NotReached } from '../../../platform/egress/words.ts';
import { log } from '../../../platform/log.ts';
import { permit } from '../../../platform/permit.ts';
import { addJob, record } from '../../../platform/record.ts';
import { feedTaken } from '../events.ts';
import { canReadFeeds } from '../permits.ts';
import { feedById, runsOf } from '../queries/feeds.ts';
import { afterFailure, nightAfter } from '../rules/feed-times.ts';
import type { Feed, FeedRun } from '../words/feed.ts';
import { type Taken, takeFeed } from './feed-take.ts';

/** A run that has not moved for so long is not alive any more. */
const stillMs = 10 * 60_000;
const runsKept = 60;
const findingsKept = 20;

/**
 * Reads the feed that has waited longest. One at a time in the whole network, so that a long one leaves room for mail;
 * whoever finds another at work leaves, and that other goes on with what waits.
 */
export async function readNextFeed(ctx: Ctx): Promise<void> {
  permit(canReadFeeds(ctx.actor));

  const claimed = await claim(ctx);
  if (!claimed) return;
  const { feed, run } = claimed;
  const outcome = await outcomeOf(ctx, claimed);
  await ctx.db.transaction(async (tx) => {
    if ('trouble' in outcome) await noteFailure(tx, ctx, { feed, run, trouble: outcome.trouble });
    else await noteTaken(tx, ctx, { feed, run, taken: outcome });
    await forgetOld(tx, feed.id);
    await goOn(tx);
  });
}

interface Claimed {
  feed: Feed;
  run: FeedRun;
}

function claim(ctx: Ctx): Promise<Claimed | undefined> {
  return ctx.db.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('interchange.feed_run'))`.execute(tx);
    await tx
      .updateTable('interchange.feed_run')
      .set({ state: 'failed', trouble: 'It was broken off half way.', ended_at: ctx.now })
      .where('state', '=', 'running')
      .where('moved_at', '<', new Date(machineNow().getTime() - stillMs))
      .execute();
    const running = await tx
      .selectFrom('interchange.feed_run')
      .select('id')
      .where('state', '=', 'running')
      .executeTakeFirst();
    if (running) return undefined;
    const { rows } = await sql<{ id: string; feed_id: string }>`
      update interchange.feed_run set state = 'running', moved_at = ${machineNow()}
      where id = (select id from interchange.feed_run where state = 'waiting' order by asked_at, id limit 1)
      returning id, feed_id`.execute(tx);
    const [found] = rows;
    if (!found) return undefined;
    const runs = await runsOf(tx, found.feed_id, runsKept + 1);
    const run = runs.find(({ id }) => id === found.id);
    return run && { feed: await feedById(tx, found.feed_id), run };
  });
}

async function outcomeOf(ctx: Ctx, { feed, run }: Claimed): Promise<Taken | { trouble: string }> {
  async function moved(): Promise<void> {
    await ctx.db.transaction((tx) =>
      tx
        .updateTable('interchange.feed_run')
        .set({ moved_at: machineNow() })
        .where('id', '=', run.id)
        .execute(),
    );
  }
  try {
    return await takeFeed(ctx, { feed, run, moved });
  } catch (problem) {
    if (problem instanceof NotReached) return { trouble: problem.message };
    log.error({ err: problem, feed: feed.id, run: run.id }, 'a feed could not be read');
    return { trouble: 'Something went wrong on our side while it was read.' };
  }
}

async function noteFailure(
  tx: Tx,
  ctx: Ctx,
  { feed, run, trouble }: Claimed & { trouble: string },
): Promise<void> {
  await tx
    .updateTable('interchange.feed_run')
    .set({ state: 'failed', trouble, ended_at: ctx.now })
    .where('id', '=', run.id)
    .execute();
  const failures = feed.failures + 1;
  await sql`update interchange.feed set failures = ${failures}, trouble = ${trouble},
      next_at = case when state = 'on' then ${afterFailure(ctx.now, failures)}::timestamptz end
    where id = ${feed.id}`.execute(tx);
}

async function noteTaken(tx: Tx, ctx: Ctx, { feed, run, taken }: Claimed & { taken: Taken }): Promise<void> {
  const { counts, standard, services, gone, importId, digest, findings } = taken;
  await tx
    .updateTable('interchange.feed_run')
    .set({ state: 'done', ended_at: ctx.now, services, gone, import_id: importId ?? null, ...counts })
    .where('id', '=', run.id)
    .execute();
  await sql`update interchange.feed set failures = 0, trouble = '', standard = ${standard}, services = ${services},
      good_at = ${ctx.now}, digest = coalesce(${digest ?? null}::bytea, digest),
      next_at = case when state = 'on' then ${nightAfter(ctx.now, feed.id)}::timestamptz end
    where id = ${feed.id}`.execute(tx);
  const kept = findings.slice(0, findingsKept);
  if (kept.length > 0) {
    await tx
      .insertInto('interchange.feed_finding')
      .values(kept.map(({ words, times }, place) => ({ run_id: run.id, place, words, times })))
      .execute();
  }
  if (run.kind === 'bring') {
    await record(tx, ctx, feedTaken, { feedId: feed.id, source: feed.source, runId: run.id });
  }
}

async function forgetOld(tx: Tx, feedId: string): Promise<void> {
  await sql`delete from interchange.feed_run where feed_id = ${feedId} and id not in (
    select id from interchange.feed_run where feed_id = ${feedId} order by asked_at desc, id desc
    limit ${runsKept})`.execute(tx);
}

async function goOn(tx: Tx): Promise<void> {
  const waiting = await tx
    .selectFrom('interchange.feed_run')
    .select('id')
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (waiting) await addJob(tx, 'read-feeds', {}, 'read-feeds');
}

import type { Retention } from './contributions.ts';
import type { Ctx } from './ctx.ts';
import type { Tx } from './db/open.ts';
import { log } from './log.ts';

/** So few at a time that nobody waits for a lock. */
const batchSize = 2000;
const dayMs = 86_400_000;

/**
 * Lets go of what was kept long enough, but for what somebody holds back. How much is due is counted first, so that it can
 * be looked at before. A practice network plays its days, so it keeps everything.
 */
export async function retain(ctx: Ctx): Promise<void> {
  const words = await ctx.house.networkWords(ctx.db.open);
  if (!words) return;
  const held = await ctx.house.heldBack(ctx.db.open, ctx.machineNow);
  const failed: unknown[] = [];
  for (const one of ctx.house.retain) {
    try {
      await ctx.house.noteDue(ctx, { name: one.name, ...(await rehearse(ctx, one)) });
      if (words.practice || held.has(one.name)) continue;
      const rows = await one.run(ctx);
      if (rows > 0) log.info({ retention: one.name, rows }, 'what was kept long enough has gone');
    } catch (problem) {
      failed.push(problem);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, 'Some of what was kept long enough has not gone.');
}

/** What would go, counted by doing one batch of each step and taking it back; `more` where there is another. */
async function rehearse(ctx: Ctx, { run }: Retention): Promise<{ due: number; more: boolean }> {
  const pretend: Ctx = { ...ctx, db: { ...ctx.db, transaction: (work) => takenBack(ctx, work) } };
  rehearsals.add(pretend);
  const due = await run(pretend);
  return { due, more: due >= batchSize };
}

const rehearsals = new WeakSet<Ctx>();

async function takenBack<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done: T[] = [];
  const back = new Error('taken back');
  await ctx.db
    .transaction(async (tx) => {
      done.push(await work(tx));
      throw back;
    })
    .catch((problem: unknown) => {
      if (problem !== back) throw problem;
    });
  const [answer] = done;
  if (answer === undefined) throw new Error('A rehearsal of what would go gave no answer.');
  return answer;
}

/** Runs `work` for so many rows at a time until there is nothing left. */
export async function inBatches(ctx: Ctx, work: (tx: Tx, limit: number) => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const rows = await ctx.db.transaction((tx) => work(tx, batchSize));
    all += rows;
    // Nothing has gone in a rehearsal, so the next batch would be the same one.
    if (rows < batchSize || rehearsals.has(ctx)) return all;
  }
}

/** Kept times run by the machine's clock. */
export function daysAgo(ctx: Ctx, days: number): Date {
  return new Date(ctx.machineNow.getTime() - days * dayMs);
}

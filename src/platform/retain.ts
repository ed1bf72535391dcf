import type { Ctx } from './ctx.ts';
import type { Tx } from './db/open.ts';
import { log } from './log.ts';

/** So few at a time that nobody waits for a lock. */
const batchSize = 2000;
const dayMs = 86_400_000;

/** Lets go of what was kept long enough. A practice network plays its days, so it keeps everything. */
export async function retain(ctx: Ctx): Promise<void> {
  const words = await ctx.house.networkWords(ctx.db.open);
  if (!words || words.practice) return;
  const failed: unknown[] = [];
  for (const { name, run } of ctx.house.retain) {
    try {
      const rows = await run(ctx);
      if (rows > 0) log.info({ retention: name, rows }, 'what was kept long enough has gone');
    } catch (problem) {
      failed.push(problem);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, 'Some of what was kept long enough has not gone.');
}

/** Runs `work` for so many rows at a time until there is nothing left. */
export async function inBatches(ctx: Ctx, work: (tx: Tx, limit: number) => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const rows = await ctx.db.transaction((tx) => work(tx, batchSize));
    all += rows;
    if (rows < batchSize) return all;
  }
}

/** Kept times run by the machine's clock. */
export function daysAgo(ctx: Ctx, days: number): Date {
  return new Date(ctx.machineNow.getTime() - days * dayMs);
}

import { makeCtx, type Source } from './http/context.ts';
import { job } from './permit.ts';

/** A clock jump of years must end; each round does at least one piece, so this is far above what a day can hold. */
const mostRounds = 100_000;

let running: Promise<unknown> = Promise.resolve();

/**
 * Does everything that has fallen due by `until`, oldest first, each piece with `now` = the moment it fell due.
 * Returns how many pieces were done, by the name of the work.
 */
export function runDue(source: Source, until: Date): Promise<Map<string, number>> {
  // The practice clock and the minute's job must not do the same piece twice.
  const mine = running.then(() => runOne(source, until));
  running = mine.catch(() => undefined);
  return mine;
}

async function runOne(source: Source, until: Date): Promise<Map<string, number>> {
  const done = new Map<string, number>();
  for (let round = 0; round < mostRounds; round += 1) {
    const soonest = await soonestDue(source, until);
    if (!soonest) return done;
    const ctx = { ...makeCtx(source, { actor: job, hoursAhead: 0 }), now: soonest.at };
    const pieces = await soonest.work.run(ctx);
    if (pieces === 0) throw new Error(`${soonest.work.name} was due but did nothing.`);
    done.set(soonest.work.name, (done.get(soonest.work.name) ?? 0) + pieces);
  }
  throw new Error('Work keeps falling due without an end.');
}

async function soonestDue(source: Source, until: Date) {
  let soonest: { at: Date; work: Source['house']['due'][number] } | undefined;
  for (const work of source.house.due) {
    const at = await work.next(source.database.open, until);
    if (at && (!soonest || at < soonest.at)) soonest = { at, work };
  }
  return soonest;
}

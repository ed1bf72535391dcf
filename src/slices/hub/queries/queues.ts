import type { Queue, QueueRow } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { notFound } from '../../../platform/errors.ts';
import type { DrawnQueue, DrawnRow } from '../words.ts';
import { toRing } from './hub.ts';
import { awayNow } from './moves.ts';

/** All queues without what was set aside, each with its first rows. */
export async function drawnQueues(ctx: Ctx, limit: number): Promise<DrawnQueue[]> {
  const away = await awayNow(ctx.db.open, ctx.now);
  const queues: DrawnQueue[] = [];
  for (const queue of ctx.house.queues) queues.push(await drawn(ctx, queue, { away, limit }));
  return queues;
}

/** One queue; an unknown name is not found. */
export async function drawnQueue(ctx: Ctx, name: string, limit: number): Promise<DrawnQueue> {
  const away = await awayNow(ctx.db.open, ctx.now);
  return drawn(ctx, queueByName(ctx, name), { away, limit });
}

export function queueByName(ctx: Ctx, name: string): Queue {
  const queue = ctx.house.queues.find((one) => one.name === name);
  if (!queue) throw notFound('queue')();
  return queue;
}

/** Reads so many more as are away, so that the page is full without them. */
async function drawn(
  ctx: Ctx,
  queue: Queue,
  { away, limit }: { away: ReadonlySet<string>; limit: number },
): Promise<DrawnQueue> {
  const { total, rows } = await queue.read(ctx, limit + away.size);
  const here = rows.filter((row) => !away.has(row.id));
  const { name, label, next } = queue;
  return {
    ...{ name, label, next },
    total: total - (rows.length - here.length),
    away: rows.length - here.length,
    rows: await withRings(ctx, queue, here.slice(0, limit)),
  };
}

async function withRings(ctx: Ctx, queue: Queue, rows: readonly QueueRow[]): Promise<DrawnRow[]> {
  const rings = await toRing(
    ctx.db.open,
    rows.flatMap((row) => row.waitsFor ?? []),
  );
  const moves = (queue.moves ?? []).map(({ name, label }) => ({ name, label }));
  return rows.map((row) => {
    const ring = rings.get(row.waitsFor ?? '');
    const canEnd = queue.canEnd === true;
    return { ...row, ...(ring && { ring }), queue: queue.name, queueLabel: queue.label, moves, canEnd };
  });
}

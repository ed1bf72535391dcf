import type { Ctx } from '../../platform/ctx.ts';
import { NotFound } from '../../platform/errors.ts';
import { moveClock } from '../network/door.ts';

const hour = 3_600_000;

/** Moves network time on and does what fell due, its mail included. Returns pieces by the name of the work. */
export async function moveOn(ctx: Ctx, hours: number): Promise<ReadonlyMap<string, number>> {
  if (!ctx.practice) throw new NotFound();
  await moveClock(ctx, hours);
  return ctx.practice.catchUp(new Date(ctx.now.getTime() + hours * hour));
}

/** Writes and keeps the mail of whatever happened until now. */
export async function catchUp(ctx: Ctx): Promise<void> {
  await ctx.practice?.catchUp(ctx.now);
}

export async function backToFirstDay(ctx: Ctx): Promise<void> {
  if (!ctx.practice) throw new NotFound();
  await ctx.practice.backToFirstDay();
}

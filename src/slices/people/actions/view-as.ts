import type { Ctx } from '../../../platform/ctx.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import type { Reader } from '../../../platform/words.ts';
import { viewedAs } from '../events.ts';
import { canViewAs } from '../permits.ts';

/** From now on the pages are those of somebody else. That it was done stays in the record. */
export async function beginView(ctx: Ctx, as: Reader): Promise<void> {
  permit(canViewAs(ctx.actor));
  if (!isPerson(ctx.actor)) return;
  const { personId } = ctx.actor;
  await ctx.db.transaction((tx) => record(tx, ctx, viewedAs, { personId, as }));
}

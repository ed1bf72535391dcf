import type { Ctx } from '../../../platform/ctx.ts';
import { Invalid, Refused } from '../../../platform/errors.ts';
import { permit, wantSecondKey } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { changesTakenBack } from '../events.ts';
import { canTakeAllBack } from '../permits/keeping.ts';
import { plan } from '../queries/bulk-undo.ts';
import { takeBack } from './undo.ts';

/**
 * Takes back what somebody changed in a time: an account that was misused, or a mistake made fifty times. Each is a change
 * like any other, in a transaction of its own, so one that cannot go back keeps none of the others.
 */
export async function takeAllBack(
  ctx: Ctx,
  span: { personId: string; from: Date; to: Date },
  reason: string,
): Promise<{ taken: number; kept: number }> {
  permit(canTakeAllBack(ctx.actor), { hidden: true });
  wantSecondKey(ctx.actor);

  const things = await ctx.db.read((db) => plan(db, span));
  const done = { taken: 0, kept: 0 };
  for (const { kind, id, changes } of things) {
    for (const change of changes.filter((one) => one.why === undefined)) {
      if (await wentBack(ctx, { kind, id }, change.id, reason)) done.taken += 1;
      else done.kept += 1;
    }
  }
  if (done.taken + done.kept === 0)
    throw new Refused('nothing', 'Nothing is left to take back in this time.');
  const { personId } = span;
  await ctx.db.transaction((tx) => record(tx, ctx, changesTakenBack, { personId, ...done }, { reason }));
  return done;
}

async function wentBack(
  ctx: Ctx,
  about: Parameters<typeof takeBack>[2],
  versionId: string,
  reason: string,
): Promise<boolean> {
  try {
    await ctx.db.transaction((tx) => takeBack(tx, ctx, about, versionId, { way: 'undo', reason }));
    return true;
  } catch (error) {
    // Somebody changed it since it was looked at, or its form asks for more today.
    if (error instanceof Refused || error instanceof Invalid) return false;
    throw error;
  }
}

import { machineNow } from '../../../platform/clock.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { addJob, record } from '../../../platform/record.ts';
import { takeBack } from '../../register/door.ts';
import { undoBegun } from '../events.ts';
import { canBringInLists, canImport } from '../permits.ts';
import { listsInHand } from '../queries/imports.ts';
import { whyNotUndo } from '../rules/standing.ts';
import { type Attempt, attempts, refusedRow } from './attempt.ts';
import { lockedImport } from './send-list.ts';

/** Organisations in one transaction: few enough that nobody waits long for one of them. */
const atOnce = 100;

/** Has an import taken back: a job does it, batch by batch. */
export async function undoImport(ctx: Ctx, id: string): Promise<void> {
  permit(canBringInLists(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const one = await lockedImport(tx, id);
    const reason = whyNotUndo(one, ctx.machineNow);
    if (reason !== undefined) throw new Refused('not_now', reason);
    // Two that change the same records at once would each find the other’s work.
    if ((await listsInHand(tx)) > 0) throw new Refused('list_in_hand', anotherInHand);
    await tx
      .updateTable('interchange.import')
      .set({ state: 'undoing', problem: '', taken_back: 0, kept: 0, moved_at: ctx.machineNow })
      .where('id', '=', id)
      .execute();
    await record(tx, ctx, undoBegun, { importId: id, kind: one.kind, source: one.source });
    await addJob(tx, 'take-back-list', { importId: id }, `take-back-list ${id}`);
  });
}

export const anotherInHand = 'Another list is in hand just now. Wait until it is done.';

/** A job: each batch moves the count in its own transaction, so whatever stops it, it goes on where it was. */
export async function takeBackList(ctx: Ctx, id: string, end?: AbortSignal): Promise<void> {
  permit(canImport(ctx.actor));

  await attempts(ctx, false, async (attempt) => {
    let settled = 1;
    while (settled > 0) {
      if (end?.aborted) {
        await attempt((tx) => addJob(tx, 'take-back-list', { importId: id }, `take-back-list ${id}`));
        return;
      }
      settled = await takeSomeBack(ctx, id, attempt);
    }
  });
}

/** One organisation that something else leans on must not keep the others: it is found alone, and kept. */
async function takeSomeBack(ctx: Ctx, id: string, attempt: Attempt): Promise<number> {
  const reason = 'Something else leans on it.';
  for (const how of [{ limit: atOnce }, { limit: 1 }, { limit: 1, keepBecause: reason }]) {
    try {
      return await attempt((tx) => oneBatch(tx, ctx, id, how));
    } catch (problem) {
      if (refusedRow(problem) === undefined) throw problem;
    }
  }
  return 0;
}

async function oneBatch(
  tx: Parameters<typeof takeBack>[0],
  ctx: Ctx,
  id: string,
  how: { limit: number; keepBecause?: string },
): Promise<number> {
  const one = await lockedImport(tx, id);
  if (one.state !== 'undoing') return 0;
  const { undone, kept } = await takeBack(tx, ctx, id, how);
  const isEnd = undone + kept === 0;
  await tx
    .updateTable('interchange.import')
    .set({ taken_back: one.takenBack + undone, kept: one.kept + kept, moved_at: machineNow() })
    .set(isEnd ? { state: 'undone', undo_until: null } : {})
    .where('id', '=', id)
    .execute();
  return undone + kept;
}

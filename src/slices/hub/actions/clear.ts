import type { Queue } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { Invalid, NotFound, Refused } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { rowBroughtBack, rowCleared } from '../events.ts';
import { canClearQueues } from '../permits.ts';
import { move } from '../queries/moves.ts';
import { awayUntil, missing } from '../rules.ts';
import { aside, type ClearRow, type DrawnRow, end } from '../words.ts';

/**
 * Does something about a row that waits, and keeps it off the list until a day. What a slice offers is done by that
 * slice, in a transaction of its own and before it is noted here: a note without the deed would be a lie.
 */
export async function clearRow(
  ctx: Ctx,
  { queue, row, input }: { queue: Queue; row: DrawnRow; input: ClearRow },
): Promise<void> {
  permit(canClearQueues(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId } = ctx.actor;
  const problems = missing(input, ctx.now);
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  const made = queue.moves?.find((one) => one.name === input.move);
  if (!made && input.move !== aside && !(input.move === end && queue.canEnd))
    throw new Refused('unknown', 'That cannot be done here. Look at the thing itself.');

  await made?.make(ctx, row.id);
  await ctx.db.transaction(async (tx) => {
    const moveId = ctx.newId();
    await tx
      .insertInto('hub.move')
      .values({
        id: moveId,
        queue: queue.name,
        row_id: row.id,
        move: input.move,
        done: made?.done ?? (input.move === end ? 'Done with' : 'Set aside'),
        title: row.title,
        words: input.words,
        organisation_id: row.waitsFor ?? null,
        by_person_id: personId,
        at: ctx.now,
        away_until: awayUntil(input, made?.daysAway, ctx.now),
      })
      .execute();
    await record(
      tx,
      ctx,
      rowCleared,
      { moveId, queue: queue.name, rowId: row.id, move: input.move },
      { ...(row.waitsFor && { organisationId: row.waitsFor }), reason: input.words },
    );
  });
}

/** Puts what was set aside back on the list. */
export async function bringBack(ctx: Ctx, moveId: string): Promise<void> {
  permit(canClearQueues(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const made = await move(tx, moveId);
    await tx
      .updateTable('hub.move')
      .set({ away_until: ctx.now })
      .where('row_id', '=', made.rowId)
      .where('away_until', '>', ctx.now)
      .execute();
    const about = { queue: made.queue, rowId: made.rowId, move: made.move };
    await record(tx, ctx, rowBroughtBack, { moveId, ...about });
  });
}

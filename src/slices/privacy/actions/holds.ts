import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { Invalid, NotFound, Refused } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { holdEnded, holdMade } from '../events.ts';
import { canHoldBack } from '../permits/breaches.ts';
import { canForgetMatters } from '../permits/matters.ts';
import { holdsOn } from '../queries/holds.ts';

export async function noteDue(ctx: Ctx, of: { name: string; due: number; more: boolean }): Promise<void> {
  permit(canForgetMatters(ctx.actor));
  await ctx.db.transaction((tx) =>
    tx
      .insertInto('privacy.kept_time')
      .values({ ...of, counted_at: ctx.machineNow })
      .onConflict((row) =>
        row.column('name').doUpdateSet({ due: of.due, more: of.more, counted_at: ctx.machineNow }),
      )
      .execute(),
  );
}

/** Nothing of this goes by itself until that day, because somebody needs it: a court, an inquiry, a complaint. */
export async function holdBack(
  ctx: Ctx,
  input: { name: string; reason: string; until: string },
): Promise<void> {
  permit(canHoldBack(ctx.actor));
  if (!isPerson(ctx.actor)) throw new NotFound();
  const { personId } = ctx.actor;
  if (!ctx.house.retain.some(({ name }) => name === input.name)) {
    throw new Invalid({ name: 'Choose what is held back.' });
  }
  if (input.until < dayOf(ctx.machineNow))
    throw new Invalid({ until: 'That day is over. Choose a later one.' });
  await ctx.db.transaction(async (tx) => {
    const [there] = (await holdsOn(tx, ctx.machineNow)).filter(({ name }) => name === input.name);
    if (there) throw new Refused('held', `It is held back already, until ${there.untilDay}.`);
    await tx
      .updateTable('privacy.hold')
      .set({ ended_at: ctx.machineNow })
      .where('name', '=', input.name)
      .where('ended_at', 'is', null)
      .execute();
    await tx
      .insertInto('privacy.hold')
      .values({
        ...{ id: ctx.newId(), name: input.name, reason: input.reason, by_person_id: personId },
        ...{ made_at: ctx.machineNow, until_day: input.until },
      })
      .execute();
    await record(tx, ctx, holdMade, { name: input.name }, { reason: input.reason });
  });
}

export async function letGoAgain(ctx: Ctx, holdId: string): Promise<void> {
  permit(canHoldBack(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const ended = await tx
      .updateTable('privacy.hold')
      .set({ ended_at: ctx.machineNow, ended_by_person_id: ctx.actor.personId ?? null })
      .where('id', '=', holdId)
      .where('ended_at', 'is', null)
      .returning('name')
      .executeTakeFirst();
    if (ended) await record(tx, ctx, holdEnded, { name: ended.name });
  });
}

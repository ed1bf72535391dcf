import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { clockMoved, networkMade } from '../events.ts';
import { canMakeNetwork, canMoveClock } from '../permits.ts';
import { network } from '../queries.ts';
import { holidayRows } from '../rules/bank-holidays.ts';
import { defaultClocks, type NewNetwork } from '../words/network.ts';

/** Fills an empty database with its one network. Only here can it become a practice network. */
export async function makeNetwork(ctx: Ctx, input: NewNetwork): Promise<void> {
  permit(canMakeNetwork(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    await tx
      .insertInto('network.network')
      .values({
        name: input.name,
        strapline: input.strapline,
        practice: input.practice,
        promise: JSON.stringify(input.promise),
        clocks: JSON.stringify(defaultClocks),
        hub_name: input.hubName,
        hub_phone: input.hubPhone,
        hub_email: input.hubEmail,
        published_at: input.opensLater ? null : ctx.now,
      })
      .execute();
    await tx.insertInto('network.clock').values({ hours_ahead: 0 }).execute();
    await tx.insertInto('network.bank_holiday').values(holidayRows('england-and-wales', ctx.now)).execute();
    await record(tx, ctx, networkMade, { practice: input.practice });
  });
}

/** Moves network time on, never back. What fell due in between is done by whoever calls. */
export async function moveClock(ctx: Ctx, hours: number): Promise<void> {
  const { practice } = await network(ctx.db.open);
  permit(canMoveClock(ctx.actor, practice), { hidden: true });

  await ctx.db.transaction(async (tx) => {
    await tx
      .updateTable('network.clock')
      .set({ hours_ahead: sql<number>`hours_ahead + ${hours}` })
      .execute();
    await record(tx, ctx, clockMoved, { hours });
  });
}

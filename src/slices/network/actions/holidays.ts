import type { Ctx } from '../../../platform/ctx.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { holidayAdded, holidayRemoved, settingsChanged } from '../events.ts';
import type { Nation } from '../lists/nations.ts';
import { canChangeSettings } from '../permits.ts';
import { holidayRows } from '../rules/bank-holidays.ts';
import type { AddHoliday } from '../words/settings.ts';
import { refuseStale } from './settings.ts';

/** Days that somebody added by hand stay when another nation is chosen. */
const byHand = 'own';

/** The days of a nation, worked out anew for the years to come, in place of those of the one before. */
export async function chooseNation(ctx: Ctx, input: { nation: Nation; version: number }): Promise<void> {
  permit(canChangeSettings(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    await refuseStale(tx, input.version);
    await tx.deleteFrom('network.bank_holiday').where('nation', '<>', byHand).execute();
    await tx.insertInto('network.bank_holiday').values(holidayRows(input.nation, ctx.now)).execute();
    await tx
      .updateTable('network.network')
      .set({ nation: input.nation, version: input.version + 1 })
      .execute();
    await record(tx, ctx, settingsChanged, { fields: ['nation'] });
  });
}

/** A day that is proclaimed once, or on which nobody in this network works. */
export async function addHoliday(ctx: Ctx, input: AddHoliday): Promise<void> {
  permit(canChangeSettings(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const there = await tx
      .selectFrom('network.bank_holiday')
      .select('name')
      .where('day', '=', input.day)
      .executeTakeFirst();
    if (there) throw new Refused('already_there', `That day is a holiday already: ${there.name}.`);
    await tx
      .insertInto('network.bank_holiday')
      .values({ nation: byHand, ...input })
      .execute();
    await record(tx, ctx, holidayAdded, { day: input.day });
  });
}

export async function removeHoliday(ctx: Ctx, day: string): Promise<void> {
  permit(canChangeSettings(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const gone = await tx.deleteFrom('network.bank_holiday').where('day', '=', day).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw new NotFound('day');
    await record(tx, ctx, holidayRemoved, { day });
  });
}

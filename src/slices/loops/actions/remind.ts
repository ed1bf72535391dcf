import type { Ctx } from '../../../platform/ctx.ts';
import { addDays } from '../../../platform/dates.ts';
import { Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { loopReminded } from '../events.ts';
import { canRemind } from '../permits.ts';
import { openLoopsAbout } from '../queries/open.ts';

/** Tells whoever can give the promised answer that somebody still waits for it; once a day is enough. */
export async function remind(ctx: Ctx, thingId: string): Promise<void> {
  permit(canRemind(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const open = await openLoopsAbout(tx, thingId);
    if (open.length === 0) throw new Refused('answered', 'Somebody has answered in the meantime.');
    for (const loop of open) {
      const reminded = await tx
        .updateTable('loops.loop')
        .set({ reminded_at: ctx.now })
        .where('id', '=', loop.id)
        .where((q) => q.or([q('reminded_at', 'is', null), q('reminded_at', '<', addDays(ctx.now, -1))]))
        .executeTakeFirst();
      if (reminded.numUpdatedRows !== 1n)
        throw new Refused('reminded', 'They were reminded within the last day. Ringing them may do more.');
      const { id: loopId, kind } = loop;
      const organisationId = loop.aboutOrganisationId;
      await record(tx, ctx, loopReminded, { loopId, kind, thingId }, { organisationId });
    }
  });
}

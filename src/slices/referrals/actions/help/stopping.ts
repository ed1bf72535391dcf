import type { Recorded, Subscriber } from '../../../../platform/contributions.ts';
import type { Ctx } from '../../../../platform/ctx.ts';
import { permit } from '../../../../platform/permit.ts';
import { record } from '../../../../platform/record.ts';
import { daysAgo, inBatches } from '../../../../platform/retain.ts';
import { endLoop } from '../../../loops/door.ts';
import { basisExpired, basisWithdrawn } from '../../../privacy/events.ts';
import { helpStopped } from '../../events.ts';
import { canForgetHelp } from '../../permits/help.ts';
import { helpOnBasisOptional } from '../../queries/help/requests.ts';
import { isHelpOver } from '../../rules/help.ts';

/** In the transaction in which somebody withdrew: nobody goes on with it, and what was said is gone. */
export const stopHelp: Subscriber = {
  events: [basisWithdrawn.name, basisExpired.name],
  async hear(tx, ctx, event: Recorded) {
    if (event.payload.purpose !== 'help') return;
    const one = await helpOnBasisOptional(tx, String(event.payload.basisId));
    if (!one) return;
    await tx
      .updateTable('referrals.help_request')
      .set({
        ...{ story: null, details: null },
        ...(!isHelpOver(one.state) && { state: 'withdrawn', version: one.version + 1, closed_at: ctx.now }),
      })
      .where('id', '=', one.id)
      .execute();
    await endLoop(tx, ctx, { kind: 'help-request', thingId: one.id, endReason: 'withdrawn' });
    await record(tx, ctx, helpStopped, { requestId: one.id }, { organisationId: one.organisationId });
  },
};

/** Half a year after they were told, what they wrote goes; the dates stay as long as the agreement. */
export function forgetHelp(ctx: Ctx): Promise<number> {
  permit(canForgetHelp(ctx.actor));
  const before = daysAgo(ctx, 182);
  return inBatches(ctx, async (tx, limit) => {
    const due = tx
      .selectFrom('referrals.help_request')
      .select('id')
      .where('closed_at', '<', before)
      .where('story', 'is not', null)
      .limit(limit);
    const gone = await tx
      .updateTable('referrals.help_request')
      .set({ story: null, details: null })
      .where('id', 'in', due)
      .executeTakeFirst();
    return Number(gone.numUpdatedRows);
  });
}

import type { Ctx } from '../../../platform/ctx.ts';
import { Forbidden, Refused } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { organisation } from '../../register/door.ts';
import { logLookedInto } from '../events.ts';
import { canLookIntoLog } from '../permits.ts';
import { whyNoLog } from '../rules.ts';

const hour = 3_600_000;

/** The coordinator opens a log for an hour of the machine’s time. The reason stands where the centres read it. */
export async function lookIntoLog(
  ctx: Ctx,
  organisationId: string,
  input: { reason: string },
): Promise<void> {
  permit(canLookIntoLog(ctx.actor));
  if (!isPerson(ctx.actor)) throw new Forbidden();
  const { personId, name = '' } = ctx.actor;

  await ctx.db.transaction(async (tx) => {
    const why = whyNoLog(await organisation(tx, organisationId));
    if (why) throw new Refused('no_log', why);
    const lookId = ctx.newId();
    await tx
      .insertInto('support.look')
      .values({
        id: lookId,
        organisation_id: organisationId,
        person_id: personId,
        person_name: name,
        reason: input.reason,
        looked_at: ctx.now,
        closes_at: new Date(ctx.machineNow.getTime() + hour),
      })
      .execute();
    const about = { organisationId, reason: input.reason };
    await record(tx, ctx, logLookedInto, { lookId, organisationId }, about);
  });
}

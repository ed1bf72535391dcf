import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hellosStopped } from '../events.ts';
import { canSayHello } from '../permits.ts';
import type { TakeHellos } from '../words/hellos.ts';

/** Whether a group takes hellos: from all, or from one it named before. Nobody is told, and nobody is told why. */
export async function takeHellos(ctx: Ctx, organisationId: string, input: TakeHellos): Promise<void> {
  permit(canSayHello(ctx.actor, organisationId));
  const fromId = input.from ?? organisationId;
  const stopped = input.hellos === 'no';

  await ctx.db.transaction(async (tx) => {
    if (stopped) await stopFrom(tx, ctx, organisationId, fromId);
    else
      await tx
        .deleteFrom('neighbours.stop')
        .where('organisation_id', '=', organisationId)
        .where('from_organisation_id', '=', fromId)
        .execute();
    await record(tx, ctx, hellosStopped, { stopped }, { organisationId });
  });
}

/** From the group itself means from all. */
export async function stopFrom(tx: Tx, ctx: Ctx, organisationId: string, fromId: string): Promise<void> {
  await tx
    .insertInto('neighbours.stop')
    .values({ organisation_id: organisationId, from_organisation_id: fromId, at: ctx.now })
    .onConflict((same) => same.doNothing())
    .execute();
}

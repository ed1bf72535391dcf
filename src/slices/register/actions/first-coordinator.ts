import type { Ctx } from '../../../platform/ctx.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { personInvited } from '../events.ts';
import { canMakeCentre } from '../permits.ts';
import { hubId } from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { invitations } from '../urls.ts';
import { forWhoeverHoldsIt } from '../words/positions.ts';

const linkDays = 7;

/**
 * A link by which one person becomes the first coordinator, for the screen of whoever runs the machine: no page lets the
 * first visitor take a network over. Undefined when somebody coordinates already. The link before it ends.
 */
export async function linkForFirstCoordinator(ctx: Ctx): Promise<string | undefined> {
  permit(canMakeCentre(ctx.actor));

  const token = ctx.newToken();
  return ctx.db.transaction(async (tx) => {
    const organisationId = await hubId(tx);
    if ((await holders(tx, organisationId, ['coordinator'])).length > 0) return undefined;
    await tx
      .updateTable('register.invitation')
      .set({ revoked_at: ctx.machineNow })
      .where('organisation_id', '=', organisationId)
      .where('email', '=', forWhoeverHoldsIt)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute();
    const id = ctx.newId();
    await tx
      .insertInto('register.invitation')
      .values({
        id,
        organisation_id: organisationId,
        email: forWhoeverHoldsIt,
        role: 'coordinator',
        token_hash: hashOf(token),
        made_at: ctx.machineNow,
        expires_at: new Date(ctx.machineNow.getTime() + linkDays * 86_400_000),
      })
      .execute();
    const about = { organisationId, invitationId: id, role: 'coordinator' };
    await record(tx, ctx, personInvited, about, { organisationId });
    return ctx.publicUrl + invitations.one(token);
  });
}

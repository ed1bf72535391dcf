import type { Ctx } from '../../../platform/ctx.ts';
import { dropPicture, keepPicture, type Picture } from '../../../platform/images.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { organisationChanged } from '../events.ts';
import { canChangeRecord } from '../permits.ts';
import { logoOf } from '../queries/logo.ts';
import { organisation } from '../queries/organisation.ts';

/** The picture on an organisation's page, in place of the one before; without one, none. */
export async function changeLogo(
  ctx: Ctx,
  organisationId: string,
  given: { picture: Picture; alt: string } | undefined,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    permit(canChangeRecord(ctx.actor, await organisation(tx, organisationId)));
    const before = await logoOf(tx, organisationId);
    const logo_id = given ? await keepPicture(tx, ctx, given.picture) : null;
    await tx
      .updateTable('register.organisation')
      .set({ logo_id, logo_alt: given?.alt ?? '', changed_at: ctx.now })
      .where('id', '=', organisationId)
      .execute();
    if (before.id !== null) await dropPicture(tx, before.id);
    const what = { organisationId, fields: ['logo'] };
    await record(tx, ctx, organisationChanged, what, { organisationId });
  });
}

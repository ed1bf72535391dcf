import type { Ctx } from '../../../platform/ctx.ts';
import { dropPicture, keepPicture, type Picture } from '../../../platform/images.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { settingsChanged } from '../events.ts';
import { canChangeSettings } from '../permits.ts';
import { network } from '../queries.ts';

/** The picture beside the name on every page, in place of the one before. */
export async function setLogo(ctx: Ctx, given: { picture: Picture; alt: string }): Promise<void> {
  permit(canChangeSettings(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const { logo } = await network(tx);
    const logo_id = await keepPicture(tx, ctx, given.picture);
    await tx.updateTable('network.network').set({ logo_id, logo_alt: given.alt }).execute();
    if (logo.id !== null) await dropPicture(tx, logo.id);
    await record(tx, ctx, settingsChanged, { fields: ['logo'] });
  });
}

export async function removeLogo(ctx: Ctx): Promise<void> {
  permit(canChangeSettings(ctx.actor));

  await ctx.db.transaction(async (tx) => {
    const { logo } = await network(tx);
    if (logo.id === null) return;
    await tx.updateTable('network.network').set({ logo_id: null, logo_alt: '' }).execute();
    await dropPicture(tx, logo.id);
    await record(tx, ctx, settingsChanged, { fields: ['logo'] });
  });
}

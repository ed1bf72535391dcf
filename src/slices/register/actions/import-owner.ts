import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { canNameOwners } from '../permits.ts';

/** Remembers how the owner of a list wants to be named beside what the list gave. */
export async function nameOwner(
  tx: Tx,
  ctx: Ctx,
  { source, attribution }: { source: string; attribution: string },
): Promise<void> {
  permit(canNameOwners(ctx.actor));
  if (attribution === '') return;

  await tx
    .insertInto('register.source_owner')
    .values({ source, attribution })
    .onConflict((same) => same.column('source').doUpdateSet({ attribution }))
    .execute();
}

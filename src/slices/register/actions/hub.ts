import type { Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { network } from '../../network/door.ts';
import { hubId } from '../queries/organisation.ts';

/** The hub's own record is called as the settings call it, so that letters and invitations say the same. */
export async function keepHubAlike(tx: Tx, ctx: Ctx, _event: Recorded): Promise<void> {
  const { hubName, hubPhone, hubEmail } = await network(tx);
  await tx
    .updateTable('register.organisation')
    .set({ name: hubName, phone: hubPhone, email: hubEmail, changed_at: ctx.now })
    .where('id', '=', await hubId(tx))
    .execute();
}

import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { quietAdminReminded, quietTold } from '../events.ts';
import { canSeeToQuiet } from '../permits/keeping.ts';
import { organisation } from '../queries/organisation.ts';
import { isQuiet } from '../queries/quiet.ts';

/** Asks the only person who runs a page to look in, and to bring in a second one. */
export async function remindQuietAdmin(ctx: Ctx, organisationId: string): Promise<void> {
  await seeTo(ctx, organisationId, () => quietAdminReminded);
}

/** Asks the home centre to find somebody for the page. */
export async function tellCentreOfQuiet(ctx: Ctx, organisationId: string): Promise<void> {
  await seeTo(ctx, organisationId, (homeCentreId) => {
    if (homeCentreId) return quietTold;
    throw new Refused(
      'no_centre',
      'It has no home centre that could be asked. Write to the person, or ring.',
    );
  });
}

type Said = typeof quietAdminReminded | typeof quietTold;

async function seeTo(
  ctx: Ctx,
  organisationId: string,
  what: (homeCentreId: string | null) => Said,
): Promise<void> {
  permit(canSeeToQuiet(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    await sql`select from register.organisation where id = ${organisationId} for update`.execute(tx);
    const { homeCentreId } = await organisation(tx, organisationId);
    if (!(await isQuiet(tx, organisationId, ctx.now))) {
      throw new Refused('seen', 'Somebody of theirs was here in the meantime.');
    }
    await record(tx, ctx, what(homeCentreId), { organisationId }, { organisationId });
  });
}

import type { Ctx } from '../../../platform/ctx.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { organisation } from '../../register/door.ts';
import { roleChanged } from '../events.ts';
import { canPostRole } from '../permits.ts';
import { role } from '../queries/roles.ts';
import { eachWeek, whyNotSession } from '../rules/until.ts';
import type { AddSession, Role } from '../words/role.ts';

/** A day with its hours, or the same weekday for some weeks, always at the same time by the clock on the wall. */
export async function addSession(ctx: Ctx, roleId: string, input: AddSession): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `role ${roleId}`);
    const one = await role(tx, roleId);
    permit(canPostRole(ctx.actor, await organisation(tx, one.organisationId)), { hidden: true });
    const why = whyNotSession(input.on_day, ctx.now);
    if (why) throw new Invalid({ on_day: why });
    const days = eachWeek(input.on_day, input.weeks).map((on_day) => ({
      ...{ id: ctx.newId(), activity_id: one.activityId, on_day },
      ...{ begins: input.begins, ends: input.ends },
    }));
    await tx
      .insertInto('volunteering.session')
      .values(days)
      .onConflict((same) => same.constraint('one_session_at_a_time').doNothing())
      .execute();
    await noteDays(tx, ctx, one);
  });
}

export async function removeSession(ctx: Ctx, roleId: string, sessionId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await role(tx, roleId);
    permit(canPostRole(ctx.actor, await organisation(tx, one.organisationId)), { hidden: true });
    const removed = await tx
      .deleteFrom('volunteering.session')
      .where('id', '=', sessionId)
      .where('activity_id', '=', one.activityId)
      .executeTakeFirst();
    if (removed.numDeletedRows === 1n) await noteDays(tx, ctx, one);
  });
}

async function noteDays(tx: Tx, ctx: Ctx, { id, organisationId }: Role): Promise<void> {
  const payload = { organisationId, roleId: id, fields: ['sessions'] };
  await record(tx, ctx, roleChanged, payload, { organisationId });
}

import type { Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { inTurn } from '../../../platform/db/in-turn.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { organisation } from '../../register/door.ts';
import { roleExpired, roleExpiring, rolePulled, roleStateChanged } from '../events.ts';
import { canEndRoles, canPostRole, canPullRole } from '../permits.ts';
import { lastDays, overAt, untold, warnsAt } from '../queries/due.ts';
import { role, rolesOf } from '../queries/roles.ts';
import { whyNotMove } from '../rules/lifecycle.ts';
import type { MoveRole } from '../words/checks.ts';
import type { Role, State } from '../words/role.ts';
import { endCheck } from './checking.ts';

/** Its keepers pause it, say that it is full, open it again or withdraw it. */
export async function moveRole(ctx: Ctx, id: string, input: MoveRole): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `role ${id}`);
    const one = await role(tx, id);
    permit(canPostRole(ctx.actor, await organisation(tx, one.organisationId)), { hidden: true });
    if (input.to === 'live' && one.state !== 'paused' && one.state !== 'full')
      throw new Refused('not_open', 'Only a role that is paused or full can be opened again.');
    await move(tx, ctx, one, { to: input.to, reason: input.reason });
  });
}

/** The home centre or the hub takes a live role off. The group reads why, puts it right and sends it again. */
export async function pullRole(ctx: Ctx, id: string, reason: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await inTurn(tx, `role ${id}`);
    const one = await role(tx, id);
    permit(canPullRole(ctx.actor, await organisation(tx, one.organisationId)), { hidden: true });
    await move(tx, ctx, one, { to: 'pulled', reason });
    const { organisationId } = one;
    await record(tx, ctx, rolePulled, { organisationId, roleId: id }, { organisationId, reason });
  });
}

/** The last place was given. Whoever calls has locked the role. */
export function fillUp(tx: Tx, ctx: Ctx, one: Role): Promise<void> {
  return move(tx, ctx, one, { to: 'full', reason: '' });
}

async function move(tx: Tx, ctx: Ctx, one: Role, to: { to: State; reason: string }): Promise<void> {
  const why = whyNotMove(one, to.to, dayOf(ctx.now));
  if (why) throw new Refused('cannot_become', why);
  await tx
    .updateTable('volunteering.role')
    .set({
      ...{ state: to.to, state_reason: to.reason, state_since: ctx.now },
      ...{ version: one.version + 1, changed_at: ctx.now },
    })
    .where('id', '=', one.id)
    .execute();
  if (to.to === 'withdrawn') await endCheck(tx, ctx, one.id);
  const { organisationId } = one;
  const payload = { organisationId, roleId: one.id, state: to.to };
  await record(tx, ctx, roleStateChanged, payload, {
    organisationId,
    ...(to.reason === '' ? {} : { reason: to.reason }),
  });
}

/** Nobody is looked for by a group that has closed or was refused. */
export async function hearOfClosing(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<void> {
  if (payload.state !== 'closed') return;
  for (const one of await rolesOf(tx, String(payload.organisationId))) {
    if (one.state === 'withdrawn' || one.state === 'expired') continue;
    await move(tx, ctx, one, { to: 'withdrawn', reason: 'The group has closed.' });
  }
}

const atOnce = 200;

/** Roles whose last day is over. */
export async function endRoles(ctx: Ctx): Promise<number> {
  permit(canEndRoles(ctx.actor));
  let ended = 0;
  for (;;) {
    const due = (await lastDays(ctx.db.open, atOnce)).filter((one) => overAt(one.untilDay) <= ctx.now);
    if (due.length === 0) return ended;
    await ctx.db.transaction(async (tx) => {
      for (const { id } of due) await endOne(tx, ctx, id);
    });
    ended += due.length;
  }
}

async function endOne(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  await inTurn(tx, `role ${id}`);
  const one = await role(tx, id);
  if (one.state !== 'live' || overAt(one.untilDay) > ctx.now) return;
  await tx
    .updateTable('volunteering.role')
    .set({ state: 'expired', state_since: ctx.now, version: one.version + 1, changed_at: ctx.now })
    .where('id', '=', id)
    .execute();
  const { organisationId } = one;
  await record(tx, ctx, roleExpired, { organisationId, roleId: id }, { organisationId });
}

/** Groups are told of a last day that is near, once. */
export async function warnOfEnd(ctx: Ctx): Promise<number> {
  permit(canEndRoles(ctx.actor));
  let told = 0;
  for (;;) {
    const due = (await untold(ctx.db.open, atOnce)).filter((one) => warnsAt(one.untilDay) <= ctx.now);
    if (due.length === 0) return told;
    await ctx.db.transaction(async (tx) => {
      for (const { id } of due) await warnOne(tx, ctx, id);
    });
    told += due.length;
  }
}

async function warnOne(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  const warned = await tx
    .updateTable('volunteering.role')
    .set({ told_at: ctx.now })
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .returning('organisation_id')
    .executeTakeFirst();
  if (!warned) return;
  const organisationId = warned.organisation_id;
  await record(tx, ctx, roleExpiring, { organisationId, roleId: id }, { organisationId });
}

import type { Recorded } from '../../../platform/contributions.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { hubId, isSampled, type Organisation, organisation, ownerAt } from '../../register/door.ts';
import { roleAnswered, roleAsked, roleLive } from '../events.ts';
import { canCheckRole } from '../permits.ts';
import { roleCheck, roleCheckOptional, waitingOf } from '../queries/checks.ts';
import { role } from '../queries/roles.ts';
import type { AnswerRole, RoleCheck } from '../words/checks.ts';
import type { Role } from '../words/role.ts';

const kind = 'role-check';

/** The home centre looks at a role that waits: it goes live, or goes back with one comment. */
export async function answerRole(ctx: Ctx, id: string, input: AnswerRole): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await role(tx, id);
    permit(canCheckRole(ctx.actor, await organisation(tx, one.organisationId)), { hidden: true });
    const check = await roleCheck(tx, id);
    if (check.state !== 'waiting') throw new Refused('answered', 'This role does not wait for an answer.');
    if (input.answer === 'accepted') return letLive(tx, ctx, one, check);
    await tx
      .updateTable('volunteering.role')
      .set({ state: 'returned', state_reason: input.reason, ...moved(ctx, one) })
      .where('id', '=', id)
      .execute();
    await settle(tx, ctx, { one, check }, { state: 'returned', reason: input.reason });
  });
}

/** Somebody at the home centre has looked at what a trusted group posted or changed. */
export async function markRoleLookedAt(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await role(tx, id);
    permit(canCheckRole(ctx.actor, await organisation(tx, one.organisationId)), { hidden: true });
    const check = await roleCheck(tx, id);
    if (check.state !== 'live_at_once') throw new Refused('looked', 'Somebody has looked at it already.');
    await settle(tx, ctx, { one, check }, { state: 'looked_at', reason: '' });
  });
}

/** What waited goes live with the trust of the home centre. */
export async function hearOfTrust(tx: Tx, ctx: Ctx, { payload }: Recorded): Promise<void> {
  if (payload.trusted !== true) return;
  for (const check of await waitingOf(tx, String(payload.organisationId))) {
    await letLive(tx, ctx, await role(tx, check.roleId), check);
  }
}

async function letLive(tx: Tx, ctx: Ctx, one: Role, check: RoleCheck): Promise<void> {
  await tx
    .updateTable('volunteering.role')
    .set({ state: 'live', state_reason: '', live_at: one.liveAt ?? ctx.now, ...moved(ctx, one) })
    .where('id', '=', one.id)
    .execute();
  const { organisationId } = one;
  await settle(tx, ctx, { one, check }, { state: 'accepted', reason: '' });
  await record(tx, ctx, roleLive, { organisationId, roleId: one.id }, { organisationId });
}

function moved(ctx: Ctx, one: Role) {
  return { state_since: ctx.now, version: one.version + 1, changed_at: ctx.now };
}

/** In the transaction that sent it: asks the home centre to look, or notes that it went live without. */
export async function noteSent(tx: Tx, ctx: Ctx, owner: Organisation, one: Role): Promise<void> {
  const waits = one.state === 'for_check';
  if (!waits && !isSampled(owner, canCheckRole(ctx.actor, owner))) return;
  const state = waits ? 'waiting' : 'live_at_once';
  const id = await keepCheck(tx, ctx, one.id, state);
  if (waits) await askForLook(tx, ctx, owner, { id, roleId: one.id });
}

/** A group changed a role that is live: somebody looks at it again when there is time. */
export async function noteChanged(tx: Tx, ctx: Ctx, owner: Organisation, one: Role): Promise<void> {
  if (one.state === 'live' && !canCheckRole(ctx.actor, owner))
    await keepCheck(tx, ctx, one.id, 'live_at_once');
}

/** The role left the list of what waits by another way: it was withdrawn. */
export async function endCheck(tx: Tx, ctx: Ctx, roleId: string): Promise<void> {
  const check = await roleCheckOptional(tx, roleId);
  if (check?.state !== 'waiting' && check?.state !== 'returned') return;
  await tx
    .updateTable('volunteering.role_check')
    .set({ state: 'taken_back' })
    .where('id', '=', check.id)
    .execute();
  await endLoop(tx, ctx, { kind, thingId: check.id, endReason: 'taken back' });
}

async function keepCheck(tx: Tx, ctx: Ctx, roleId: string, state: string): Promise<string> {
  const { id } = await tx
    .insertInto('volunteering.role_check')
    .values({ id: ctx.newId(), role_id: roleId, state, asked_at: ctx.now })
    .onConflict((same) =>
      same
        .column('role_id')
        .doUpdateSet({ state, asked_at: ctx.now, reason: '', answered_at: null, answered_by: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function askForLook(
  tx: Tx,
  ctx: Ctx,
  owner: Organisation,
  check: { id: string; roleId: string },
): Promise<void> {
  const { registration_answer_days } = await clocks(tx);
  const dueAt = dueAfterWorkingDays(ctx.now, registration_answer_days, await bankHolidays(tx));
  const keeper = await ownerAt(tx, owner.homeCentreId ?? (await hubId(tx)));
  await openLoop(tx, ctx, { kind, thingId: check.id, dueAt, ...keeper });
  const about = { organisationId: owner.id };
  await record(tx, ctx, roleAsked, { ...about, roleId: check.roleId }, about);
}

async function settle(
  tx: Tx,
  ctx: Ctx,
  of: { one: Role; check: RoleCheck },
  to: { state: 'accepted' | 'returned' | 'looked_at'; reason: string },
): Promise<void> {
  const settled = await tx
    .updateTable('volunteering.role_check')
    .set({ ...to, answered_at: ctx.now, answered_by: ctx.actor.personId ?? null })
    .where('id', '=', of.check.id)
    .where('state', '=', of.check.state)
    .executeTakeFirst();
  if (settled.numUpdatedRows !== 1n) throw new Refused('answered', 'Somebody else has answered just now.');
  await endLoop(tx, ctx, { kind, thingId: of.check.id, endReason: to.state });
  const { organisationId } = of.one;
  const payload = { organisationId, roleId: of.one.id, answer: to.state };
  await record(tx, ctx, roleAnswered, payload, { organisationId, reason: to.reason });
}

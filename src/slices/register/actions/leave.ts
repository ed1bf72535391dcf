import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { endLoop, openLoop } from '../../loops/door.ts';
import { bankHolidays, clocks, dueAfterWorkingDays } from '../../network/door.ts';
import { leavingEnded, leavingStuck, positionEnded } from '../events.ts';
import { canEndLeavings } from '../permits.ts';
import { leaving, leavingsDue, runsAlone } from '../queries/leaving.ts';
import { hubId, organisation } from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { keepers } from '../rules/leaving.ts';
import type { Leaving } from '../words/leaving.ts';
import { ownerAt } from './owner.ts';

/** The last days that have come: access ends, and what nobody took goes to whoever answers there now. */
export async function endLeavings(ctx: Ctx): Promise<number> {
  permit(canEndLeavings(ctx.actor));
  const due = await leavingsDue(ctx.db.open, ctx.now);
  for (const { id } of due) {
    await ctx.db.transaction(async (tx) => {
      const one = await lockedLeaving(tx, id);
      // It may have been called off or moved since it was read.
      if (one.endedAt || one.calledOffAt || one.leavesAt > ctx.now) return;
      await endOrStick(tx, ctx, one);
    });
  }
  return due.length;
}

/**
 * A page that nobody else runs keeps its person, and its home centre is asked to find another one: no page without
 * anybody, and no promise that says otherwise.
 */
async function endOrStick(tx: Tx, ctx: Ctx, one: Leaving): Promise<void> {
  await lockOrganisation(tx, one.organisationId);
  if (!(await runsAlone(tx, one.organisationId, one.personId))) return end(tx, ctx, one);
  await tx.updateTable('register.leaving').set({ stuck_at: ctx.now }).where('id', '=', one.id).execute();
  const { homeCentreId } = await organisation(tx, one.organisationId);
  const days = (await clocks(tx)).registration_answer_days;
  const dueAt = dueAfterWorkingDays(ctx.now, days, await bankHolidays(tx));
  const owner = await ownerAt(tx, homeCentreId ?? (await hubId(tx)));
  await openLoop(tx, ctx, { kind: 'nobody-takes-over', thingId: one.id, dueAt, ...owner });
  const { organisationId, personId } = one;
  await record(tx, ctx, leavingStuck, { organisationId, leavingId: one.id, personId }, { organisationId });
}

/** A leaving whose day had come ends as soon as somebody else runs the page. */
export async function finishWhenNothingHolds(tx: Tx, ctx: Ctx, one: Leaving): Promise<void> {
  if (one.leavesAt > ctx.now) return;
  await lockOrganisation(tx, one.organisationId);
  if (await runsAlone(tx, one.organisationId, one.personId)) return;
  await end(tx, ctx, one);
}

/** After somebody new has come to run a page: whoever could not leave may go now. */
export async function finishStuck(tx: Tx, ctx: Ctx, stuck: readonly Leaving[]): Promise<void> {
  for (const one of stuck.filter((leaving) => leaving.stuckAt !== null)) {
    await finishWhenNothingHolds(tx, ctx, one);
  }
}

export function settleStuck(tx: Tx, ctx: Ctx, one: Leaving, endReason: string): Promise<void> {
  return endLoop(tx, ctx, { kind: 'nobody-takes-over', thingId: one.id, endReason });
}

async function end(tx: Tx, ctx: Ctx, one: Leaving): Promise<void> {
  const { organisationId, personId } = one;
  const held = (await holders(tx, organisationId)).filter((position) => position.personId === personId);
  await endHeld(tx, ctx, { organisationId, personId, held });
  await tx
    .updateTable('register.handover')
    .set({ state: 'taken_back', answered_at: ctx.now })
    .where('leaving_id', '=', one.id)
    .where('state', '=', 'offered')
    .execute();
  await tx.updateTable('register.leaving').set({ ended_at: ctx.now }).where('id', '=', one.id).execute();
  await settleStuck(tx, ctx, one, 'somebody_runs_it');
  await record(tx, ctx, leavingEnded, { organisationId, leavingId: one.id, personId }, { organisationId });
}

interface Ended {
  organisationId: string;
  personId: string;
  held: readonly { id: string; role: string }[];
}

/**
 * Ends positions at once: the next request finds them gone, the invitations the person sent die, and whatever the
 * person still answered for has somebody else before the transaction ends.
 */
export async function endHeld(tx: Tx, ctx: Ctx, { organisationId, personId, held }: Ended): Promise<void> {
  // First, because whoever has left sees the invitations no more and could not take them back.
  await tx
    .updateTable('register.invitation')
    .set({ revoked_at: ctx.machineNow })
    .where('organisation_id', '=', organisationId)
    .where('invited_by', '=', personId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  for (const { id, role } of held) {
    await tx.updateTable('register.position').set({ until_at: ctx.now }).where('id', '=', id).execute();
    await record(tx, ctx, positionEnded, { organisationId, personId, role }, { organisationId });
  }
  const left = (await holders(tx, organisationId, keepers)).some((one) => one.personId === personId);
  if (!left) await passRest(tx, ctx, { organisationId, personId });
}

async function passRest(tx: Tx, ctx: Ctx, who: { organisationId: string; personId: string }): Promise<void> {
  const next = await ownerAt(tx, who.organisationId);
  for (const duty of ctx.house.duties) {
    for (const thing of await duty.of(tx, ctx, who)) {
      await duty.pass(tx, ctx, {
        id: thing.id,
        fromPersonId: who.personId,
        toOrganisationId: next.ownerOrganisationId,
        toPersonId: next.ownerPersonId,
      });
    }
  }
}

/** Locked, so that an answer, a change and the last day cannot pass each other. */
export async function lockedLeaving(tx: Tx, id: string): Promise<Leaving> {
  await sql`select from register.leaving where id = ${id} for update`.execute(tx);
  return leaving(tx, id);
}

export async function lockOrganisation(tx: Tx, id: string): Promise<void> {
  await sql`select id from register.organisation where id = ${id} for update`.execute(tx);
}

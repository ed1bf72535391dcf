import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { addDays } from '../../../platform/dates.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Invalid, NotFound, Refused } from '../../../platform/errors.ts';
import { isPerson, permit, wantSecondKey } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { personsByIds } from '../../people/door.ts';
import { appointmentConfirmed, appointmentEnded, appointmentMade } from '../events.ts';
import { canAppoint, canEndLeavings, canObject } from '../permits.ts';
import {
  appointment,
  appointmentsDue,
  appointmentsOf,
  appointmentToObject,
} from '../queries/appointments.ts';
import { organisation } from '../queries/organisation.ts';
import { holders } from '../queries/people.ts';
import { waitDays } from '../rules/recovery.ts';
import type { Appointment, AppointPerson, CheckWay } from '../words/leaving.ts';
import { endHeld } from './leave.ts';
import { inviteInto } from './people.ts';

/** The first check: somebody at the home centre says why, who, and how they know. */
export async function appointPerson(ctx: Ctx, organisationId: string, input: AppointPerson): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const one = await organisation(tx, organisationId);
    permit(canAppoint(ctx.actor, one), { hidden: true });
    wantSecondKey(ctx.actor);
    if (!isPerson(ctx.actor)) throw new NotFound();
    await sql`select from register.organisation where id = ${organisationId} for update`.execute(tx);
    const open = (await appointmentsOf(tx, organisationId)).some(
      (made) => made.state === 'checked_once' || made.state === 'waiting',
    );
    if (open) throw new Refused('under_way', 'Somebody is being appointed already. Look below.');
    const id = ctx.newId();
    await tx
      .insertInto('register.appointment')
      .values({
        ...{ id, organisation_id: organisationId, email: input.email, why: input.why },
        ...{ first_check: input.check, first_by: ctx.actor.personId, first_at: ctx.now },
      })
      .execute();
    const payload = { organisationId, appointmentId: id };
    await record(tx, ctx, appointmentMade, payload, { organisationId, reason: input.why });
  });
}

/** The second check, by somebody else and in another way. Everybody who is known is told now. */
export async function confirmAppointment(
  ctx: Ctx,
  appointmentId: string,
  input: { check: CheckWay },
): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const made = await locked(tx, appointmentId);
    const { organisationId } = made;
    permit(canAppoint(ctx.actor, await organisation(tx, organisationId)), { hidden: true });
    wantSecondKey(ctx.actor);
    if (!isPerson(ctx.actor)) throw new NotFound();
    if (made.state !== 'checked_once') throw new Refused('checked', 'The second check is done already.');
    if (made.firstBy === ctx.actor.personId) {
      throw new Refused(
        'same_person',
        'You made the first check. Ask a colleague, or the hub, for the second.',
      );
    }
    if (made.firstCheck === input.check) {
      throw new Invalid({ check: 'This was the first check. Check in another way.' });
    }
    await tx
      .updateTable('register.appointment')
      .set({
        ...{ second_check: input.check, second_by: ctx.actor.personId, second_at: ctx.now },
        ...{ takes_effect_at: addDays(ctx.now, waitDays), state: 'waiting' },
      })
      .where('id', '=', appointmentId)
      .execute();
    await record(tx, ctx, appointmentConfirmed, { organisationId, appointmentId }, { organisationId });
    return organisationId;
  });
}

/** One link for everybody who is told; it says nothing about who opens it. */
export async function makeObjectionLink(tx: Tx, ctx: Ctx, appointmentId: string): Promise<string> {
  const token = ctx.newToken();
  await tx
    .updateTable('register.appointment')
    .set({ objection_hash: hashOf(token) })
    .where('id', '=', appointmentId)
    .execute();
  return token;
}

/** Nobody objected: the new person is invited, and runs the page from when they accept. */
export async function inviteAppointed(ctx: Ctx): Promise<number> {
  permit(canEndLeavings(ctx.actor));
  const due = await appointmentsDue(ctx.db.open, ctx.now);
  for (const { id: appointmentId } of due) {
    await ctx.db.transaction(async (tx) => {
      // Somebody may have stopped it since it was read.
      const made = await locked(tx, appointmentId);
      if (made.state !== 'waiting') return;
      const { organisationId, email } = made;
      const { name } = await organisation(tx, organisationId);
      const to = { id: organisationId, name };
      const { id } = await inviteInto(tx, ctx, to, { email, role: 'admin' });
      await tx
        .updateTable('register.appointment')
        .set({ state: 'invited', invitation_id: id })
        .where('id', '=', made.id)
        .execute();
      await ended(tx, ctx, made, 'invited');
    });
  }
  return due.length;
}

/** Anybody who was told may stop it, without signing in: the link came to a mailbox that is known. */
export async function objectToAppointment(ctx: Ctx, token: string, reason: string): Promise<void> {
  permit(canObject(ctx.actor));
  const hash = hashOf(token);
  await ctx.db.withKeys({ link: hash }).transaction(async (tx) => {
    const made = await locked(tx, (await appointmentToObject(tx, hash)).id);
    if (made.state !== 'waiting') {
      throw new Refused('over', 'This is decided already. Ring the centre, and it can be undone.');
    }
    await stop(tx, ctx, made, { state: 'stopped', reason });
  });
}

/** Before it took effect nothing comes of it; afterwards the position ends again, and others are left as they are. */
export async function reverseAppointment(ctx: Ctx, appointmentId: string, reason: string): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const made = await locked(tx, appointmentId);
    permit(canAppoint(ctx.actor, await organisation(tx, made.organisationId)), { hidden: true });
    wantSecondKey(ctx.actor);
    if (made.state === 'stopped' || made.state === 'reversed') {
      throw new Refused('over', 'This was stopped or undone already.');
    }
    if (made.state === 'invited') await endWhatCameOfIt(tx, ctx, made);
    await stop(tx, ctx, made, { state: made.state === 'invited' ? 'reversed' : 'stopped', reason });
    return made.organisationId;
  });
}

async function endWhatCameOfIt(tx: Tx, ctx: Ctx, made: Appointment): Promise<void> {
  const { organisationId, invitationId } = made;
  await tx
    .updateTable('register.invitation')
    .set({ revoked_at: ctx.machineNow })
    .where('id', '=', invitationId ?? made.id)
    .where('accepted_at', 'is', null)
    .execute();
  const admins = await holders(tx, organisationId, ['admin']);
  const people = await personsByIds(
    tx,
    admins.map((one) => one.personId),
  );
  const personId = people.find((person) => person.email === made.email)?.id;
  const held = admins.filter((one) => one.personId === personId);
  if (personId !== undefined) await endHeld(tx, ctx, { organisationId, personId, held });
}

async function stop(
  tx: Tx,
  ctx: Ctx,
  made: Appointment,
  how: { state: 'stopped' | 'reversed'; reason: string },
): Promise<void> {
  await tx
    .updateTable('register.appointment')
    .set({ state: how.state, end_reason: how.reason, ended_at: ctx.now })
    .where('id', '=', made.id)
    .execute();
  await ended(tx, ctx, made, how.state, how.reason);
}

async function ended(tx: Tx, ctx: Ctx, made: Appointment, state: string, reason?: string): Promise<void> {
  const { organisationId } = made;
  const payload = { organisationId, appointmentId: made.id, state };
  await record(tx, ctx, appointmentEnded, payload, { organisationId, ...(reason ? { reason } : {}) });
}

async function locked(tx: Tx, id: string): Promise<Appointment> {
  await sql`select from register.appointment where id = ${id} for update`.execute(tx);
  return appointment(tx, id);
}

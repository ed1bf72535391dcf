import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { type Appointment, appointmentWords, type CheckWay, checkWays } from '../words/leaving.ts';

const columns = [
  'id',
  'organisation_id',
  'email',
  'why',
  'first_check',
  'first_by',
  'first_at',
  'second_check',
  'second_by',
  'takes_effect_at',
  'invitation_id',
  'state',
  'end_reason',
] as const;

interface Row {
  id: string;
  organisation_id: string;
  email: string;
  why: string;
  first_check: string;
  first_by: string;
  first_at: Date;
  second_check: string | null;
  second_by: string | null;
  takes_effect_at: Date | null;
  invitation_id: string | null;
  state: string;
  end_reason: string;
}

export async function appointment(db: Db, id: string): Promise<Appointment> {
  const row = await db
    .selectFrom('register.appointment')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('appointment'));
  return toAppointment(row);
}

/** The newest first. */
export async function appointmentsOf(db: Db, organisationId: string): Promise<Appointment[]> {
  const rows = await db
    .selectFrom('register.appointment')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .orderBy('first_at', 'desc')
    .limit(20)
    .execute();
  return rows.map(toAppointment);
}

export async function appointmentToObject(db: Db, hash: Buffer): Promise<Appointment> {
  const row = await db
    .selectFrom('register.appointment')
    .select(columns)
    .where('objection_hash', '=', hash)
    .executeTakeFirstOrThrow(notFound('link'));
  return toAppointment(row);
}

export async function nextAppointment(db: Db, until: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('register.appointment')
    .select('takes_effect_at')
    .where('state', '=', 'waiting')
    .where('takes_effect_at', '<=', until)
    .orderBy('takes_effect_at')
    .limit(1)
    .executeTakeFirst();
  return row?.takes_effect_at ?? undefined;
}

export async function appointmentsDue(db: Db, now: Date): Promise<Appointment[]> {
  const rows = await db
    .selectFrom('register.appointment')
    .select(columns)
    .where('state', '=', 'waiting')
    .where('takes_effect_at', '<=', now)
    .execute();
  return rows.map(toAppointment);
}

/** Everybody who ever held a position there, so that nobody is replaced without hearing of it. */
export async function everybodyKnown(db: Db, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('register.position')
    .select('person_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .execute();
  return rows.map((row) => row.person_id);
}

function toAppointment(row: Row): Appointment {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    email: row.email,
    why: row.why,
    firstCheck: wayOf(row.first_check),
    firstBy: row.first_by,
    firstAt: row.first_at,
    secondCheck: row.second_check === null ? null : wayOf(row.second_check),
    secondBy: row.second_by,
    takesEffectAt: row.takes_effect_at,
    invitationId: row.invitation_id,
    state: stateOf(row.state),
    endReason: row.end_reason,
  };
}

function wayOf(value: string): CheckWay {
  for (const way of ['rang', 'met', 'letter', 'vouched'] as const) if (way === value) return way;
  throw new Error(`${value} is not one of ${Object.keys(checkWays).join(', ')}.`);
}

function stateOf(value: string): Appointment['state'] {
  const states = ['checked_once', 'waiting', 'invited', 'stopped', 'reversed'] as const;
  for (const state of states) if (state === value) return state;
  throw new Error(`${value} is not one of ${Object.keys(appointmentWords).join(', ')}.`);
}

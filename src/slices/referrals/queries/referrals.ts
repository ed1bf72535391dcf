import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { states } from '../lists/reasons.ts';
import type { Referral, ReferralRow, State } from '../words/referral.ts';

const columns = [
  ...([
    'id',
    'code',
    'organisation_id',
    'sender_person_id',
    'behalf_id',
    'service_id',
    'receiver_id',
  ] as const),
  ...(['basis_id', 'follows_id', 'state', 'version', 'tries', 'wait_until', 'sent_at', 'opened_at'] as const),
  ...(['started_at', 'ended_at', 'end_reason'] as const),
];

export async function referral(db: Db, id: string): Promise<Referral> {
  const row = await db
    .selectFrom('referrals.referral')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('referral'));
  return toReferral(row);
}

/** Locked, so that of two who answer at once one comes second. */
export async function referralInTurn(db: Db, id: string): Promise<Referral> {
  const row = await db
    .selectFrom('referrals.referral')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound('referral'));
  return toReferral(row);
}

/** Open ones that stand on a basis, for when it ends. */
export async function openOnBasis(db: Db, basisId: string): Promise<Referral[]> {
  const rows = await db
    .selectFrom('referrals.referral')
    .select(columns)
    .where('basis_id', '=', basisId)
    .where('state', 'not in', ['closed', 'withdrawn'])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(toReferral);
}

/** Where it stood before it was put on hold. */
export async function heldFromOptional(db: Db, id: string): Promise<State | undefined> {
  const row = await db
    .selectFrom('referrals.referral')
    .select('held_from')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.held_from ? stateOf(row.held_from) : undefined;
}

/** As it lies in the database: encrypted. */
export function sealedOf(
  db: Db,
  id: string,
): Promise<{ need: Buffer | null; details: Buffer | null; story: Buffer | null }> {
  return db
    .selectFrom('referrals.referral')
    .select(['need', 'details', 'story'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('referral'));
}

export function sealedSteps(db: Db, referralId: string) {
  return db
    .selectFrom('referrals.step')
    .select(['id', 'what', 'at', 'organisation_id', 'said', 'reason', 'on_day'])
    .where('referral_id', '=', referralId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

interface Which {
  of: 'received' | 'sent' | 'behalf';
  organisationIds: readonly string[];
  isOpen: boolean;
}

/** The latest first, two hundred at most; nothing in them is about the person. */
export async function referralRows(db: Db, { of, organisationIds, isOpen }: Which): Promise<ReferralRow[]> {
  const side = { received: 'receiver_id', sent: 'organisation_id', behalf: 'behalf_id' }[of];
  const { rows } = await sql<Omit<ReferralRow, 'state'> & { state: string }>`
    select referral.id, referral.code, referral.state, service.name as "serviceName",
      sender.name as "from", receiver.name as "to", referral.sent_at as "sentAt",
      coalesce(referral.closed_at, referral.ended_at, referral.started_at, referral.answered_at,
        referral.opened_at, referral.sent_at, referral.made_at) as "changedAt"
    from referrals.referral
    join register.organisation_card as sender on sender.id = referral.organisation_id
    join register.organisation_card as receiver on receiver.id = referral.receiver_id
    left join register.search_document as service on service.id = referral.service_id
    where ${sql.ref(`referral.${side}`)} = any(${[...organisationIds]}::uuid[])
      and (referral.state <> 'draft' or ${of === 'sent'})
      and (${!isOpen} or referral.state not in ('closed', 'withdrawn'))
    order by coalesce(referral.sent_at, referral.made_at) desc, referral.id limit 200`.execute(db);
  return rows.map((row) => ({ ...row, state: stateOf(row.state), serviceName: row.serviceName ?? '' }));
}

/** How often this person’s referral was declined so far, on the same agreement. */
export async function declinedOn(db: Db, basisId: string): Promise<number> {
  const { rows } = await sql<{ times: number }>`select referrals.declined_on(${basisId}) as times`.execute(
    db,
  );
  return rows[0]?.times ?? 0;
}

export async function leastOf(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; code: string; organisationId: string; receiverId: string; state: State }[]> {
  const { rows } = await sql<{
    id: string;
    code: string;
    organisation_id: string;
    receiver_id: string;
    state: string;
  }>`select id, code, organisation_id, receiver_id, state from referrals.least_of(${[...ids]}::uuid[])`.execute(
    db,
  );
  return rows.map((row) => ({
    ...{ id: row.id, code: row.code, organisationId: row.organisation_id, receiverId: row.receiver_id },
    state: stateOf(row.state),
  }));
}

/** When the next message back was there long enough. */
export async function nextToClose(db: Db, until: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('referrals.referral')
    .select('close_due_at')
    .where('close_due_at', '<=', until)
    .orderBy('close_due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.close_due_at ?? undefined;
}

export async function dueToClose(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('referrals.referral')
    .select('id')
    .where('close_due_at', '<=', now)
    .orderBy('close_due_at')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map((row) => row.id);
}

type Row = {
  [Key in (typeof columns)[number]]: Key extends `${string}_at`
    ? Date | null
    : Key extends 'version' | 'tries'
      ? number
      : Key extends 'behalf_id' | 'basis_id' | 'follows_id' | 'wait_until' | 'end_reason'
        ? string | null
        : string;
};

function toReferral(row: Row): Referral {
  return {
    ...{ id: row.id, code: row.code, organisationId: row.organisation_id, behalfId: row.behalf_id },
    ...{ senderPersonId: row.sender_person_id, serviceId: row.service_id, receiverId: row.receiver_id },
    ...{ basisId: row.basis_id, followsId: row.follows_id, state: stateOf(row.state), version: row.version },
    ...{ tries: row.tries, waitUntil: row.wait_until, sentAt: row.sent_at, openedAt: row.opened_at },
    ...{ startedAt: row.started_at, endedAt: row.ended_at, endReason: row.end_reason },
  };
}

export function stateOf(value: string): State {
  if (isState(value)) return value;
  throw new Error(`${value} is no state of a referral.`);
}

function isState(value: string): value is State {
  return Object.hasOwn(states, value);
}

import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';
import { notFound } from '../../../../platform/errors.ts';
import type { Asker, Enquiry, EnquiryRow } from '../../words/brokerage/enquiry.ts';
import { channelOf, stateOf } from './codes.ts';

const columns = [
  ...(['id', 'person_id', 'role_id', 'centre_id', 'channel', 'state', 'version'] as const),
  ...(['advice_basis_id', 'centre_sees', 'young', 'made_at', 'changed_at', 'replied_at'] as const),
  ...(['sorry_at', 'closed_at', 'stop_reason', 'stopped_by'] as const),
];

export async function enquiry(db: Db, id: string): Promise<Enquiry> {
  const row = await db
    .selectFrom('volunteering.enquiry')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('enquiry'));
  return toEnquiry(row);
}

/** Locked, so that of two who move it at once one comes second. */
export async function enquiryInTurn(db: Db, id: string): Promise<Enquiry> {
  const row = await db
    .selectFrom('volunteering.enquiry')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound('enquiry'));
  return toEnquiry(row);
}

/** Those of one person, also what a centre wrote down for their mailbox; the newest first. */
export async function ownEnquiries(db: Db, who: { personId: string; email: string }): Promise<Enquiry[]> {
  const rows = await db
    .selectFrom('volunteering.enquiry')
    .select(columns)
    .where((is) =>
      is.or([
        is('person_id', '=', who.personId),
        is.and([
          is('person_id', 'is', null),
          is(
            'id',
            'in',
            is.selectFrom('volunteering.asker').select('enquiry_id').where('email', '=', who.email),
          ),
        ]),
      ]),
    )
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map(toEnquiry);
}

/** The open one about the same thing for the same name: a family may share a mailbox. */
export async function sameEnquiryOptional(
  db: Db,
  of: { personId: string; roleId: string | null; centreId: string; name: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from volunteering.enquiry join volunteering.asker on enquiry_id = id
    where person_id = ${of.personId} and role_id is not distinct from ${of.roleId}::uuid
      and centre_id = ${of.centreId} and lower(name) = lower(${of.name})
      and closed_at is null limit 1`.execute(db);
  return rows[0]?.id;
}

/** What a worker wrote down a moment ago in the same words: the button was pressed twice. */
export async function takenOptional(
  db: Db,
  of: { personId: string; name: string; since: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from volunteering.enquiry join volunteering.asker on enquiry_id = id
    where taken_by_person_id = ${of.personId} and name = ${of.name} and made_at >= ${of.since} limit 1`.execute(
    db,
  );
  return rows[0]?.id;
}

export async function askerOptional(db: Db, enquiryId: string): Promise<Asker | undefined> {
  const row = await db
    .selectFrom('volunteering.asker')
    .select(['name', 'email', 'phone', 'times', 'wishes', 'born_on as bornOn'])
    .where('enquiry_id', '=', enquiryId)
    .executeTakeFirst();
  return row;
}

/** What somebody said of themselves the last time, so that they need not say it again. */
export async function newestAskerOptional(db: Db, personId: string): Promise<Asker | undefined> {
  return db
    .selectFrom('volunteering.asker')
    .innerJoin('volunteering.enquiry', 'id', 'enquiry_id')
    .select(['name', 'email', 'phone', 'times', 'wishes', 'born_on as bornOn'])
    .where('person_id', '=', personId)
    .where('name', '<>', '')
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Under 18 on that day; also for those who may not know the birthday. */
export async function isYoungOn(db: Db, enquiryId: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ young: boolean }>`
    select volunteering.is_young(${enquiryId}, ${day}::date) as young`.execute(db);
  return rows[0]?.young ?? false;
}

/** The list of a centre, the oldest open one first; the name only where the person agreed to that. */
export async function enquiriesOf(
  db: Db,
  of: { centreIds: readonly string[]; isOver: boolean },
): Promise<EnquiryRow[]> {
  const { rows } = await sql<Omit<EnquiryRow, 'state' | 'channel'> & { state: string; channel: string }>`
    select enquiry.id, enquiry.state, channel, enquiry.young, enquiry.made_at as "madeAt",
      coalesce(case when centre_sees then asker.name end, '') as name, coalesce(role.title, '') as "roleTitle",
      coalesce(card.name, '') as "groupName"
    from volunteering.enquiry
    left join volunteering.asker on asker.enquiry_id = enquiry.id
    left join volunteering.role on role.id = role_id
    left join register.organisation_card as card on card.id = role.organisation_id
    where centre_id = any(${[...of.centreIds]}::uuid[]) and (closed_at is not null) = ${of.isOver}
    order by case when ${of.isOver} then -extract(epoch from closed_at) else extract(epoch from enquiry.made_at) end,
      enquiry.id limit 200`.execute(db);
  return rows.map((row) => ({ ...row, state: stateOf(row.state), channel: channelOf(row.channel) }));
}

/** For boards of promises, by the ids of enquiries or of introductions. */
export async function leastOf(db: Db, ids: readonly string[]) {
  const { rows } = await sql<{
    id: string;
    thingId: string;
    roleId: string | null;
    centreId: string;
    receiverId: string | null;
    state: string;
  }>`select id, thing_id as "thingId", role_id as "roleId", centre_id as "centreId", receiver_id as "receiverId", state
    from volunteering.least_of_enquiries(${[...ids]}::uuid[])`.execute(db);
  return rows.map((row) => ({ ...row, state: stateOf(row.state) }));
}

/** Open ones about a role that is full or over; whoever talks to the group already goes on. */
export async function openAboutRole(db: Db, roleId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('volunteering.enquiry')
    .select('id')
    .where('role_id', '=', roleId)
    .where('state', 'in', ['new', 'in_advice', 'matched', 'consent_asked', 'introduced', 'opened'])
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

type Row = Pick<Enquiry, 'id' | 'version' | 'young'> & {
  channel: string;
  person_id: string | null;
  role_id: string | null;
  centre_id: string;
  state: string;
  advice_basis_id: string | null;
  centre_sees: boolean;
  made_at: Date;
  changed_at: Date;
  replied_at: Date | null;
  sorry_at: Date | null;
  closed_at: Date | null;
  stop_reason: string | null;
  stopped_by: string | null;
};

function toEnquiry(row: Row): Enquiry {
  return {
    ...{ id: row.id, personId: row.person_id, roleId: row.role_id, centreId: row.centre_id },
    ...{ channel: channelOf(row.channel), state: stateOf(row.state), version: row.version, young: row.young },
    ...{ adviceBasisId: row.advice_basis_id, centreSees: row.centre_sees, madeAt: row.made_at },
    ...{ changedAt: row.changed_at, repliedAt: row.replied_at, sorryAt: row.sorry_at },
    ...{ closedAt: row.closed_at, stopReason: row.stop_reason, stoppedBy: row.stopped_by },
  };
}

import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';
import { notFound } from '../../../../platform/errors.ts';
import type {
  EnquiryState,
  EnquiryStep,
  Introduction,
  Permission,
  Placement,
} from '../../words/brokerage/enquiry.ts';
import { stateOf } from './codes.ts';

const columns = [
  ...(['id', 'enquiry_id as enquiryId', 'role_id as roleId', 'receiver_id as receiverId'] as const),
  ...(['basis_id as basisId', 'name', 'email', 'phone', 'times', 'young', 'sent_at as sentAt'] as const),
  ...(['opened_at as openedAt', 'expires_at as expiresAt', 'ended_at as endedAt'] as const),
];

export function introduction(db: Db, id: string): Promise<Introduction> {
  return db
    .selectFrom('volunteering.introduction')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('introduction'));
}

/** The last one, whether it is over or not. */
export function newestIntroductionOptional(db: Db, enquiryId: string): Promise<Introduction | undefined> {
  return db
    .selectFrom('volunteering.introduction')
    .select(columns)
    .where('enquiry_id', '=', enquiryId)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** What stands on a basis, for when it ends. */
export function onBasis(db: Db, basisId: string): Promise<Introduction[]> {
  return db
    .selectFrom('volunteering.introduction')
    .select(columns)
    .where('basis_id', '=', basisId)
    .orderBy('id')
    .execute();
}

export async function enquiriesOnAdvice(db: Db, basisId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('volunteering.enquiry')
    .select('id')
    .where('advice_basis_id', '=', basisId)
    .execute();
  return rows.map((row) => row.id);
}

/** What a group was sent and is not over, the newest first. */
export async function introductionsTo(
  db: Db,
  receiverIds: readonly string[],
): Promise<{ id: string; roleTitle: string; state: EnquiryState; sentAt: Date }[]> {
  const { rows } = await sql<{ id: string; roleTitle: string; state: string; sentAt: Date }>`
    select sent.id, role.title as "roleTitle", enquiry.state, sent.sent_at as "sentAt"
    from volunteering.introduction as sent
    join volunteering.enquiry on enquiry.id = sent.enquiry_id
    join volunteering.role on role.id = sent.role_id
    where sent.receiver_id = any(${[...receiverIds]}::uuid[]) and sent.ended_at is null
    order by sent.sent_at desc, sent.id limit 200`.execute(db);
  return rows.map((row) => ({ ...row, state: stateOf(row.state) }));
}

export function placementOptional(db: Db, enquiryId: string): Promise<Placement | undefined> {
  return db
    .selectFrom('volunteering.placement')
    .select(['id', 'starts_on as startsOn', 'meet', 'supervisor', 'ended_on as endedOn'])
    .select('end_reason as endReason')
    .where('enquiry_id', '=', enquiryId)
    .executeTakeFirst();
}

/** How many have started in a role and are still there. */
export async function placedIn(db: Db, roleId: string): Promise<number> {
  const { rows } = await sql<{ placed: number }>`
    select volunteering.placed_in(${roleId}) as placed`.execute(db);
  return rows[0]?.placed ?? 0;
}

export function stepsOf(db: Db, enquiryId: string): Promise<EnquiryStep[]> {
  return db
    .selectFrom('volunteering.enquiry_step')
    .select(['what', 'at', 'organisation_id as organisationId', 'said', 'reason'])
    .where('enquiry_id', '=', enquiryId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Only those of one introduction: what a group may read. */
export function stepsOfIntroduction(db: Db, introductionId: string): Promise<EnquiryStep[]> {
  return db
    .selectFrom('volunteering.enquiry_step')
    .select(['what', 'at', 'organisation_id as organisationId', 'said', 'reason'])
    .where('introduction_id', '=', introductionId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

const permissionColumns = [
  ...(['id', 'enquiry_id as enquiryId', 'role_id as roleId', 'for_name as forName'] as const),
  ...(['wants_group as wantsGroup', 'asked_at as askedAt', 'answer'] as const),
  ...(['answered_at as answeredAt'] as const),
];

export function permissionByLinkOptional(db: Db, hash: Buffer): Promise<Permission | undefined> {
  return db
    .selectFrom('volunteering.permission')
    .select(permissionColumns)
    .where('link_hash', '=', hash)
    .executeTakeFirst();
}

export function permissionOptional(db: Db, enquiryId: string): Promise<Permission | undefined> {
  return db
    .selectFrom('volunteering.permission')
    .select(permissionColumns)
    .where('enquiry_id', '=', enquiryId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Where the letter to the parent or guardian goes. */
export function permissionMailbox(
  db: Db,
  id: string,
): Promise<{ to: string; enquiryId: string; roleId: string }> {
  return db
    .selectFrom('volunteering.permission')
    .select(['to_email as to', 'enquiry_id as enquiryId', 'role_id as roleId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('permission'));
}

/** When the next introduction that nobody opened is over. */
export async function nextExpiry(db: Db, until: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select expires_at as at from volunteering.introduction
    where opened_at is null and ended_at is null and expires_at <= ${until}
    order by expires_at limit 1`.execute(db);
  return rows[0]?.at;
}

export async function unopened(db: Db, now: Date): Promise<{ id: string; enquiryId: string }[]> {
  return db
    .selectFrom('volunteering.introduction')
    .select(['id', 'enquiry_id as enquiryId'])
    .where('opened_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(200)
    .execute();
}

export async function nextFollowUp(db: Db, until: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select follow_up_at as at from volunteering.placement
    where followed_up_at is null and ended_on is null and follow_up_at <= ${until}
    order by follow_up_at limit 1`.execute(db);
  return rows[0]?.at;
}

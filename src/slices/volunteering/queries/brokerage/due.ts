import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';

/** The ground that somebody gave beforehand, for when a parent or guardian says yes. */
export async function consentToRoleOptional(db: Db, enquiryId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('volunteering.role_consent')
    .select('basis_id')
    .where('enquiry_id', '=', enquiryId)
    .limit(1)
    .executeTakeFirst();
  return row?.basis_id;
}

export async function toFollowUp(db: Db, now: Date): Promise<{ id: string; enquiryId: string }[]> {
  return db
    .selectFrom('volunteering.placement')
    .select(['id', 'enquiry_id as enquiryId'])
    .where('followed_up_at', 'is', null)
    .where('ended_on', 'is', null)
    .where('follow_up_at', '<=', now)
    .orderBy('follow_up_at')
    .limit(200)
    .execute();
}

/** Enquiries whose details were kept long enough. */
export async function toForget(db: Db, before: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from volunteering.enquiry join volunteering.asker on enquiry_id = id
    where closed_at < ${before} and name <> '' limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}

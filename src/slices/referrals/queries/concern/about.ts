import type { Db } from '../../../../platform/db/open.ts';

/** A request as far as whoever is worried may know of it: row-level security leaves out every other. */
export async function knownHelpOptional(db: Db, id: string) {
  const row = await db
    .selectFrom('referrals.help_request')
    .select(['id', 'area_code', 'organisation_id', 'taken_by_organisation_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const sides = [row.organisation_id, row.taken_by_organisation_id].flatMap((side) => side ?? []);
  return { id: row.id, areaCode: row.area_code, sides };
}

export async function knownReferralOptional(db: Db, id: string) {
  const row = await db
    .selectFrom('referrals.referral')
    .select(['id', 'organisation_id', 'receiver_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { id: row.id, sides: [row.receiver_id, row.organisation_id] };
}

import type { Db } from '../../../platform/db/open.ts';

/** Which of these organisations have accepted the sharing terms, by id: the version they accepted. */
export async function acceptedTerms(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('referrals.terms')
    .select(['organisation_id', 'version'])
    .where('organisation_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.organisation_id, row.version]));
}

/** Surgeries and public bodies that have accepted the terms, for which a link worker may refer. */
export async function bodiesToReferFor(db: Db): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('referrals.terms')
    .innerJoin('register.organisation_card as body', 'body.id', 'organisation_id')
    .select(['body.id', 'body.name'])
    .where('body.kind', 'in', ['practice', 'public'])
    .orderBy('body.name')
    .limit(200)
    .execute();
  return rows.flatMap(({ id, name }) => (id === null || name === null ? [] : [{ id, name }]));
}

export async function acceptedAtOptional(db: Db, organisationId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('referrals.terms')
    .select('accepted_at')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return row?.accepted_at;
}

import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';

/** The logo of an organisation, by the id of its image, with what it shows. */
export async function logoOf(db: Db, organisationId: string): Promise<{ id: string | null; alt: string }> {
  const row = await db
    .selectFrom('register.organisation')
    .select(['logo_id', 'logo_alt'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow(notFound('organisation'));
  return { id: row.logo_id, alt: row.logo_alt };
}

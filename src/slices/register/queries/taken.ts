import type { Db } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Taken } from '../words/taken.ts';

export async function taken(db: Db, organisationId: string): Promise<Taken> {
  const row = await db
    .selectFrom('register.taken')
    .select(['organisation_id', 'how', 'centre_id', 'person_id', 'contact_name', 'taken_at', 'invitation_id'])
    .select(['confirmed_at', 'confirmed_how'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  if (!row) throw new NotFound('form');
  return {
    organisationId: row.organisation_id,
    how: row.how === 'paper' ? 'paper' : 'phone',
    centreId: row.centre_id,
    personId: row.person_id,
    contactName: row.contact_name,
    takenAt: row.taken_at,
    mailed: row.invitation_id !== null,
    confirmedAt: row.confirmed_at,
    confirmedHow: row.confirmed_how,
  };
}

/** How a record was taken for somebody, in public words. */
export function takenNoteOptional(db: Db, organisationId: string) {
  return db
    .selectFrom('register.taken_note')
    .select(['how', 'centre_name', 'taken_at'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
}

import type { Db } from '../../../platform/db/open.ts';

export interface KeptPicture {
  readonly id: string;
  readonly imageId: string;
  readonly alt: string;
}

/** What an organisation shows of itself, in its own order. */
export function picturesOf(db: Db, organisationId: string): Promise<KeptPicture[]> {
  return db
    .selectFrom('register.picture')
    .select(['id', 'image_id as imageId', 'alt'])
    .where('organisation_id', '=', organisationId)
    .orderBy('place')
    .orderBy('id')
    .execute();
}

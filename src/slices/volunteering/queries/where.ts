import type { Db } from '../../../platform/db/open.ts';

/** Where an organisation is at home: its main place as far as the public may know, else an area of its home centre. */
export async function homeAreaOptional(db: Db, organisationId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('register.organisation_card as card')
    .leftJoin('register.public_location as place', (join) =>
      join.onRef('place.organisation_id', '=', 'card.id').on('place.main', '=', true),
    )
    .leftJoin('register.centre_cover as cover', 'cover.centre_id', 'card.home_centre_id')
    .select(['place.area_id as own', 'cover.area_id as covered'])
    .where('card.id', '=', organisationId)
    .orderBy('cover.own', 'desc')
    .orderBy('cover.area_code')
    .limit(1)
    .executeTakeFirst();
  return row?.own ?? row?.covered ?? undefined;
}

/** Where the main place of an organisation lies, where that is public. */
export async function areaOfOrganisationOptional(
  db: Db,
  organisationId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('register.public_location')
    .select('area_id')
    .where('organisation_id', '=', organisationId)
    .where('main', '=', true)
    .executeTakeFirst();
  return row?.area_id ?? undefined;
}

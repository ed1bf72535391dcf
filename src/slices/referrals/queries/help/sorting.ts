import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';

interface Body {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

/**
 * The group that covers a need at a place: it takes referrals, has accepted the terms and is not out of date. Whoever
 * works in the smaller area comes first, then whoever is nearer. `areaIds` go from the smallest upwards.
 */
export async function coveringOptional(
  db: Db,
  of: { need: string; areaIds: readonly string[]; at: { x: number; y: number } },
): Promise<Body | undefined> {
  const ids = [...of.areaIds];
  const { rows } = await sql<Body>`
    select card.id, card.name, card.phone
    from register.search_document as service
    join referrals.terms on terms.organisation_id = service.organisation_id
    join register.organisation_card as card on card.id = service.organisation_id
    left join lateral (select min(place.plane <-> point(${of.at.x}, ${of.at.y})) as far
      from register.search_place as place where place.document_id = service.id) as nearest on true
    where service.kind = 'service' and ${of.need} = any(service.themes) and service.taking_referrals
      and service.status = 'open' and service.freshness <> 'none' and service.area_ids && ${ids}::uuid[]
    order by (select min(array_position(${ids}::uuid[], area)) from unnest(service.area_ids) as area),
      nearest.far nulls last, service.checked_at desc nulls last, service.id
    limit 1`.execute(db);
  return rows[0];
}

/** The centre that answers for the smallest of these areas, its own before one that only stands in. */
export async function centreOptional(db: Db, areaCodes: readonly string[]): Promise<Body | undefined> {
  const codes = [...areaCodes];
  const { rows } = await sql<Body>`
    select centre_id as id, centre_name as name, phone from register.centre_cover
    where area_code = any(${codes}::text[])
    order by array_position(${codes}::text[], area_code), own desc, centre_id limit 1`.execute(db);
  return rows[0];
}

/** Services for a need that whoever answers can pass somebody on to; eight are enough. */
export async function placesFor(
  db: Db,
  of: { need: string; areaIds: readonly string[]; organisationId: string },
): Promise<{ id: string; name: string; by: string; takes: boolean }[]> {
  const { rows } = await sql<{ id: string; name: string; by: string; takes: boolean }>`
    select service.id, service.name, service.organisation_name as by,
      service.taking_referrals and service.organisation_id <> ${of.organisationId}
        and service.organisation_id in (select organisation_id from referrals.terms) as takes
    from register.search_document as service
    where service.kind = 'service' and ${of.need} = any(service.themes) and service.status = 'open'
      and service.freshness <> 'none' and service.area_ids && ${[...of.areaIds]}::uuid[]
    order by takes desc, service.checked_at desc nulls last, service.name, service.id
    limit 8`.execute(db);
  return rows;
}

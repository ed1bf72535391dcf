import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { CardFacts, CardOwner } from '../words/cards.ts';
import type { ShownPlace } from '../words/records.ts';
import { publicServices, schedulesOf } from './services.ts';

/** What whoever sends people to services needs of them, in the order of the ids. What is not public is not there. */
export async function cardFacts(db: Db, ids: readonly string[]): Promise<CardFacts[]> {
  const services = await publicServices(db, ids);
  const found = services.map(({ id }) => id);
  const [owners, schedules, places] = [
    await ownersOf(db, found),
    await schedulesOf(db, found),
    await placesOf(db, found),
  ];
  return ids.flatMap((id) => {
    const service = services.find((one) => one.id === id);
    const owner = owners.get(id);
    if (!service || !owner) return [];
    return {
      service,
      owner,
      schedules: schedules.filter(({ serviceId }) => serviceId === id),
      places: places.filter(({ serviceId }) => serviceId === id),
    };
  });
}

/** By service: who runs it, and which areas it comes to, its own or else those of who runs it. */
async function ownersOf(db: Db, serviceIds: readonly string[]): Promise<Map<string, CardOwner>> {
  const { rows } = await sql<CardOwner & { serviceId: string }>`
    select service.id as "serviceId", owner.id, owner.name, owner.phone,
      owner.contact_label as "contactLabel", owner.home_centre_id as "homeCentreId",
      array(select area.name from areas.area_card as area
        where area.id in (select area_id from register.service_area where service_id = service.id
          union all
          select area_id from register.organisation_area where organisation_id = owner.id
            and not exists (select from register.service_area where service_id = service.id))
        order by area.name) as "areaNames"
    from register.service as service
    join register.organisation as owner on owner.id = service.organisation_id
    where service.id = any(${[...serviceIds]}::uuid[])`.execute(db);
  return new Map(rows.map(({ serviceId, ...owner }) => [serviceId, owner]));
}

/** As far as everybody may know them: an address that is not public comes as its area or not at all. */
async function placesOf(
  db: Db,
  serviceIds: readonly string[],
): Promise<(Pick<ShownPlace, 'venue' | 'address' | 'postcode' | 'shown'> & { serviceId: string })[]> {
  if (serviceIds.length === 0) return [];
  const rows = await db
    .selectFrom('register.search_place')
    .select(['document_id', 'precise', 'venue', 'address', 'postcode'])
    .where('document_id', 'in', serviceIds)
    .orderBy('venue')
    .orderBy('postcode')
    .execute();
  return rows.map((row) => ({
    serviceId: row.document_id ?? '',
    venue: row.venue ?? '',
    address: row.address ?? '',
    postcode: row.postcode ?? '',
    shown: row.precise ? 'public' : 'area',
  }));
}

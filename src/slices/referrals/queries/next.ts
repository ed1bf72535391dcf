import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

export interface NextOne {
  readonly id: string;
  readonly name: string;
  readonly by: string;
  readonly wait: string;
}

/** Services that do something alike and take referrals under the same terms, the most alike first; eight are enough. */
export async function nextServices(
  db: Db,
  after: { serviceId: string; basisId: string | null; organisationId: string },
): Promise<NextOne[]> {
  const { rows } = await sql<NextOne>`
    with tried as (
      select service_id, receiver_id from referrals.referral
      where basis_id = ${after.basisId} or service_id = ${after.serviceId}),
    asked as (select themes from register.search_document where id = ${after.serviceId})
    select service.id, service.name, service.organisation_name as by, '' as wait
    from register.search_document as service, asked
    where service.kind = 'service' and service.taking_referrals
      and service.themes && asked.themes
      and service.organisation_id <> ${after.organisationId}
      and service.id not in (select service_id from tried)
      and service.organisation_id in (select organisation_id from referrals.terms)
    order by cardinality(array(select unnest(service.themes) intersect select unnest(asked.themes))) desc,
      service.name, service.id
    limit 8`.execute(db);
  return rows;
}

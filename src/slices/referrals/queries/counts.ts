import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

export interface Counted {
  id: string;
  name: string;
  times: number;
}

/** The public services of a group that stood on a sheet since a day, the most signposted first. */
export async function countsOf(db: Db, organisationId: string, since: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select service.id, service.name, sum(counted.times)::integer as times
    from register.search_document as service
    join referrals.signpost_count as counted on counted.service_id = service.id
    where service.organisation_id = ${organisationId} and service.kind = 'service' and counted.day >= ${since}::date
    group by service.id, service.name
    order by times desc, service.name, service.id`.execute(db);
  return rows;
}

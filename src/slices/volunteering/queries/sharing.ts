import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

export interface CentreShare {
  readonly centreId: string;
  readonly centreName: string;
  readonly roles: number;
  readonly shared: number;
}

/** Of the live roles of each centre’s groups, how many are open to all; the lowest share first. */
export async function shareByCentre(db: Db): Promise<CentreShare[]> {
  const { rows } = await sql<{ id: string; name: string; roles: number; shared: number }>`
    select centre.id, centre.name, count(*)::integer as roles,
      (count(*) filter (where share = 'network'))::integer as shared
    from volunteering.live_role as role
    join register.organisation_card as centre on centre.id = coalesce(role.home_centre_id, role.organisation_id)
    group by centre.id, centre.name
    order by count(*) filter (where share = 'network')::float8 / count(*), centre.name, centre.id`.execute(
    db,
  );
  return rows.map((row) => ({
    centreId: row.id,
    centreName: row.name,
    roles: row.roles,
    shared: row.shared,
  }));
}

export interface NotShared {
  readonly id: string;
  readonly title: string;
  readonly organisationName: string;
  readonly share: string;
  readonly reason: string;
}

/** The live roles of a centre’s groups that not everybody finds, each with its reason. */
export async function notShared(db: Db, centreId: string): Promise<NotShared[]> {
  const rows = await db
    .selectFrom('volunteering.live_role as live')
    .innerJoin('volunteering.role as role', 'role.id', 'live.id')
    .select(['role.id', 'role.title', 'live.organisation_name', 'role.share', 'role.share_reason'])
    .where('role.share', '<>', 'network')
    .where((is) => is.or([is('home_centre_id', '=', centreId), is('live.organisation_id', '=', centreId)]))
    .orderBy('live.organisation_name')
    .orderBy('role.title')
    .orderBy('role.id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    organisationName: row.organisation_name ?? '',
    share: row.share,
    reason: row.share_reason,
  }));
}

export function targetOptional(db: Db): Promise<{ percent: number; by_day: string } | undefined> {
  return db.selectFrom('volunteering.sharing_target').select(['percent', 'by_day']).executeTakeFirst();
}

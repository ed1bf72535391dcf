import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';

export interface SimilarRole {
  readonly id: string;
  readonly title: string;
  readonly by: string;
}

/** Live roles with a cause in common, the nearest first, that somebody of that age may have; four are enough. */
export async function similarRoles(
  db: Db,
  to: { roleId: string; age: number | undefined; today: string; areaIds: readonly string[] },
): Promise<SimilarRole[]> {
  const { rows } = await sql<SimilarRole>`
    with this as (
      select causes, (select plane from volunteering.role_place where role_id = ${to.roleId} limit 1) as plane
      from volunteering.role join volunteering.activity on activity.id = activity_id where role.id = ${to.roleId})
    select role.id, role.title, role.organisation_name as by
    from this join volunteering.live_role as role on role.causes && this.causes
    left join lateral (select plane from volunteering.role_place where role_id = role.id limit 1) as place on true
    where role.id <> ${to.roleId} and role.until_day >= ${to.today}::date
      and (role.share = 'network' or role.share_area_id = any(${[...to.areaIds]}::uuid[]))
      and (${to.age === undefined} or (role.minimum_age <= ${to.age ?? 0}
        and coalesce(role.maximum_age >= ${to.age ?? 0}, true)))
    order by coalesce(place.plane <-> this.plane, 1e9), role.live_at desc, role.id limit 4`.execute(db);
  return rows;
}

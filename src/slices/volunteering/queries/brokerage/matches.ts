import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';

export interface Match {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly isAsked: boolean;
  readonly sharesCause: boolean;
  readonly ownGroup: boolean;
  readonly minimumAge: number;
}

/**
 * Live roles for somebody who talks to a centre: the one they asked about, then what is like it, then roles of groups
 * that the centre looks after. Only those that their age allows; eight are enough.
 */
export async function roleMatches(
  db: Db,
  of: { roleId: string | null; centreId: string; age: number | undefined; today: string },
): Promise<Match[]> {
  const { rows } = await sql<Match>`
    with asked as (
      select causes from volunteering.role join volunteering.activity on activity.id = activity_id
      where role.id = ${of.roleId}::uuid)
    select role.id, role.title, role.organisation_name as by, role.id is not distinct from ${of.roleId}::uuid as "isAsked",
      coalesce(role.causes && (select causes from asked), false) as "sharesCause",
      coalesce(card.home_centre_id = ${of.centreId}, false) as "ownGroup", role.minimum_age as "minimumAge"
    from volunteering.live_role as role
    join register.organisation_card as card on card.id = role.organisation_id
    where role.until_day >= ${of.today}::date
      and (${of.age === undefined} or (role.minimum_age <= ${of.age ?? 0}
        and coalesce(role.maximum_age >= ${of.age ?? 0}, true)))
    order by "isAsked" desc, "sharesCause" desc, "ownGroup" desc, role.urgent desc, role.live_at desc, role.id
    limit 8`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

export interface BoroughCoverage {
  code: string;
  name: string;
  groups: number;
  alone: number;
}

/** Whether a group and at least one other say that they know each other. */
const knowsSomebody = sql<boolean>`exists (select from neighbours.saying as ours
  join neighbours.saying as theirs on theirs.organisation_id = ours.about_organisation_id
    and theirs.about_organisation_id = ours.organisation_id
  where ours.organisation_id = profile.id)`;

/** Of each borough how many groups work there that somebody looks after, and how many of them know nobody. */
export async function boroughCoverage(db: Db): Promise<BoroughCoverage[]> {
  const { rows } = await sql<BoroughCoverage>`
    select area.code, area.name, count(profile.id)::integer as groups,
      count(profile.id) filter (where profile.id not in (select ours.organisation_id from neighbours.saying as ours
        join neighbours.saying as theirs on theirs.organisation_id = ours.about_organisation_id
          and theirs.about_organisation_id = ours.organisation_id))::integer as alone
    from areas.area_card as area
    left join register.works_in as works on works.area_id = area.id
    left join register.organisation_profile as profile on profile.id = works.organisation_id and profile.claimed
    where area.level = 'borough'
    group by area.code, area.name order by area.name, area.code`.execute(db);
  return rows;
}

export interface AloneGroup {
  id: string;
  name: string;
  summary: string;
  phone: string;
  homeCentre: string;
}

/** The groups of a borough that know nobody, by name, from the last one that was shown on. */
export async function aloneIn(
  db: Db,
  areaCode: string,
  after: string | undefined,
  limit: number,
): Promise<AloneGroup[]> {
  const { rows } = await sql<AloneGroup>`
    select profile.id, profile.name, profile.summary, profile.phone, coalesce(home.name, '') as "homeCentre"
    from areas.area_card as area
    join register.works_in as works on works.area_id = area.id
    join register.organisation_profile as profile on profile.id = works.organisation_id and profile.claimed
    left join register.organisation_card as home on home.id = profile.home_centre_id
    where area.code = ${areaCode} and not ${knowsSomebody}
      and (${after ?? null}::uuid is null or (profile.name, profile.id)
        > (select name, id from register.organisation_card where id = ${after ?? null}::uuid))
    order by profile.name, profile.id limit ${limit}`.execute(db);
  return rows;
}

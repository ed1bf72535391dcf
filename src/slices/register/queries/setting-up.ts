import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { CoveredArea, SetUpCentre } from '../words/setting-up.ts';

/** Every centre with its boroughs and how many run it, in order of the alphabet; with an id, only that one. */
export async function setUpCentres(db: Db, machineNow: Date, id?: string): Promise<SetUpCentre[]> {
  const { rows } = await sql<SetUpCentre>`
    select centre.id, centre.name, centre.phone, centre.email, centre.version,
      coalesce((select jsonb_agg(jsonb_build_object('id', area.id, 'name', area.name) order by area.name)
        from register.cover join areas.area_card as area on area.id = cover.area_id
        where cover.centre_id = centre.id and cover.own), '[]') as own,
      coalesce((select jsonb_agg(jsonb_build_object('id', area.id, 'name', area.name) order by area.name)
        from register.cover join areas.area_card as area on area.id = cover.area_id
        where cover.centre_id = centre.id and not cover.own), '[]') as covers,
      (select count(*)::integer from register.position
        where organisation_id = centre.id and role = 'admin' and until_at is null) as admins,
      (select count(*)::integer from register.invitation
        where organisation_id = centre.id and role = 'admin' and accepted_at is null and revoked_at is null
          and expires_at > ${machineNow}) as invited
    from register.organisation as centre
    where centre.kind = 'centre' and centre.state = 'active' and (${id ?? null}::uuid is null or centre.id = ${id ?? null})
    order by centre.name, centre.id`.execute(db);
  return rows;
}

export async function setUpCentre(db: Db, machineNow: Date, id: string): Promise<SetUpCentre> {
  const [centre] = await setUpCentres(db, machineNow, id);
  if (!centre) throw new NotFound('centre');
  return centre;
}

/** Every borough, by the area around it, with whoever answers for it. */
export async function coveredAreas(db: Db): Promise<CoveredArea[]> {
  const { rows } = await sql<CoveredArea>`
    select area.id, area.code, area.name, coalesce(parent.name, '') as "parentName",
      cover.centre_id as "centreId", centre.name as "centreName", coalesce(cover.own, false) as own
    from areas.area_card as area
      left join areas.area_card as parent on parent.id = area.parent_id
      left join register.cover on cover.area_id = area.id
      left join register.organisation as centre on centre.id = cover.centre_id
    where area.level = 'borough'
    order by parent.name nulls last, area.name, area.id`.execute(db);
  return rows;
}

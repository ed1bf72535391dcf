import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import {
  countedAtMost,
  type NeedPair,
  nearM,
  type Suggestion,
  suggestedAtMost,
  weights,
} from '../words/suggestions.ts';

/** The nearest ones are looked at, besides all that work in a common area; those that fit at first sight are weighed. */
const lookedAtMost = 500;
const weighedAtMost = 200;

/**
 * Whom a group could get to know: those that do the same, and those that do something else for the same people, by turns,
 * each with what speaks for it (model D7). Neither borough nor kilometre cuts off: near or in a common area is enough.
 * `offset 0` has each profile looked up by its key: the planner takes the list of those around for much longer than it is.
 */
export async function suggestions(
  db: Db,
  organisationId: string,
  pairs: readonly NeedPair[],
): Promise<Suggestion[]> {
  const { rows } = await sql<Row>`${thoseThatFit(organisationId, pairs)}, compared as materialized (
      select profile.id, profile.name, profile.summary, fits.metres,
        array(select unnest(profile.themes) intersect select unnest(mine.themes) order by 1) as same_work,
        array(select unnest(profile.people_served) intersect select unnest(mine.people) order by 1) as same_people,
        array(select unnest(profile.area_ids) intersect select unnest(mine.area_ids)) as same_areas,
        'everyone' = any(profile.people_served || mine.people_served) as for_everyone,
        coalesce(fits.precise and mine.precise, false) as precise,
        (select array[one, other] from pairs
          where (one = any(mine.needs) and other = any(${needsOf}))
            or (other = any(mine.needs) and one = any(${needsOf}))
          order by one, other limit 1) as pair
      from fits cross join mine
      join register.organisation_profile as profile on profile.id = fits.id
      where not profile.address_hidden
        and not exists (select from neighbours.stop
          where stop.organisation_id = profile.id and stop.from_organisation_id = profile.id)
    ), judged as (
      select *, case when cardinality(same_work) > 0 then 'like' else 'with' end as sort,
        ${weights.work} * least(cardinality(same_work), ${countedAtMost}::integer)
        + ${weights.people} * least(cardinality(same_people), ${countedAtMost}::integer)
        + case when cardinality(same_areas) > 0 then ${weights.area} else 0 end
        + case when cardinality(same_work) = 0 and pair is not null then ${weights.pair} else 0 end
        + ${weights.near} * greatest(0, 1 - coalesce(metres, ${nearM}::float8) / ${nearM}::float8) as points
      from compared
      where cardinality(same_work) > 0 or cardinality(same_people) > 0 or (for_everyone and pair is not null)
    ), ranked as (
      select *, row_number() over (partition by sort order by points desc, metres nulls last, name, id) as turn
      from judged
    )
    select id, name, summary, sort, same_work, same_people, metres, precise, pair, points,
      array(select area.name from areas.area_card as area where area.id = any(same_areas) order by area.name)
        as area_names
    from ranked order by turn, points desc, id limit ${suggestedAtMost}`.execute(db);
  return rows.map(toSuggestion);
}

/** The group itself (`mine`), the pairs, and at first sight those that fit (`fits`): cheap, because there can be thousands. */
function thoseThatFit(organisationId: string, pairs: readonly NeedPair[]) {
  const [ones, others] = [pairs.map((pair) => pair.one), pairs.map((pair) => pair.other)];
  return sql`
    with own as (
      select profile.id, themes, people_served, area_ids, plane, precise, ${needsOf} as needs
      from register.organisation_profile as profile
      left join register.public_location as place on place.organisation_id = profile.id and main
      where profile.id = ${organisationId}
    ), pairs as (
      select one, other from unnest(${ones}::text[], ${others}::text[]) as pair(one, other)
    ), mine as (
      select *, array_remove(people_served, 'everyone') as people,
        array(select other from pairs where one = any(needs) union select one from pairs where other = any(needs)) as wanted
      from own
    ), around as (
      select near.id from mine cross join lateral (
        select place.organisation_id as id from register.public_location as place
        where main and place.plane <@ circle(mine.plane, ${nearM}::float8)
        order by place.plane <-> mine.plane limit ${lookedAtMost}) as near
      union
      select organisation_id from register.works_in where area_id = any((select area_ids from mine)::uuid[])
    ), fits as (
      select profile.id, place.plane <-> mine.plane as metres, place.precise
      from around cross join mine
      cross join lateral (select id, themes, people_served, claimed from register.organisation_profile
        where id = around.id offset 0) as profile
      left join register.public_location as place on place.organisation_id = profile.id and main
      where profile.id <> mine.id and profile.claimed
        and (profile.themes && mine.themes or profile.people_served && mine.people or ${needsOf} && mine.wanted)
      order by ${weights.work} * (profile.themes && mine.themes)::integer
        + ${weights.people} * (profile.people_served && mine.people)::integer
        + ${weights.pair} * (${needsOf} && mine.wanted)::integer
        + ${weights.near} * greatest(0, 1 - coalesce(place.plane <-> mine.plane, ${nearM}::float8) / ${nearM}::float8) desc,
        profile.id
      limit ${weighedAtMost}
    )`;
}

/** What a group does and for whom, in one list, as pairs of needs name it. */
const needsOf = sql`(profile.themes || array(select 'people:' || unnest(profile.people_served)))`;

interface Row {
  id: string;
  name: string;
  summary: string;
  sort: string;
  same_work: string[];
  same_people: string[];
  area_names: string[];
  metres: number | null;
  precise: boolean;
  pair: string[] | null;
  points: number;
}

function toSuggestion(row: Row): Suggestion {
  const [one, other] = row.pair ?? [];
  return {
    id: row.id,
    name: row.name,
    summary: row.summary,
    sort: row.sort === 'like' ? 'like' : 'with',
    sameWork: row.same_work,
    samePeople: row.same_people,
    areaNames: row.area_names,
    metres: row.metres ?? undefined,
    precise: row.precise,
    pair: one && other ? { one, other } : undefined,
    points: Number(row.points),
  };
}

import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';
import { times } from '../../lists/times.ts';
import { because, toAsk } from '../../rules/matching/because.ts';
import { bitsFrom, codesOf, numberFrom } from '../../rules/matching/bits.ts';
import {
  anyTime,
  fadesOverM,
  homeUnwanted,
  homeWanted,
  noSkill,
  oneSkill,
  somewhere,
  type Wanted,
} from '../../rules/matching/score.ts';
import { asWanted } from '../../rules/matching/wanted.ts';
import type { Match, Weights, Wishes } from '../../words/matching.ts';

interface Row {
  id: string;
  title: string;
  summary: string;
  organisation_id: string;
  organisation_name: string;
  causes: string[];
  times: string[];
  skills: string[];
  accessibility: string[];
  minimum_age: number;
  maximum_age: number | null;
  place: string;
  urgent: boolean;
  useful: boolean;
  share: string;
  until_day: string;
  venue: string | null;
  area_id: string | null;
  precise: boolean | null;
  distance: number | null;
  slots: number;
  score: number;
}

interface Asked {
  readonly weights: Weights;
  readonly today: string;
  readonly limit: number;
  /** Roles that are not to be shown, such as those they asked about before. */
  readonly without?: readonly string[];
  /** Leaves out what is done at other times only. */
  readonly atTheirTimes?: boolean;
}

/**
 * The roles that fit somebody best, each with its reasons. What may not be shown to them is left out: roles for another
 * age, beyond how far they would go, or shared with others only.
 */
export async function matchesFor(db: Db, wishes: Wishes, asked: Asked): Promise<Match[]> {
  const wanted = asWanted(wishes, asked.weights);
  const { rows } = await sql<Row>`
    with best as materialized (
      select role_id, score, distance, slots from (
        select role_id, slots, distance, ${scored(wanted)} as score
        -- Kept apart, so that no distance is worked out more than once.
        from (select *, ${away(wanted)} as distance from volunteering.open_role
          where ${mayBeShown(wanted, asked)} offset 0) as role
        where ${withinReach(wanted)}) as fits
      order by score desc, distance nulls last, role_id limit ${asked.limit})
    select role.id, title, summary, organisation_id, organisation_name, causes, times, skills, accessibility,
      minimum_age, maximum_age, role.place, urgent, useful, share, until_day, place.venue, place.area_id, place.precise,
      best.distance, best.slots, best.score
    from best join volunteering.live_role as role on role.id = best.role_id
    left join lateral (select venue, area_id, precise from volunteering.role_place
      where role_id = best.role_id limit 1) as place on true
    order by best.score desc, best.distance nulls last, best.role_id`.execute(db);
  return rows.map((row) => toMatch(wishes, row));
}

function away({ at }: Wanted): RawBuilder<unknown> {
  if (at === null) return sql`null::float8`;
  const [x, y] = [sql`${at.x}::float8`, sql`${at.y}::float8`];
  return sql`case when not home then sqrt((east - ${x}) * (east - ${x}) + (north - ${y}) * (north - ${y})) end`;
}

function mayBeShown(
  wanted: Wanted,
  { today, without = [], atTheirTimes = false }: Asked,
): RawBuilder<unknown> {
  const all = [
    // Its last day may be over before the work of the night has ended it.
    sql`until_day >= ${today}::date`,
    sql`minimum_age <= ${wanted.ageAtMost}`,
    sql`maximum_age >= ${wanted.ageAtLeast}`,
    sql`(share_area_id is null or share_area_id = any(${[...wanted.areaIds]}::uuid[]))`,
    ...(atTheirTimes && wanted.slots > 0 ? [sql`(slots = 0 or slots & ${wanted.slots}::integer <> 0)`] : []),
    ...(without.length === 0 ? [] : [sql`role_id <> all(${[...without]}::uuid[])`]),
  ];
  return sql.join(all, sql` and `);
}

function withinReach({ reachM }: Wanted): RawBuilder<unknown> {
  return reachM === null ? sql`true` : sql`coalesce(distance <= ${reachM}::float8, true)`;
}

/** The same as `score` in `rules/matching/score.ts`, part by part; a test compares them. */
function scored({ weights, ...wanted }: Wanted): RawBuilder<unknown> {
  const causes = sql`${numberFrom(wanted.causes)}::bigint`;
  return sql`(${weights.times}::float8 * ${timesFit(wanted.slots)}
    + ${weights.near}::float8 * case when home then ${wanted.fromHome ? homeWanted : homeUnwanted}::float8
        when distance is null then ${somewhere}::float8
        else greatest(0, 1 - distance / ${wanted.reachM ?? fadesOverM}::float8) end
    + ${weights.skills}::float8 * ${skillsFit(numberFrom(wanted.skills))}
    + ${weights.cause}::float8 * case when causes & ${causes} <> 0 then 1 else 0 end
    + ${weights.access}::float8 * ${accessFits(wanted.needs)})`;
}

function timesFit(slots: number): RawBuilder<unknown> {
  if (slots === 0) return sql`0`;
  return sql`case when slots = 0 then ${anyTime}::float8 when slots & ${slots}::integer = 0 then 0 else 1 end`;
}

function skillsFit(own: number): RawBuilder<unknown> {
  if (own === 0) return sql`0`;
  const shared = sql`bit_count((skills & ${own}::bigint)::bit(64))`;
  return sql`case when skills = 0 then ${noSkill}::float8 when skills & ${own}::bigint = 0 then 0
    else ${oneSkill}::float8 + ${1 - oneSkill}::float8 * ${shared} / skills_asked end`;
}

function accessFits(needs: number): RawBuilder<unknown> {
  if (needs === 0) return sql`0`;
  return sql`bit_count((access & ${needs}::integer)::bit(32))::float8 / bit_count(${needs}::integer::bit(32))`;
}

function toMatch(wishes: Wishes, row: Row): Match {
  const listed = {
    ...{ id: row.id, title: row.title, summary: row.summary, organisationId: row.organisation_id },
    ...{ organisationName: row.organisation_name, causes: row.causes, times: row.times },
    ...{ minimumAge: row.minimum_age, maximumAge: row.maximum_age, home: row.place === 'home' },
    ...{ urgent: row.urgent, useful: row.useful, share: row.share, untilDay: row.until_day },
    ...{ venue: row.venue ?? '', areaId: row.area_id, precise: row.precise, distanceM: row.distance },
    ...{ skills: row.skills, accessibility: row.accessibility, score: row.score },
  };
  const said = { ...listed, slots: codesOf(times, bitsFrom(row.slots)) };
  return { ...listed, because: because(wishes, said), ask: toAsk(wishes, said) };
}

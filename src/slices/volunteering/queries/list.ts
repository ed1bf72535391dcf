import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { ListedRole } from '../words/list.ts';

export interface Asked {
  readonly cause: string | undefined;
  readonly when: string | undefined;
  readonly age: number | undefined;
  readonly home: boolean;
  /** Where one asks from, on the plane. */
  readonly near: { x: number; y: number } | undefined;
  /** The areas one asks from: what is shared with one of them is shown, too. */
  readonly areaIds: readonly string[];
  readonly today: string;
  readonly after: { first: number; id: string } | undefined;
  readonly limit: number;
}

interface Row {
  id: string;
  title: string;
  summary: string;
  organisation_id: string;
  organisation_name: string;
  causes: string[];
  times: string[];
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
  first: number;
}

/** One page of live roles, and one more where there are more. The nearest first, or the newest; urgent ones before. */
export async function findRoles(db: Db, asked: Asked): Promise<(ListedRole & { first: number })[]> {
  const { near, after } = asked;
  const distance = near ? sql`place.plane <-> point(${near.x}, ${near.y})` : sql`null::float8`;
  const { rows } = await sql<Row>`
    with open as (
      select role.id, title, summary, organisation_id, organisation_name, causes, times, minimum_age, maximum_age,
        role.place, urgent, useful, share, until_day, place.venue, place.area_id, place.precise,
        ${distance} as distance, live_at
      from volunteering.live_role as role
      left join lateral (select venue, area_id, precise, plane from volunteering.role_place
        where role_id = role.id limit 1) as place on true
      where ${fits(asked)}),
    ordered as (
      select open.*, ${near ? sql`coalesce(ceil(distance / 100) * 100, 1e9)` : newestFirst}::float8 as first from open)
    select * from ordered
    where ${after ? sql`(first, id) > (${after.first}::float8, ${after.id}::uuid)` : sql`true`}
    order by first, id limit ${asked.limit + 1}`.execute(db);
  return rows.map((row) => ({ ...toListed(row), first: row.first }));
}

const newestFirst = sql`-(extract(epoch from live_at)::bigint + case when urgent then 10000000000 else 0 end)`;

function fits({ cause, when, age, home, areaIds, today }: Asked): RawBuilder<unknown> {
  const all = [
    sql`(share = 'network' or share_area_id = any(${[...areaIds]}::uuid[]))`,
    // Its last day may be over before the work of the night has ended it.
    sql`until_day >= ${today}::date`,
    ...(cause === undefined ? [] : [sql`${cause} = any(causes)`]),
    ...(age === undefined ? [] : [sql`minimum_age <= ${age} and coalesce(maximum_age >= ${age}, true)`]),
    ...(home ? [sql`role.place = 'home'`] : []),
    ...(when === undefined ? [] : [fitsWhen(when, today)]),
  ];
  return sql.join(all, sql` and `);
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const slots: Readonly<Record<string, readonly string[]>> = {
  weekday_daytime: weekdays.flatMap((day) => [`${day}Morning`, `${day}Afternoon`]),
  weekday_evening: weekdays.map((day) => `${day}Evening`),
  weekend: ['Saturday', 'Sunday'].flatMap((day) => [`${day}Morning`, `${day}Afternoon`, `${day}Evening`]),
};
const days: Readonly<Record<string, RawBuilder<unknown>>> = {
  weekday_daytime: sql`extract(isodow from on_day) < 6 and begins < time '18:00'`,
  weekday_evening: sql`extract(isodow from on_day) < 6 and ends > time '18:00'`,
  weekend: sql`extract(isodow from on_day) > 5`,
};

/** Regular times, or a day that is still to come. Without either it is done whenever it suits both. */
function fitsWhen(when: string, today: string): RawBuilder<unknown> {
  const dated = sql`select from volunteering.session where session.activity_id = role.activity_id`;
  const [regular, onDays] = [slots[when], days[when]];
  if (!regular || !onDays) return sql`(times = '{}' and not exists (${dated}))`;
  return sql`(times && ${[...regular]}::text[] or exists (${dated} and on_day >= ${today}::date and ${onDays}))`;
}

function toListed(row: Row): ListedRole {
  return {
    id: row.id,
    title: row.title,
    summary: row.summary,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    causes: row.causes,
    times: row.times,
    minimumAge: row.minimum_age,
    maximumAge: row.maximum_age,
    home: row.place === 'home',
    urgent: row.urgent,
    useful: row.useful,
    share: row.share,
    untilDay: row.until_day,
    venue: row.venue ?? '',
    areaId: row.area_id,
    precise: row.precise,
    distanceM: row.distance,
  };
}

import { type RawBuilder, sql } from 'kysely';
import type { Recorded } from '../../../../platform/contributions.ts';
import type { Ctx } from '../../../../platform/ctx.ts';
import { dayOf } from '../../../../platform/dates.ts';
import type { Tx } from '../../../../platform/db/open.ts';
import { accessibility } from '../../lists/accessibility.ts';
import { causes } from '../../lists/causes.ts';
import { skills } from '../../lists/skills.ts';
import { touchedRoles } from '../../queries/touched.ts';

/** In the transaction of the change: a role is matched as soon as it is live, and not a moment longer. */
export async function hearOfRoles(tx: Tx, ctx: Ctx, event: Recorded): Promise<void> {
  const ids = await touchedRoles(tx, event);
  if (ids.length > 0) await remakeOpenRoles(tx, dayOf(ctx.now), sql`= any(${ids}::uuid[])`);
}

/** All of them, so that days that are over count no more, and the bits are those of the lists of this program. */
export function remakeAllOpenRoles(tx: Tx, ctx: Ctx): Promise<void> {
  return remakeOpenRoles(tx, dayOf(ctx.now), sql`is not null`);
}

async function remakeOpenRoles(tx: Tx, today: string, which: RawBuilder<unknown>): Promise<void> {
  await sql`delete from volunteering.open_role
    where role_id ${which} and not exists (select from volunteering.live_role where id = role_id)`.execute(
    tx,
  );
  await sql`
    insert into volunteering.open_role (role_id, share_area_id, until_day, minimum_age, maximum_age, home, east, north,
      causes, skills, access, slots, skills_asked)
    select role.id, share_area_id, until_day, minimum_age, coalesce(maximum_age, 150), role.place = 'home',
      place.plane[0], place.plane[1], ${bits(causes, 'role.causes')}, ${bits(skills, 'role.skills')},
      ${bits(accessibility, 'role.accessibility')}::integer, ${slots(today)},
      (select count(distinct code) from unnest(role.skills) as code where code = any(${Object.keys(skills)}::text[]))
    from volunteering.live_role as role
    left join lateral (select plane from volunteering.role_place where role_id = role.id limit 1) as place on true
    where role.id ${which}
    on conflict (role_id) do update set share_area_id = excluded.share_area_id, until_day = excluded.until_day,
      minimum_age = excluded.minimum_age, maximum_age = excluded.maximum_age, home = excluded.home,
      east = excluded.east, north = excluded.north, causes = excluded.causes, skills = excluded.skills,
      access = excluded.access, slots = excluded.slots, skills_asked = excluded.skills_asked`.execute(tx);
}

function bits(list: Readonly<Record<string, string>>, column: string): RawBuilder<unknown> {
  return sql`coalesce((select bit_or(1::bigint << (array_position(${Object.keys(list)}::text[], code) - 1))
    from unnest(${sql.ref(column)}) as code), 0)`;
}

const order = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].flatMap((day) =>
  ['Morning', 'Afternoon', 'Evening'].map((part) => `${day}${part}`),
);

/** Regular times, and of single days the part in which they begin and the one in which they end. */
const slots = (today: string) => sql`coalesce((select bit_or(1 << at) from (
    select array_position(${order}::text[], slot) - 1 as at from unnest(role.times) as slot
    union all
    select (extract(isodow from on_day)::integer - 1) * 3 + part
    from volunteering.session, lateral (values
      (case when begins < time '12:00' then 0 when begins < time '18:00' then 1 else 2 end),
      (case when ends <= time '12:00' then 0 when ends <= time '18:00' then 1 else 2 end)) as parts (part)
    where session.activity_id = role.activity_id and on_day >= ${today}::date) as times where at is not null), 0)`;

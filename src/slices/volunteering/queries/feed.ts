import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { FeedRole } from '../words/feed.ts';

interface Row {
  id: string;
  activity_id: string;
  organisation_id: string;
  organisation_name: string;
  organisation_summary: string;
  website: string;
  number: { scheme: string; number: string } | null;
  title: string;
  summary: string;
  description: string;
  commitment: string;
  minimum_age: number;
  maximum_age: number | null;
  requirements: string[];
  skills: string[];
  accessibility: string[];
  dbs_level: string;
  until_day: string;
  live_at: Date;
  changed_at: Date;
  activity_title: string;
  activity_summary: string;
  causes: string[];
  emergency: boolean;
  place: string;
  times: string[];
  venue: string | null;
  address: string | null;
  postcode: string | null;
  area_name: string | null;
  lat: number | null;
  lon: number | null;
  sessions: { day: string; begins: string; ends: string }[];
}

/** Every live role that is shared with the whole network, group by group and activity by activity. */
export async function sharedRoles(
  db: Db,
  of: { today: string; centreId?: string; organisationId?: string; changedSince?: Date },
): Promise<FeedRole[]> {
  const { rows } = await sql<Row>`
    select role.id, role.activity_id, role.organisation_id, role.organisation_name, card.summary as organisation_summary,
      coalesce(card.website, '') as website, (select jsonb_build_object('scheme', scheme, 'number', number)
        from register.public_number where public_number.organisation_id = role.organisation_id
        order by scheme, number limit 1) as number,
      title, role.summary, role.description, commitment, minimum_age, maximum_age, requirements, skills, accessibility,
      dbs_level, until_day, live_at, changed_at, activity_title, activity_summary, causes, emergency, role.place, times,
      place.venue, place.address, place.postcode, area.name as area_name, place.lat, place.lon,
      coalesce((select jsonb_agg(jsonb_build_object('day', on_day, 'begins', to_char(begins, 'HH24:MI'),
          'ends', to_char(ends, 'HH24:MI')) order by on_day, begins)
        from volunteering.session where session.activity_id = role.activity_id and on_day >= ${of.today}::date), '[]')
        as sessions
    from volunteering.live_role as role
    join register.organisation_card as card on card.id = role.organisation_id
    left join lateral (select * from volunteering.role_place where role_id = role.id limit 1) as place on true
    left join areas.area_card as area on area.id = place.area_id
    where role.share = 'network' and until_day >= ${of.today}::date
      and (${of.centreId ?? null}::uuid is null
        or ${of.centreId ?? null} in (role.home_centre_id, role.organisation_id))
      and (${of.organisationId ?? null}::uuid is null or role.organisation_id = ${of.organisationId ?? null})
      and (${of.changedSince ?? null}::timestamptz is null or changed_at >= ${of.changedSince ?? null})
    order by role.organisation_id, role.activity_id, role.id`.execute(db);
  return rows.map(toFeedRole);
}

function toFeedRole(row: Row): FeedRole {
  const { venue, address, postcode, lat, lon } = row;
  const hasPlace = row.place !== 'home' && [venue, address, row.area_name].some((words) => words);
  return {
    ...{ id: row.id, title: row.title, commitment: row.commitment, dbsLevel: row.dbs_level },
    ...{ minimumAge: row.minimum_age, maximumAge: row.maximum_age, requirements: row.requirements },
    ...{ skills: row.skills, accessibility: row.accessibility, untilDay: row.until_day },
    ...{ liveAt: row.live_at, changedAt: row.changed_at, fromHome: row.place === 'home' },
    description: [row.summary, row.description].filter((words) => words !== '').join('\n\n'),
    organisation: {
      ...{ id: row.organisation_id, name: row.organisation_name, website: row.website },
      ...{ summary: row.organisation_summary, number: row.number ?? undefined },
    },
    activity: {
      ...{ id: row.activity_id, title: row.activity_title, summary: row.activity_summary },
      ...{ causes: row.causes, emergency: row.emergency, times: row.times, sessions: row.sessions },
      place: hasPlace
        ? { name: venue || row.area_name || '', address: wholeAddress(address, postcode), lat, lon }
        : undefined,
    },
  };
}

function wholeAddress(address: string | null, postcode: string | null): string {
  return [address, postcode].filter((words) => words).join(', ');
}

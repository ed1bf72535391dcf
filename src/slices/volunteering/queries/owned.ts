import { sql } from 'kysely';
import type { OwnedBy } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';

export const owned: readonly OwnedBy[] = [
  {
    keys: ['volunteering.activity.organisation_id', 'volunteering.role.organisation_id'],
    file: 'volunteering-roles',
    label: 'Your volunteering roles, drafts and those that are over too',
    read: rolesToTake,
  },
];

async function rolesToTake(db: Db, organisationId: string): Promise<object[]> {
  const { rows } = await sql<object>`
    select role.id, role.activity_id, role.title, role.summary, role.description, activity.title as activity,
      array_to_string(causes, ';') as causes, place, venue, address, postcode, array_to_string(times, ';') as times,
      (select string_agg(on_day || ' ' || to_char(begins, 'HH24:MI') || '-' || to_char(ends, 'HH24:MI'), ';'
        order by on_day, begins) from volunteering.session where session.activity_id = role.activity_id) as days,
      commitment, minimum_age, maximum_age, young_ready, array_to_string(requirements, ';') as requirements,
      array_to_string(skills, ';') as skills, array_to_string(accessibility, ';') as accessibility,
      array_to_string(duties, ';') as duties, how_often, dbs_level, dbs_reason, share, share_reason, useful, urgent,
      emergency, places, until_day, state, state_reason, role.created_at, role.changed_at
    from volunteering.role join volunteering.activity on activity.id = role.activity_id
    where role.organisation_id = ${organisationId} order by role.created_at, role.id`.execute(db);
  return rows;
}

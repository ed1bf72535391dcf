import type { Db } from '../../../../platform/db/open.ts';
import type { Volunteer } from '../../words/matching.ts';

const columns = [
  ...([
    'causes',
    'skills',
    'times',
    'place_name',
    'plane',
    'area_id',
    'miles',
    'from_home',
    'needs',
  ] as const),
  ...([
    'adult',
    'born_on',
    'times_matter',
    'near_matters',
    'skills_matter',
    'cause_matters',
    'version',
  ] as const),
];

/** What somebody has said of themselves. The database shows it to nobody but that person, and to the night. */
export async function volunteerOptional(db: Db, personId: string): Promise<Volunteer | undefined> {
  const row = await db
    .selectFrom('volunteering.volunteer')
    .select(columns)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row && toVolunteer(row);
}

/** So many, in the order of their ids; of each the areas around it, too. */
export async function volunteersAfter(
  db: Db,
  afterId: string | null,
  limit: number,
): Promise<{ id: string; one: Volunteer }[]> {
  const rows = await db
    .selectFrom('volunteering.volunteer')
    .select(['person_id', ...columns])
    .where((row) => (afterId === null ? row.lit(true) : row('person_id', '>', afterId)))
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ id: row.person_id, one: toVolunteer(row) }));
}

interface Row {
  causes: string[];
  skills: string[];
  times: string[];
  place_name: string;
  plane: { x: number; y: number } | null;
  area_id: string | null;
  miles: number | null;
  from_home: boolean;
  needs: string[];
  adult: boolean;
  born_on: string | null;
  times_matter: number;
  near_matters: number;
  skills_matter: number;
  cause_matters: number;
  version: number;
}

function toVolunteer(row: Row): Volunteer {
  return {
    ...{ causes: row.causes, skills: row.skills, times: row.times, needs: row.needs },
    ...{ placeName: row.place_name, at: row.plane, areaId: row.area_id, miles: row.miles },
    ...{ fromHome: row.from_home, adult: row.adult, bornOn: row.born_on, version: row.version },
    matters: {
      ...{ times: row.times_matter, near: row.near_matters },
      ...{ skills: row.skills_matter, cause: row.cause_matters },
    },
  };
}

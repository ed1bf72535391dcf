import pg from 'pg';
import { accessibility } from '../../src/slices/volunteering/lists/accessibility.ts';
import { causes } from '../../src/slices/volunteering/lists/causes.ts';
import { skills } from '../../src/slices/volunteering/lists/skills.ts';
import { times } from '../../src/slices/volunteering/lists/times.ts';
import { seeded } from './places.ts';

const atOnce = 5000;
/** A region of fifty kilometres each way. */
const widthM = 50_000;
const day = '2026-11-01';

/** Groups with live roles and people with wishes, straight into the tables; matching is asked to make its own. */
export async function fillVolunteering(
  ownerUrl: string,
  of: { groups: number; roles: number; volunteers: number },
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const chance = seeded(25);
  const some = (list: Readonly<Record<string, string>>, most: number) => {
    const keys = Object.keys(list);
    const count = Math.floor(chance() * (most + 1));
    return [...new Set(Array.from({ length: count }, () => keys[Math.floor(chance() ** 1.4 * keys.length)]))];
  };
  const point = () => ({ x: Math.round(chance() * widthM), y: Math.round(chance() * widthM) });
  try {
    await inParts(client, fillGroups, of.groups, (index) => ({ id: idOf('a', index), ...point() }));
    await inParts(client, fillRoles, of.roles, (index) => ({
      ...{ id: idOf('b', index), group: idOf('a', index % of.groups), home: chance() < 0.1 },
      ...{ minimum: [18, 18, 18, 16, 14, 21][index % 6], access: some(accessibility, 4) },
      ...{
        causes: [...new Set(['Community', ...some(causes, 2)])],
        skills: some(skills, 3),
        times: some(times, 3),
      },
    }));
    await inParts(client, fillVolunteers, of.volunteers, (index) => ({
      ...{
        id: idOf('c', index),
        ...point(),
        causes: some(causes, 4),
        skills: some(skills, 5),
        times: some(times, 8),
      },
      ...{ needs: chance() < 0.1 ? some(accessibility, 2) : [], miles: [null, 2, 3, 5, 10][index % 5] },
    }));
    for (const table of ['register.organisation', 'register.location', 'volunteering.activity']) {
      await client.query(`vacuum analyze ${table}`);
    }
    await client.query('vacuum analyze volunteering.role');
    await client.query('vacuum analyze volunteering.volunteer');
  } finally {
    await client.end();
  }
}

async function inParts(
  client: pg.Client,
  statements: readonly string[],
  count: number,
  make: (index: number) => object,
): Promise<void> {
  for (let from = 0; from < count; from += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, count - from) }, (_, at) => make(from + at));
    for (const statement of statements) await client.query(statement, [JSON.stringify(rows)]);
  }
}

function idOf(kind: string, index: number): string {
  return `018f0000-000${kind}-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

const fillGroups = [
  `insert into register.organisation (id, name, kind, state, summary, freshness, created_at, changed_at)
    select id, 'Group', 'group', 'active', '', 'ok', '${day}', '${day}' from jsonb_to_recordset($1) as one(id uuid)`,
  `insert into register.location (id, organisation_id, main, lat, lon, plane)
    select id, id, true, 52, -1, point(x, y) from jsonb_to_recordset($1) as one(id uuid, x float8, y float8)`,
];

const fillRoles = [
  `insert into volunteering.activity (id, organisation_id, title, summary, causes, place, times, created_at, changed_at)
    select id, "group", 'Activity', 'What we do.', causes, case when home then 'home' else 'ours' end, times, '${day}',
      '${day}'
    from jsonb_to_recordset($1) as one(id uuid, "group" uuid, home boolean, causes text[], times text[])`,
  `insert into volunteering.role (id, activity_id, organisation_id, title, summary, minimum_age, young_ready, skills,
      accessibility, dbs_level, dbs_reason, dbs_decided_at, until_day, state, state_since, live_at, created_at, changed_at)
    select id, id, "group", 'Role', 'What one does.', minimum, true, skills, access, 'none', 'None.', '${day}',
      '2027-05-01', 'live', '${day}', '${day}', '${day}', '${day}'
    from jsonb_to_recordset($1) as one(id uuid, "group" uuid, minimum integer, skills text[], access text[])`,
];

const fillVolunteers = [
  `insert into people.person (id, email, name, created_at, changed_at)
    select id, id || '@bench.example', 'One', '${day}', '${day}' from jsonb_to_recordset($1) as one(id uuid)`,
  `insert into volunteering.volunteer (person_id, causes, skills, times, needs, place_name, plane, miles, adult, made_at,
      changed_at)
    select id, causes, skills, times, needs, 'AV3', point(x, y), miles, true, '${day}', '${day}'
    from jsonb_to_recordset($1) as one(id uuid, x float8, y float8, causes text[], skills text[], times text[],
      needs text[], miles integer)`,
];

/** The plain list: one table with all columns of a role, each with the index that its filter wants. */
export const bareList = [
  `create table public.bare as select role.*, activity.causes, activity.times, location.plane, organisation.name
    from volunteering.role join volunteering.activity on activity.id = activity_id
      join register.organisation on organisation.id = role.organisation_id
      join register.location on location.organisation_id = role.organisation_id`,
  'create index on public.bare using gist (plane)',
  'create index on public.bare using gin (causes)',
  'vacuum analyze public.bare',
];

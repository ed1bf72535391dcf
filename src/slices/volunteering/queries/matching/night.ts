import { sql } from 'kysely';
import { addDays, dayOf, londonTime } from '../../../../platform/dates.ts';
import type { Db } from '../../../../platform/db/open.ts';
import { bitsFrom } from '../../rules/matching/bits.ts';
import type { OpenRole } from '../../rules/matching/score.ts';

/** When most people sleep, and after what is kept long enough has gone. */
const atHour = 3.5;

/**
 * Whoever changes the lists of causes, skills or accessibility counts on: bits that were made before mean others. So does
 * whoever changes what an open role holds.
 */
export const form = 2;

/** The last time of the night that has come; the first is at once. Nights that were missed are not made up for. */
export async function nextMatching(db: Db, until: Date): Promise<Date | undefined> {
  const night = await matchNight(db);
  if (night.dueAt === null || night.form < form) return until;
  const today = londonTime(dayOf(until), atHour);
  const last = today <= until ? today : londonTime(dayOf(addDays(until, -1)), atHour);
  return last > night.dueAt ? last : undefined;
}

export async function matchNight(db: Db) {
  const row = await db
    .selectFrom('volunteering.match_night')
    .select(['due_at', 'after_id', 'done_at', 'form'])
    .executeTakeFirstOrThrow();
  return { dueAt: row.due_at, afterId: row.after_id, doneAt: row.done_at, form: row.form };
}

/** Every live role as matching compares it, or some of them. Twenty thousand are a few megabytes. */
export async function openRoles(db: Db, today: string, of?: readonly string[]): Promise<OpenRole[]> {
  const { rows } = await sql<Row>`
    select role_id, share_area_id, minimum_age, maximum_age, home, east, north, causes, skills, access, slots
    from volunteering.open_role where until_day >= ${today}::date
      and (${of === undefined} or role_id = any(${[...(of ?? [])]}::uuid[]))
    order by role_id`.execute(db);
  // Written out: objects that are made of spread ones are several times slower to read, and a night reads a billion.
  return rows.map((row) => ({
    roleId: row.role_id,
    shareAreaId: row.share_area_id,
    minimumAge: row.minimum_age,
    maximumAge: row.maximum_age,
    home: row.home,
    east: row.east,
    north: row.north,
    causes: bitsFrom(row.causes),
    skills: bitsFrom(row.skills),
    access: row.access,
    slots: row.slots,
  }));
}

interface Row {
  role_id: string;
  share_area_id: string | null;
  minimum_age: number;
  maximum_age: number;
  home: boolean;
  east: number | null;
  north: number | null;
  causes: number;
  skills: number;
  access: number;
  slots: number;
}

/** Roles that fit somebody and went live since then. */
export async function newMatches(db: Db, personId: string, since: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('volunteering.match as match')
    .innerJoin('volunteering.live_role as role', 'role.id', 'match.role_id')
    .select('role.id')
    .where('match.person_id', '=', personId)
    .where('role.live_at', '>=', since)
    .orderBy('match.score', 'desc')
    .orderBy('role.id')
    .execute();
  return rows.flatMap(({ id }) => id ?? []);
}

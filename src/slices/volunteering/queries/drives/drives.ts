import { sql } from 'kysely';
import type { Db } from '../../../../platform/db/open.ts';
import { notFound } from '../../../../platform/errors.ts';
import { type Drive, KeptWishes } from '../../words/drives.ts';
import type { Wishes } from '../../words/matching.ts';

const columns = [
  ...(['id', 'centre_id', 'title', 'words', 'on_day', 'proposed_at', 'suggested_at', 'closed_at'] as const),
];

export async function drive(db: Db, id: string): Promise<Drive> {
  const row = await db
    .selectFrom('volunteering.drive')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('day'));
  return toDrive(row);
}

export async function drivesAt(db: Db, centreId: string): Promise<Drive[]> {
  const rows = await db
    .selectFrom('volunteering.drive')
    .select(columns)
    .where('centre_id', '=', centreId)
    .orderBy('on_day', 'desc')
    .orderBy('id')
    .limit(50)
    .execute();
  return rows.map(toDrive);
}

export interface DriveRole {
  readonly id: string;
  readonly title: string;
  readonly organisationName: string;
  readonly places: number;
  readonly causes: readonly string[];
  readonly times: readonly string[];
  readonly skills: readonly string[];
  readonly accessibility: readonly string[];
  readonly home: boolean;
}

/** The roles of a drive that are still live. */
export async function driveRoles(db: Db, driveId: string): Promise<DriveRole[]> {
  const { rows } = await sql<DriveRole>`
    select role.id, title, organisation_name as "organisationName", drive_role.places, causes, times, skills,
      accessibility, role.place = 'home' as home
    from volunteering.drive_role join volunteering.live_role as role on role.id = role_id
    where drive_id = ${driveId} order by title, role.id`.execute(db);
  return rows;
}

/** Live roles of a centre’s groups, for whoever chooses some of them. */
export async function rolesToChoose(db: Db, centreId: string) {
  const rows = await db
    .selectFrom('volunteering.live_role')
    .select(['id', 'title', 'organisation_name', 'places'])
    .where('home_centre_id', '=', centreId)
    .orderBy('title')
    .orderBy('id')
    .limit(80)
    .execute();
  return rows.flatMap(({ id, ...row }) => (id === null ? [] : [{ id, ...row }]));
}

export interface DriveEntry {
  readonly id: string;
  readonly number: number;
  readonly wishes: Wishes | undefined;
  readonly roleId: string | null;
  readonly suggestedAt: Date | null;
  readonly hasAccount: boolean;
}

/** Who takes part, by numbers, in the order in which they came. */
export async function driveEntries(db: Db, driveId: string): Promise<DriveEntry[]> {
  const rows = await db
    .selectFrom('volunteering.drive_entry')
    .select(['id', 'number', 'wishes', 'role_id', 'suggested_at'])
    .select(sql<boolean>`person_id is not null`.as('has_account'))
    .where('drive_id', '=', driveId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, roleId: row.role_id, suggestedAt: row.suggested_at },
    ...{ wishes: KeptWishes.safeParse(row.wishes).data, hasAccount: row.has_account },
  }));
}

/** What somebody’s own number is, and what was suggested to it. */
export async function ownEntryOptional(db: Db, driveId: string, personId: string) {
  return db
    .selectFrom('volunteering.drive_entry')
    .select(['number', 'role_id', 'suggested_at'])
    .where('drive_id', '=', driveId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

/** Roles that a centre suggested to somebody and that are still live. */
export async function suggestedTo(db: Db, personId: string) {
  const { rows } = await sql<{ id: string; title: string; drive: string }>`
    select role.id, role.title, drive.title as drive
    from volunteering.drive_entry as entry join volunteering.drive on drive.id = drive_id
      join volunteering.live_role as role on role.id = entry.role_id
    where entry.person_id = ${personId} and entry.suggested_at is not null
    order by entry.suggested_at desc limit 5`.execute(db);
  return rows;
}

type Row = {
  id: string;
  centre_id: string;
  title: string;
  words: string;
  on_day: string;
  proposed_at: Date | null;
  suggested_at: Date | null;
  closed_at: Date | null;
};

function toDrive(row: Row): Drive {
  return {
    ...{ id: row.id, centreId: row.centre_id, title: row.title, words: row.words, onDay: row.on_day },
    ...{ proposedAt: row.proposed_at, suggestedAt: row.suggested_at, closedAt: row.closed_at },
  };
}

import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { keysOf } from '../lists/keys.ts';
import {
  type Activity,
  dbsLevels,
  placeKinds,
  type Role,
  type Session,
  type Share,
  type State,
  shares,
  states,
} from '../words/role.ts';

function roles(db: Db) {
  return db
    .selectFrom('volunteering.role as role')
    .innerJoin('volunteering.activity as activity', 'activity.id', 'role.activity_id')
    .select(['role.id', 'role.activity_id', 'role.organisation_id', 'role.title', 'role.summary'])
    .select(['description', 'commitment', 'minimum_age', 'maximum_age', 'young_ready', 'requirements'])
    .select(['skills', 'accessibility', 'duties', 'how_often', 'dbs_level', 'dbs_reason', 'share'])
    .select(['share_reason', 'share_area_id', 'useful', 'urgent', 'places', 'until_day', 'role.state'])
    .select(['state_reason', 'state_since', 'live_at', 'version', 'role.changed_at'])
    .select(['activity.title as activity_title', 'causes', 'emergency', 'place', 'venue', 'address'])
    .select(['postcode', 'times']);
}

export async function roleOptional(db: Db, id: string): Promise<Role | undefined> {
  const row = await roles(db).where('role.id', '=', id).executeTakeFirst();
  return row && toRole(row);
}

export async function role(db: Db, id: string): Promise<Role> {
  return toRole(await roles(db).where('role.id', '=', id).executeTakeFirstOrThrow(notFound('role')));
}

/** Its roles, and those of records that were merged into it, the newest first. */
export async function rolesOf(db: Db, organisationId: string): Promise<Role[]> {
  const rows = await roles(db)
    .innerJoin('register.organisation_card as own', 'own.id', 'role.organisation_id')
    .where((is) => is.or([is('own.id', '=', organisationId), is('own.merged_into', '=', organisationId)]))
    .orderBy('role.created_at', 'desc')
    .orderBy('role.id')
    .limit(500)
    .execute();
  return rows.map(toRole);
}

/** The one that the first press of the button has made. */
export function rolePostedOptional(
  db: Db,
  of: { organisationId: string; title: string; since: Date },
): Promise<{ id: string; summary: string } | undefined> {
  return db
    .selectFrom('volunteering.role')
    .select(['id', 'summary'])
    .where('organisation_id', '=', of.organisationId)
    .where('title', '=', of.title)
    .where('created_at', '>=', of.since)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The other roles of the same activity: they share its place, its times and its causes. */
export function rolesBeside(db: Db, one: Role): Promise<{ id: string; title: string }[]> {
  return db
    .selectFrom('volunteering.role')
    .select(['id', 'title'])
    .where('activity_id', '=', one.activityId)
    .where('id', '<>', one.id)
    .where('state', '<>', 'withdrawn')
    .orderBy('title')
    .orderBy('id')
    .execute();
}

export async function sessionsOf(db: Db, activityIds: readonly string[]): Promise<Map<string, Session[]>> {
  if (activityIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('volunteering.session')
    .select(['id', 'activity_id', 'on_day', 'begins', 'ends'])
    .where('activity_id', 'in', activityIds)
    .orderBy('on_day')
    .orderBy('begins')
    .execute();
  const found = new Map<string, Session[]>();
  for (const { activity_id, ...row } of rows) {
    const session = {
      id: row.id,
      onDay: row.on_day,
      begins: row.begins.slice(0, 5),
      ends: row.ends.slice(0, 5),
    };
    found.set(activity_id, [...(found.get(activity_id) ?? []), session]);
  }
  return found;
}

/** Where it is, as far as the public may know. */
export function placeOfRole(db: Db, roleId: string) {
  return db
    .selectFrom('volunteering.role_place')
    .select(['venue', 'address', 'postcode', 'area_id', 'precise', 'lat', 'lon'])
    .where('role_id', '=', roleId)
    .limit(1)
    .executeTakeFirst();
}

interface Row {
  id: string;
  activity_id: string;
  organisation_id: string;
  title: string;
  summary: string;
  description: string;
  commitment: string;
  minimum_age: number;
  maximum_age: number | null;
  young_ready: boolean;
  requirements: string[];
  skills: string[];
  accessibility: string[];
  duties: string[];
  how_often: string;
  dbs_level: string;
  dbs_reason: string;
  share: string;
  share_reason: string;
  share_area_id: string | null;
  useful: boolean;
  urgent: boolean;
  places: number | null;
  until_day: string;
  state: string;
  state_reason: string;
  state_since: Date;
  live_at: Date | null;
  version: number;
  changed_at: Date;
  activity_title: string;
  causes: string[];
  emergency: boolean;
  place: string;
  venue: string;
  address: string;
  postcode: string;
  times: string[];
}

function toRole(row: Row): Role {
  return {
    id: row.id,
    activityId: row.activity_id,
    organisationId: row.organisation_id,
    title: row.title,
    summary: row.summary,
    description: row.description,
    commitment: row.commitment,
    minimumAge: row.minimum_age,
    maximumAge: row.maximum_age,
    youngReady: row.young_ready,
    requirements: row.requirements,
    skills: row.skills,
    accessibility: row.accessibility,
    duties: row.duties,
    howOften: row.how_often,
    dbsLevel: keysOf(dbsLevels).find((level) => level === row.dbs_level) ?? 'none',
    dbsReason: row.dbs_reason,
    share: toShare(row.share),
    shareReason: row.share_reason,
    shareAreaId: row.share_area_id,
    useful: row.useful,
    urgent: row.urgent,
    places: row.places,
    untilDay: row.until_day,
    state: toState(row.state),
    stateReason: row.state_reason,
    stateSince: row.state_since,
    liveAt: row.live_at,
    version: row.version,
    changedAt: row.changed_at,
    activity: toActivity(row),
  };
}

function toActivity(row: Row): Activity {
  return {
    title: row.activity_title,
    causes: row.causes,
    emergency: row.emergency,
    place: keysOf(placeKinds).find((kind) => kind === row.place) ?? 'ours',
    venue: row.venue,
    address: row.address,
    postcode: row.postcode,
    times: row.times,
  };
}

function toState(value: string): State {
  return keysOf(states).find((state) => state === value) ?? 'draft';
}

function toShare(value: string): Share {
  return keysOf(shares).find((share) => share === value) ?? 'network';
}

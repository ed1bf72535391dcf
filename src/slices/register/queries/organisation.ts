import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Freshness, Organisation, ShownPlace } from '../words/records.ts';

const columns = [
  'id',
  'name',
  'kind',
  'legal_form',
  'state',
  'state_reason',
  'summary',
  'description',
  'themes',
  'people_served',
  'access',
  'languages',
  'website',
  'phone',
  'email',
  'contact_label',
  'volunteers',
  'home_centre_id',
  'home_centre_reason',
  'parent_id',
  'parent_link',
  'merged_into',
  'merged_from',
  'claimed',
  'trusted',
  'trusted_at',
  'trusted_reason',
  'language',
  'version',
  'changed_at',
  'freshness',
  'checked_at',
  'checked_by',
] as const;

export async function organisation(db: Db, id: string): Promise<Organisation> {
  const row = await db
    .selectFrom('register.organisation')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('organisation'));
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    legalForm: row.legal_form,
    state: row.state,
    stateReason: row.state_reason,
    summary: row.summary,
    description: row.description,
    themes: row.themes,
    peopleServed: row.people_served,
    access: row.access,
    languages: row.languages,
    website: row.website,
    phone: row.phone,
    email: row.email,
    contactLabel: row.contact_label,
    volunteers: row.volunteers,
    homeCentreId: row.home_centre_id,
    homeCentreReason: row.home_centre_reason,
    parentId: row.parent_id,
    parentLink: row.parent_link === 'branch' ? 'branch' : 'member',
    mergedInto: row.merged_into,
    mergedFrom: row.merged_from,
    claimed: row.claimed,
    trusted: row.trusted,
    trustedAt: row.trusted_at,
    trustedReason: row.trusted_reason,
    language: row.language,
    version: row.version,
    changedAt: row.changed_at,
    freshness: freshnessOf(row.freshness),
    checkedAt: row.checked_at,
    checkedBy: row.checked_by,
  };
}

export interface Card {
  id: string;
  name: string;
  kind: string;
  phone: string;
  email: string;
}

export async function cardsByIds(db: Db, ids: readonly string[]): Promise<Map<string, Card>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('register.organisation')
    .select(['id', 'name', 'kind', 'phone', 'email'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const cards = await cardsByIds(db, ids);
  return new Map([...cards].map(([id, { name }]) => [id, name]));
}

/** The home centres of those that have one, by their ids. */
export async function homeCentresOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; home: string }>`
    select id, home_centre_id as home from register.organisation
    where id = any(${[...new Set(ids)]}::uuid[]) and home_centre_id is not null`.execute(db);
  return new Map(rows.map(({ id, home }) => [id, home]));
}

export async function hubId(db: Db): Promise<string> {
  const row = await db
    .selectFrom('register.organisation')
    .select('id')
    .where('kind', '=', 'hub')
    .orderBy('created_at')
    .executeTakeFirstOrThrow(notFound('hub'));
  return row.id;
}

/** Its other names, and those of the records that were merged into it. */
export async function otherNames(db: Db, organisationId: string): Promise<{ name: string; kind: string }[]> {
  const { rows } = await sql<{ name: string; kind: string }>`
    select name, min(kind) as kind from (
      select name, kind from register.organisation_name where organisation_id = ${organisationId}
      union all
      select name, 'also' from register.organisation where merged_into = ${organisationId}
      union all
      select other.name, other.kind from register.organisation as gone
        join register.organisation_name as other on other.organisation_id = gone.id
        where gone.merged_into = ${organisationId}) as called
    where name <> (select name from register.organisation where id = ${organisationId})
    group by name order by name`.execute(db);
  return rows;
}

/** Its numbers, and those of the records that were merged into it. */
export function identifiers(db: Db, organisationId: string): Promise<{ scheme: string; number: string }[]> {
  return db
    .selectFrom('register.identifier')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['scheme', 'number'])
    .where((is) =>
      is.or([is('register.organisation.id', '=', organisationId), is('merged_into', '=', organisationId)]),
    )
    .orderBy('scheme')
    .orderBy('number')
    .execute();
}

export function sourcesOf(db: Db, thingId: string) {
  return db
    .selectFrom('register.source as given')
    .leftJoin('register.source_owner as owner', 'owner.source', 'given.source')
    .select(['given.source', 'source_id', 'fields', 'at', 'attribution'])
    .where('thing_id', '=', thingId)
    .orderBy('at', 'desc')
    .execute();
}

/** Ids of the areas it works in, as the group ordered them. */
export async function areaIdsOf(db: Db, organisationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('register.organisation_area')
    .select('area_id')
    .where('organisation_id', '=', organisationId)
    .orderBy('place')
    .execute();
  return rows.map((row) => row.area_id);
}

/** Places as the public may know them. */
export async function publicPlaces(db: Db, organisationId: string): Promise<ShownPlace[]> {
  const rows = await db
    .selectFrom('register.public_location')
    .select(['id', 'venue', 'address', 'postcode', 'lat', 'lon', 'shown', 'area_id', 'main'])
    .where('organisation_id', '=', organisationId)
    .orderBy('main', 'desc')
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => (row.id === null ? [] : [toPlace({ ...row, id: row.id })]));
}

/** The main place as its keepers know it, hidden or not. */
export async function mainPlaceOptional(db: Db, organisationId: string): Promise<ShownPlace | undefined> {
  const row = await db
    .selectFrom('register.location')
    .select(['id', 'venue', 'address', 'postcode', 'lat', 'lon', 'shown', 'area_id', 'main'])
    .where('organisation_id', '=', organisationId)
    .where('main', '=', true)
    .executeTakeFirst();
  return row && toPlace(row);
}

/** The branches of a national or regional body that are public, by name. */
export function branchesOf(db: Db, parentId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('register.organisation')
    .select(['id', 'name'])
    .where('parent_id', '=', parentId)
    .where('state', '=', 'active')
    .orderBy('name')
    .limit(200)
    .execute();
}

/** How many groups and centres the network has, for the foot of each page. */
export async function counts(db: Db): Promise<{ centres: number; groups: number }> {
  const { rows } = await sql<{ centres: number; groups: number }>`
    select count(*) filter (where kind = 'centre')::integer as centres,
      count(*) filter (where kind not in ('centre', 'hub'))::integer as groups
    from register.organisation where state = 'active'`.execute(db);
  return rows[0] ?? { centres: 0, groups: 0 };
}

export function freshnessOf(value: string | null): Freshness {
  return value === 'ok' || value === 'due' || value === 'old' ? value : 'none';
}

interface PlaceRow {
  id: string;
  venue: string | null;
  address: string | null;
  postcode: string | null;
  lat: number | null;
  lon: number | null;
  shown: string | null;
  area_id: string | null;
  main: boolean | null;
}

function toPlace(row: PlaceRow): ShownPlace {
  return {
    id: row.id,
    venue: row.venue ?? '',
    address: row.address ?? '',
    postcode: row.postcode ?? '',
    lat: row.lat,
    lon: row.lon,
    shown: row.shown === 'public' || row.shown === 'area' ? row.shown : 'hidden',
    areaId: row.area_id,
    main: row.main ?? false,
  };
}

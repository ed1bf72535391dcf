import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { organisations, services } from '../urls.ts';
import type { OrganisationRecord, ServiceRecord } from '../words/public.ts';
import { namesOf } from './merging.ts';
import { freshnessOf } from './organisation.ts';

export interface Page {
  after?: string | undefined;
  limit: number;
}

/** Public organisations in the order they came in, from the one after `after`. */
export async function listOrganisations(
  db: Db,
  page: Page,
): Promise<{ total: number; items: OrganisationRecord[] }> {
  const { rows } = await sql<OrganisationRow>`${organisationSelect}
    where organisation.state = 'active' and organisation.kind <> 'hub'
      and (${page.after ?? null}::uuid is null or organisation.id > ${page.after ?? null}::uuid)
    order by organisation.id limit ${page.limit}`.execute(db);
  const { total } = await db
    .selectFrom('register.organisation')
    .select((q) => q.fn.countAll<number>().as('total'))
    .where('state', '=', 'active')
    .where('kind', '<>', 'hub')
    .executeTakeFirstOrThrow();
  return { total, items: rows.map(toOrganisation) };
}

export async function publicOrganisation(db: Db, id: string): Promise<OrganisationRecord | undefined> {
  const { rows } = await sql<OrganisationRow>`${organisationSelect}
    where organisation.state = 'active' and organisation.kind <> 'hub' and organisation.id = ${id}`.execute(
    db,
  );
  return rows[0] && toOrganisation(rows[0]);
}

export async function listServices(
  db: Db,
  page: Page,
  now: Date,
): Promise<{ total: number; items: ServiceRecord[] }> {
  const { rows } = await sql<ServiceRow>`${serviceSelect}
    where organisation.state = 'active' and service.status in ('open', 'paused', 'temporarily_closed')
      and (${page.after ?? null}::uuid is null or service.id > ${page.after ?? null}::uuid)
    order by service.id limit ${page.limit}`.execute(db);
  const { total } = await db
    .selectFrom('register.service')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select((q) => q.fn.countAll<number>().as('total'))
    .where('register.organisation.state', '=', 'active')
    .where('register.service.status', 'in', ['open', 'paused', 'temporarily_closed'])
    .executeTakeFirstOrThrow();
  return { total, items: rows.map((row) => toService(row, now)) };
}

export async function publicService(db: Db, id: string, now: Date): Promise<ServiceRecord | undefined> {
  const { rows } = await sql<ServiceRow>`${serviceSelect}
    where organisation.state = 'active' and service.status in ('open', 'paused', 'temporarily_closed')
      and service.id = ${id}`.execute(db);
  return rows[0] && toService(rows[0], now);
}

interface Common {
  id: string;
  name: string;
  summary: string;
  description: string;
  themes: string[];
  people_served: string[];
  access: string[];
  languages: string[];
  language: string;
  freshness: string;
  checked_at: Date | null;
  changed_at: Date;
  identifiers: { scheme: string; id: string }[];
  sources: { name: string; id: string; at: string }[];
}

interface OrganisationRow extends Common {
  kind: string;
  legal_form: string;
  website: string;
  phone: string;
  email: string;
  home_centre_id: string | null;
  other_names: string[];
  areas: { code: string; name: string }[];
  place: PlaceRow | null;
}

interface PlaceRow {
  venue: string;
  address: string;
  postcode: string;
  lat: number | null;
  lon: number | null;
  precise: boolean;
}

const identifiersOf = sql`coalesce((select jsonb_agg(jsonb_build_object('scheme', scheme, 'id', scheme || '-' || number)
  order by scheme, number) from register.identifier where organisation_id = organisation.id or organisation_id in (
    select gone.id from register.organisation as gone where gone.merged_into = organisation.id)), '[]') as identifiers`;

const organisationSelect = sql`select organisation.id, organisation.name, kind, legal_form, summary, description,
    themes, people_served, access, languages, language, website, phone, email, home_centre_id, freshness, checked_at,
    changed_at, ${identifiersOf},
    ${namesOf},
    coalesce((select jsonb_agg(jsonb_build_object('code', area.code, 'name', area.name) order by place)
      from register.organisation_area join areas.area_card as area on area.id = area_id
      where organisation_id = organisation.id), '[]') as areas,
    (select jsonb_build_object('venue', venue, 'address', address, 'postcode', postcode, 'lat', lat, 'lon', lon,
      'precise', precise) from register.public_location
      where organisation_id = organisation.id and main limit 1) as place,
    coalesce((select jsonb_agg(jsonb_build_object('name', source, 'id', source_id, 'at', at) order by source)
      from register.source where thing_id = organisation.id), '[]') as sources
  from register.organisation`;

function toOrganisation(row: OrganisationRow): OrganisationRecord {
  return {
    ...common(row),
    kind: 'organisation',
    other_names: row.other_names,
    url: organisations.one(row.id, row.name),
    organisation_kind: row.kind,
    legal_form: row.legal_form,
    website: orNull(row.website),
    phone: orNull(row.phone),
    email: orNull(row.email),
    areas: row.areas,
    place: row.place && toPlace(row.place),
    home_centre_id: row.home_centre_id,
  };
}

interface ServiceRow extends Common {
  organisation_id: string;
  organisation_name: string;
  status: string;
  for_whom: string;
  not_for: string;
  age_from: number | null;
  age_to: number | null;
  cost_pence: number | null;
  cost_words: string;
  way_in: string;
  wait_words: string;
  wait_said_at: Date | null;
  taking_referrals: boolean;
  open_to_volunteers: boolean;
  schedules: { days: string[]; opens: string | null; closes: string | null; note: string }[];
  places: PlaceRow[];
}

const serviceSelect = sql`select service.id, service.name, service.status, service.summary, service.description,
    for_whom, not_for, service.themes, service.people_served, service.access, service.languages, service.language,
    age_from, age_to, cost_pence, cost_words, way_in, wait_words, wait_said_at, taking_referrals, open_to_volunteers, service.freshness,
    service.checked_at, service.changed_at, organisation.id as organisation_id, organisation.name as organisation_name,
    ${identifiersOf},
    coalesce((select jsonb_agg(jsonb_build_object('days', to_jsonb(days), 'opens', to_char(opens, 'HH24:MI'),
      'closes', to_char(closes, 'HH24:MI'), 'note', note) order by opens, schedule.id)
      from register.schedule where service_id = service.id), '[]') as schedules,
    coalesce((select jsonb_agg(jsonb_build_object('venue', venue, 'address', address, 'postcode', postcode,
      'lat', lat, 'lon', lon, 'precise', precise))
      from register.search_place where document_id = service.id), '[]') as places,
    coalesce((select jsonb_agg(jsonb_build_object('name', source, 'id', source_id, 'at', at) order by source)
      from register.source where thing_id = service.id), '[]') as sources
  from register.service join register.organisation on organisation.id = service.organisation_id`;

function toService(row: ServiceRow, now: Date): ServiceRecord {
  return {
    ...common(row),
    kind: 'service',
    url: services.one(row.id, row.name),
    organisation: { id: row.organisation_id, name: row.organisation_name },
    status: row.status === 'paused' || row.status === 'temporarily_closed' ? row.status : 'open',
    for_whom: orNull(row.for_whom),
    not_for: orNull(row.not_for),
    age_from: row.age_from,
    age_to: row.age_to,
    cost_pence: row.cost_pence,
    cost: orNull(row.cost_words),
    way_in: row.way_in,
    wait: saidLately(row, now),
    taking_referrals: row.taking_referrals,
    open_to_volunteers: row.open_to_volunteers,
    schedules: row.schedules.map((schedule) => ({ ...schedule, note: orNull(schedule.note) })),
    places: row.places.map(toPlace),
  };
}

const thirtyDaysMs = 30 * 86_400_000;

function saidLately({ wait_words, wait_said_at }: ServiceRow, now: Date): string | null {
  return wait_said_at && now.getTime() - wait_said_at.getTime() <= thirtyDaysMs ? wait_words : null;
}

function common(row: Common) {
  return {
    id: row.id,
    name: row.name,
    summary: orNull(row.summary),
    description: orNull(row.description),
    themes: row.themes,
    people_served: row.people_served,
    access: row.access,
    languages: row.languages,
    language: row.language,
    identifiers: row.identifiers,
    sources: row.sources.map((source) => ({ ...source, at: new Date(source.at).toISOString() })),
    freshness: freshnessOf(row.freshness),
    checked_at: row.checked_at?.toISOString() ?? null,
    changed_at: row.changed_at.toISOString(),
  };
}

function toPlace(row: PlaceRow) {
  const { lat, lon, precise } = row;
  return {
    venue: orNull(row.venue),
    address: orNull(row.address),
    postcode: orNull(row.postcode),
    lat,
    lon,
    precise,
  };
}

function orNull(value: string): string | null {
  return value === '' ? null : value;
}

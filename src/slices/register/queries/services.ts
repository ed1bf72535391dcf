import type { Db } from '../../../platform/db/open.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Schedule, Service } from '../words/records.ts';
import { freshnessOf } from './organisation.ts';

const columns = [
  'id',
  'organisation_id',
  'name',
  'status',
  'status_note',
  'summary',
  'description',
  'for_whom',
  'not_for',
  'themes',
  'people_served',
  'access',
  'languages',
  'age_from',
  'age_to',
  'cost_pence',
  'cost_words',
  'way_in',
  'wait_words',
  'wait_said_at',
  'taking_referrals',
  'open_to_volunteers',
  'website',
  'language',
  'version',
  'changed_at',
  'freshness',
  'checked_at',
  'checked_by',
] as const;

export async function service(db: Db, id: string): Promise<Service> {
  const row = await db.selectFrom('register.service').select(columns).where('id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound('service');
  return toService(row);
}

/** Those of them that are public, in no particular order. */
export async function publicServices(db: Db, ids: readonly string[]): Promise<Service[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('register.service')
    .select(columns)
    .where('id', 'in', (of) =>
      of
        .selectFrom('register.search_document')
        .select('id')
        .where('kind', '=', 'service')
        .where('id', 'in', ids),
    )
    .execute();
  return rows.map(toService);
}

/** The services of an organisation that have not ended, by name. */
export async function servicesOf(db: Db, organisationId: string): Promise<Service[]> {
  const rows = await db
    .selectFrom('register.service')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('status', 'not in', ['retired', 'draft'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(toService);
}

/** The newest of this name that an organisation has added since then. */
export async function serviceAddedOptional(
  db: Db,
  of: { organisationId: string; name: string; since: Date },
): Promise<Service | undefined> {
  const row = await db
    .selectFrom('register.service')
    .select(columns)
    .where('organisation_id', '=', of.organisationId)
    .where('name', '=', of.name)
    .where('created_at', '>=', of.since)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toService(row);
}

export async function schedulesOf(db: Db, serviceIds: readonly string[]): Promise<Schedule[]> {
  if (serviceIds.length === 0) return [];
  const rows = await db
    .selectFrom('register.schedule')
    .select(['service_id', 'days', 'opens', 'closes', 'note'])
    .where('service_id', 'in', serviceIds)
    .orderBy('opens')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    serviceId: row.service_id,
    days: row.days,
    opens: row.opens?.slice(0, 5) ?? null,
    closes: row.closes?.slice(0, 5) ?? null,
    note: row.note,
  }));
}

/** Places of a service as the public may know them, its own or else its organisation's. */
export function placesOfService(db: Db, serviceId: string) {
  return db
    .selectFrom('register.search_place')
    .select(['lat', 'lon', 'precise', 'venue', 'address', 'postcode', 'area_id'])
    .where('document_id', '=', serviceId)
    .execute();
}

/** Ids of the areas it comes to, when it says so itself. */
export async function serviceAreaIds(db: Db, serviceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('register.service_area')
    .select('area_id')
    .where('service_id', '=', serviceId)
    .execute();
  return rows.map((row) => row.area_id);
}

interface ServiceRow {
  id: string;
  organisation_id: string;
  name: string;
  status: string;
  status_note: string;
  summary: string;
  description: string;
  for_whom: string;
  not_for: string;
  themes: string[];
  people_served: string[];
  access: string[];
  languages: string[];
  age_from: number | null;
  age_to: number | null;
  cost_pence: number | null;
  cost_words: string;
  way_in: string;
  wait_words: string;
  wait_said_at: Date | null;
  taking_referrals: boolean;
  open_to_volunteers: boolean;
  website: string;
  language: string;
  version: number;
  changed_at: Date;
  freshness: string;
  checked_at: Date | null;
  checked_by: string;
}

function toService(row: ServiceRow): Service {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    status: row.status,
    statusNote: row.status_note,
    summary: row.summary,
    description: row.description,
    forWhom: row.for_whom,
    notFor: row.not_for,
    themes: row.themes,
    peopleServed: row.people_served,
    access: row.access,
    languages: row.languages,
    ageFrom: row.age_from,
    ageTo: row.age_to,
    costPence: row.cost_pence,
    costWords: row.cost_words,
    wayIn: row.way_in,
    waitWords: row.wait_words,
    waitSaidAt: row.wait_said_at,
    takingReferrals: row.taking_referrals,
    openToVolunteers: row.open_to_volunteers,
    website: row.website,
    language: row.language,
    version: row.version,
    changedAt: row.changed_at,
    freshness: freshnessOf(row.freshness),
    checkedAt: row.checked_at,
    checkedBy: row.checked_by,
  };
}

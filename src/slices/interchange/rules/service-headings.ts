import { type Headings, plain } from './headings.ts';

/** What the files of a directory are, told by their headings. */
export type FileRole =
  | 'organisations'
  | 'services'
  | 'locations'
  | 'addresses'
  | 'links'
  | 'schedules'
  | 'own'
  | 'flat';

export const serviceHeadings = {
  id: ['id', 'service_id'],
  organisation_id: ['organisation_id', 'organization_id'],
  organisation_name: ['organisation_name', 'organization_name', 'organisation', 'organization', 'provider'],
  name: ['name', 'service_name', 'title'],
  status: ['status'],
  alert: ['alert', 'status_note'],
  summary: ['intro', 'summary', 'short_description'],
  description: ['description', 'about'],
  is_free: ['is_free', 'free'],
  cost: ['fees_text', 'fees', 'fees_description', 'cost', 'cost_words'],
  website: ['url', 'website', 'web'],
  way_in: ['referral_method', 'application_process', 'how_to_access'],
  opening: ['opening_times', 'opening_hours', 'times', 'when'],
  age_from: ['minimum_age', 'age_from', 'min_age'],
  age_to: ['maximum_age', 'age_to', 'max_age'],
  ages: ['criteria_age_group', 'age_group', 'ages'],
  eligibility: ['eligibility_description', 'eligibility', 'criteria_other', 'who_for', 'for_whom'],
  checked_on: ['assured_date', 'last_assured', 'checked_on', 'last_checked', 'checked_at'],
  address: ['address', 'full_address', 'location'],
  town: ['town', 'city'],
  postcode: ['postcode', 'post_code', 'postal_code'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng', 'long'],
} as const satisfies Headings<string>;
export type ServiceColumn = keyof typeof serviceHeadings;

export const placeHeadings = {
  id: ['id', 'location_id'],
  location_id: ['location_id'],
  name: ['name', 'location_name'],
  kind: ['location_type'],
  address_1: ['address_1', 'address_line_1', 'street', 'address'],
  address_2: ['address_2', 'address_line_2'],
  address_3: ['address_3', 'address_line_3'],
  town: ['city', 'town'],
  postcode: ['postal_code', 'postcode', 'post_code'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng', 'long'],
} as const satisfies Headings<string>;
export type PlaceColumn = keyof typeof placeHeadings;

export const linkHeadings = {
  id: ['id'],
  service_id: ['service_id'],
  location_id: ['location_id'],
} as const satisfies Headings<string>;

export const timeHeadings = {
  service_id: ['service_id'],
  days: ['byday', 'days', 'day'],
  opens: ['opens_at', 'opens'],
  closes: ['closes_at', 'closes'],
  note: ['description', 'notes'],
} as const satisfies Headings<string>;
export type TimeColumn = keyof typeof timeHeadings;

/** The role of a file in a directory; undefined for tables that we have no use for. */
export function roleOf(headings: readonly string[], filesInAll: number): FileRole | undefined {
  const names = new Set(headings.map(plain));
  function has(...wanted: readonly string[]): boolean {
    return wanted.some((name) => names.has(name));
  }
  if (has('organisation_id') && has('source_id') && has('identifiers')) return 'own';
  if (filesInAll === 1) return 'flat';
  if (has('byday', 'opens_at')) return has('service_id') ? 'schedules' : undefined;
  if (has('service_id')) return has('location_id') && names.size <= 4 ? 'links' : undefined;
  const isPlace = has('postcode', 'postal_code', 'address_1', 'address_line_1', 'latitude');
  if (isPlace) return has('location_id') ? 'addresses' : 'locations';
  if (!has('id') || !has('name')) return undefined;
  if (has('organisation_id', 'organization_id')) return has('status', 'intro') ? 'services' : undefined;
  const isTerms = has('taxonomy_id', 'term_uri', 'version');
  return has('description') && !isTerms ? 'organisations' : undefined;
}

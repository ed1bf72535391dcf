/** A record as the outside gets it; the order of the columns is that of the CSV. */
export interface ExportedOrganisation {
  id: string;
  source: string;
  source_id: string;
  identifiers: readonly { scheme: string; id: string }[];
  name: string;
  other_names: readonly string[];
  /** Records that were public and are part of this one now. */
  merged_ids: readonly string[];
  kind: string;
  legal_form: string;
  state: string;
  trusted: boolean;
  summary: string;
  description: string;
  themes: readonly string[];
  people_served: readonly string[];
  access: readonly string[];
  languages: readonly string[];
  website: string;
  phone: string;
  email: string;
  contact_label: string;
  venue: string;
  address: string;
  postcode: string;
  latitude: number | null;
  longitude: number | null;
  checked_at: Date | null;
  checked_by: string;
  changed_at: Date;
}

export interface ExportedService {
  id: string;
  source: string;
  source_id: string;
  organisation_id: string;
  organisation_name: string;
  /** Of its organisation. */
  identifiers: readonly { scheme: string; id: string }[];
  name: string;
  status: string;
  status_note: string;
  summary: string;
  description: string;
  for_whom: string;
  not_for: string;
  themes: readonly string[];
  people_served: readonly string[];
  access: readonly string[];
  languages: readonly string[];
  age_from: number | null;
  age_to: number | null;
  cost_pence: number | null;
  cost_words: string;
  way_in: string;
  taking_referrals: boolean;
  open_to_volunteers: boolean;
  website: string;
  /** Each as `MO,TU|10:00|12:00|note`. */
  schedules: readonly string[];
  venue: string;
  address: string;
  postcode: string;
  latitude: number | null;
  longitude: number | null;
  checked_at: Date | null;
  checked_by: string;
  changed_at: Date;
}

/** The heading of the CSV, also when there is nothing below it. */
export const organisationColumns = [
  'id',
  'source',
  'source_id',
  'identifiers',
  'name',
  'other_names',
  'merged_ids',
  'kind',
  'legal_form',
  'state',
  'trusted',
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
  'venue',
  'address',
  'postcode',
  'latitude',
  'longitude',
  'checked_at',
  'checked_by',
  'changed_at',
] as const satisfies readonly (keyof ExportedOrganisation)[];

/** The heading of the CSV, also when there is nothing below it. */
export const serviceColumns = [
  'id',
  'source',
  'source_id',
  'organisation_id',
  'organisation_name',
  'identifiers',
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
  'taking_referrals',
  'open_to_volunteers',
  'website',
  'schedules',
  'venue',
  'address',
  'postcode',
  'latitude',
  'longitude',
  'checked_at',
  'checked_by',
  'changed_at',
] as const satisfies readonly (keyof ExportedService)[];

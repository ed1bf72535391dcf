import type { Headings } from './headings.ts';

/** The columns of contract 5, and what else tells who an organisation is; with the names that real lists use. */
export const organisationHeadings = {
  org_id: ['org_id', 'orgid', 'org_identifier', 'organisation_identifier'],
  id: ['id', 'cuk_organisation_id', 'organisation_id', 'organization_id', 'ref', 'reference'],
  name: [
    'name',
    'charity_name',
    'registered_name',
    'organisation_name',
    'organization_name',
    'group_name',
    'title',
  ],
  other_names: [
    'other_names',
    'trading_name',
    'known_as',
    'alternate_name',
    'alternative_name',
    'also_known_as',
  ],
  postcode: ['postcode', 'charity_contact_postcode', 'registered_postcode', 'post_code', 'postal_code'],
  address: ['address', 'charity_contact_address', 'public_address', 'location', 'full_address'],
  street: ['street', 'registered_street', 'address_line_1', 'address_1'],
  town: ['town', 'city', 'registered_city', 'address_line_2'],
  activities: ['activities', 'charity_activities', 'what_it_does', 'what_the_charity_does'],
  description: ['description', 'about', 'summary'],
  objects: ['objects', 'charitable_objects', 'objectives'],
  website: ['website', 'web', 'charity_contact_web', 'url', 'web_site', 'homepage', 'web_address'],
  email: ['email', 'e_mail', 'email_address'],
  phone: ['phone', 'telephone', 'tel', 'phone_number', 'telephone_number'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lng', 'lon', 'long'],
  kind: ['kind', 'organisation_kind'],
  parent: ['parent', 'parent_id', 'parent_organisation_id', 'parent_organization_id'],
  registered_on: [
    'registered_on',
    'date_registered',
    'date_of_registration',
    'incorporation_date',
    'registered_date',
  ],
  removed_on: ['removed_on', 'date_removed', 'date_of_removal', 'ceased_date', 'removal_date'],
  checked_on: ['checked_on', 'checked_at', 'last_checked', 'date_checked', 'assured_date', 'last_assured'],
  active: ['active', 'registered_status', 'charity_registration_status', 'charity_status', 'status'],
  reg_number: [
    'reg_number',
    'registered_charity_number',
    'charity_number',
    'reg_charity_number',
    'charity_no',
    'registered_number',
  ],
  company_number: [
    'company_number',
    'charity_company_registration_number',
    'company_registration_number',
    'companies_house_number',
  ],
  linked_number: ['linked_charity_number'],
  register: ['register', 'registrar', 'source'],
  legal_form: ['legal_form', 'charity_type'],
} as const satisfies Headings<string>;

export type OrganisationColumn = keyof typeof organisationHeadings;

/** Our own export says more, and its `id`, `source` and `identifiers` mean what they say. */
export const ownHeadings = {
  ...ownNames([
    'id',
    'source',
    'source_id',
    'identifiers',
    'name',
    'other_names',
    'kind',
    'legal_form',
    'state',
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
  ] as const),
};
export type OwnColumn = keyof typeof ownHeadings;

export function isOwnExport(headings: readonly string[]): boolean {
  return ['id', 'source', 'source_id', 'identifiers'].every((name) => headings.includes(name));
}

function ownNames<Name extends string>(names: readonly Name[]): Record<Name, [Name]> {
  const entries = names.map((name): [Name, [Name]] => [name, [name]]);
  return Object.assign({}, ...entries.map(([name, list]) => ({ [name]: list })));
}

import type { GivenCharity } from '../../register/door.ts';
import { clean, clip, line, readDate, webAddressOf } from './cells.ts';
import { plain } from './headings.ts';
import { leftOut } from './left-out.ts';
import { charityNumber } from './org-ids.ts';
import type { Read } from './organisation-row.ts';

/** How a register calls what we read. Telephone, e-mail and everything about persons has no name here, on purpose. */
interface Layout {
  scheme: string;
  number: string;
  /** More than 0: a branch for which its main charity stands. */
  linked?: string;
  name: string;
  status: string;
  removed: RegExp;
  registered_on: string;
  removed_on?: string;
  form?: string;
  website?: string;
  address?: readonly string[];
  postcode?: string;
  activities?: string;
  company?: string;
}

/** Charity Commission for England and Wales, daily extract: the table “charity”. */
const england: Layout = {
  scheme: 'GB-CHC',
  number: 'registered_charity_number',
  linked: 'linked_charity_number',
  name: 'charity_name',
  status: 'charity_registration_status',
  removed: /^removed$/i,
  registered_on: 'date_of_registration',
  removed_on: 'date_of_removal',
  form: 'charity_type',
  website: 'charity_contact_web',
  address: [1, 2, 3, 4, 5].map((part) => `charity_contact_address${part}`),
  postcode: 'charity_contact_postcode',
  activities: 'charity_activities',
  company: 'charity_company_registration_number',
};

/** OSCR’s register as CSV. Its address is that of an office or of a trustee, and nothing tells which: it stays unread. */
const scotland: Layout = {
  scheme: 'GB-SC',
  number: 'charity_number',
  name: 'charity_name',
  status: 'charity_status',
  removed: /removed|ceased/i,
  registered_on: 'registered_date',
  removed_on: 'ceased_date',
  form: 'constitutional_form',
  website: 'website',
  postcode: 'postcode',
  activities: 'objectives',
};

/** CCNI’s register as CSV. */
const northernIreland: Layout = {
  scheme: 'GB-NIC',
  number: 'reg_charity_number',
  linked: 'sub_charity_number',
  name: 'charity_name',
  status: 'status',
  removed: /removed|deregistered/i,
  registered_on: 'date_registered',
  removed_on: 'date_removed',
  website: 'website',
  address: ['public_address'],
  activities: 'what_the_charity_does',
  company: 'company_number',
};

/** Which register a table is of, by its headings. */
export function charityLayout(headings: readonly string[]): Layout | undefined {
  const names = new Set(headings.map(plain));
  return [england, northernIreland, scotland].find(
    (layout) =>
      names.has(layout.number) &&
      names.has(layout.name) &&
      (layout.linked === undefined || names.has(layout.linked)) &&
      names.has(layout.registered_on),
  );
}

export type CharityRow = Omit<GivenCharity, 'digest'>;

/** Reads one charity; `at` gives a cell by the name of its column. */
export function readCharity(
  layout: Layout,
  at: (name: string) => string,
  postcodeOf: (text: string) => string | undefined,
): Read<CharityRow> | undefined {
  const linked = layout.linked === undefined ? '' : line(at(layout.linked));
  if (linked !== '' && linked !== '0') return undefined;
  const typed = line(at(layout.number));
  const found = charityNumber(typed, layout.scheme);
  if (found?.scheme !== layout.scheme) return { reason: `“${typed}” is no number of this register.` };
  const name = clip(line(at(layout.name)), 300);
  if (name === '') return { reason: 'There is no name.' };
  const [registered, removed] = [layout.registered_on, layout.removed_on].map((column) =>
    column === undefined ? undefined : readDate(at(column)),
  );
  for (const date of [registered, removed]) {
    if (date && 'wrong' in date) return { reason: `“${date.wrong}” is no date.` };
  }
  const website = webAddressOf(cell(at, layout.website));
  const removedOn = removed && 'day' in removed ? removed.day : undefined;
  return {
    ...leftOut({ website: [cell(at, layout.website), website !== ''] }),
    row: {
      ...found,
      name,
      isRemoved: removedOn !== undefined || layout.removed.test(line(at(layout.status))),
      ...(registered && 'day' in registered ? { registeredOn: registered.day } : {}),
      ...(removedOn === undefined ? {} : { removedOn }),
      ...said('legalForm', /incorporated organi|\bS?CIO\b/i.test(cell(at, layout.form)) ? 'cio' : 'charity'),
      ...said('website', website),
      ...placeOf(layout, at, postcodeOf),
      ...said('activities', clip(clean(cell(at, layout.activities)), 2000)),
      ...said('companyNumber', line(cell(at, layout.company)).slice(0, 10)),
    },
  };
}

function placeOf(
  layout: Layout,
  at: (name: string) => string,
  postcodeOf: (text: string) => string | undefined,
) {
  const parts = (layout.address ?? []).map((column) => line(at(column))).filter((part) => part !== '');
  const address = clip([...new Set(parts)].join(', '), 250);
  const written = layout.postcode
    ? line(at(layout.postcode))
    : (/[A-Z0-9]+ \d[A-Z]{2}$/i.exec(address)?.[0] ?? '');
  return { ...said('address', address), ...said('postcode', postcodeOf(written) ?? '') };
}

function cell(at: (name: string) => string, column: string | undefined): string {
  return column === undefined ? '' : at(column);
}

function said<Name extends string>(name: Name, value: string): Partial<Record<Name, string>> {
  const one: Partial<Record<Name, string>> = {};
  if (value !== '') one[name] = value;
  return one;
}

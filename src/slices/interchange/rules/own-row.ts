import { split, unguarded } from '../../../platform/csv.ts';
import type { GivenPlace, GivenValues } from '../../register/door.ts';
import type { Columns } from '../words/import.ts';
import { webAddressOf } from './cells.ts';
import { readOrgId } from './org-ids.ts';
import type { OwnColumn } from './organisation-headings.ts';
import type { Read, ReadRow } from './organisation-row.ts';

export type OwnRow = ReadRow & { ownId: string; source?: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads a row of an export of ours, to the letter. What it leaves empty it does not speak of. */
export function readOwn(cells: readonly string[], columns: Columns<OwnColumn>): Read<OwnRow> {
  function at(name: OwnColumn): string {
    const index = columns.get(name);
    const cell = index === undefined ? '' : (cells[index] ?? '');
    return name === 'phone' ? cell : unguarded(cell);
  }
  const ownId = at('id').toLowerCase();
  if (!uuid.test(ownId)) return { reason: 'The id of a record of ours is missing or is none.' };
  const name = at('name').trim();
  if (name === '') return { reason: 'There is no name.' };
  if (at('kind') === 'hub') return { reason: 'A list cannot make a hub.' };
  const website = at('website');
  if (website !== '' && webAddressOf(website) !== website) {
    return { reason: 'The website is no address of the web that begins with https://.' };
  }

  const source = at('source');
  const checked = new Date(at('checked_at'));
  const place = placeOf(at);
  return {
    row: {
      ownId,
      ...(source === '' ? {} : { source }),
      sourceId: at('source_id') || ownId,
      identifiers: split(at('identifiers')).flatMap((one) => readOrgId(one) ?? []),
      otherNames: split(at('other_names')),
      values: { name, ...words(at), ...lists(at) },
      ...(place ? { place } : {}),
      ...(Number.isNaN(checked.getTime()) ? {} : { checkedAt: checked }),
    },
  };
}

type At = (name: OwnColumn) => string;

const plainWords = [
  'kind',
  'legal_form',
  'state',
  'summary',
  'description',
  'website',
  'phone',
  'email',
  'contact_label',
] as const;

function words(at: At): Partial<GivenValues> {
  const found: Partial<GivenValues> = {};
  for (const name of plainWords) {
    const value = at(name);
    if (value !== '') found[name] = value;
  }
  return found;
}

function lists(at: At): Partial<GivenValues> {
  const found: Partial<GivenValues> = {};
  for (const name of ['themes', 'people_served', 'access', 'languages'] as const) {
    const values = split(at(name));
    if (values.length > 0) found[name] = values;
  }
  return found;
}

/** Only places that are public stand in an export. */
function placeOf(at: At): GivenPlace | undefined {
  const [venue, address, postcode] = [at('venue'), at('address'), at('postcode')];
  if (venue === '' && address === '' && postcode === '') return undefined;
  const [lat, lon] = [Number(at('latitude') || 'x'), Number(at('longitude') || 'x')];
  const point = Number.isFinite(lat) && Number.isFinite(lon) ? { lat, lon } : {};
  return { venue, address, postcode, shown: 'public', ...point };
}

import { split, unguarded } from '../../../platform/csv.ts';
import type { GivenSchedule, GivenService, GivenServiceValues } from '../../register/door.ts';
import { webAddressOf } from './cells.ts';
import { plain } from './headings.ts';
import type { Read } from './organisation-row.ts';

export type OwnService = Omit<GivenService, 'digest' | 'line' | 'source'> & { source?: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Reads a row of an export of ours, to the letter. What it leaves empty it does not speak of. Its place is that of the
 * organisation, or was kept with the service: neither is made again from here.
 */
export function readOwnService(cells: readonly string[], headings: readonly string[]): Read<OwnService> {
  const values = new Map(headings.map((heading, index) => [plain(heading), unguarded(cells[index] ?? '')]));
  function at(name: string): string {
    return values.get(name) ?? '';
  }
  const ownId = at('id').toLowerCase();
  const holder = at('organisation_id').toLowerCase();
  if (!uuid.test(ownId) || !uuid.test(holder))
    return { reason: 'The id of a record of ours is missing or is none.' };
  if (at('name').trim() === '') return { reason: 'There is no name.' };
  const website = at('website');
  if (website !== '' && webAddressOf(website) !== website) {
    return { reason: 'The website is no address of the web that begins with https://.' };
  }
  const checked = new Date(at('checked_at'));
  return {
    row: {
      ownId,
      sourceId: at('source_id') || ownId,
      ...(at('source') === '' ? {} : { source: at('source') }),
      holder: { ownId: holder },
      values: { name: at('name').trim(), ...words(at), ...lists(at), ...figures(at) },
      schedules: split(at('schedules')).map(timesOf),
      ...(Number.isNaN(checked.getTime()) ? {} : { checkedAt: checked }),
    },
  };
}

type At = (name: string) => string;

const plainWords = [
  'status',
  'status_note',
  'summary',
  'description',
  'for_whom',
  'not_for',
  'cost_words',
  'way_in',
  'website',
] as const;

function words(at: At): Partial<GivenServiceValues> {
  const found: Partial<GivenServiceValues> = {};
  for (const name of plainWords) if (at(name) !== '') found[name] = at(name);
  return found;
}

function lists(at: At): Partial<GivenServiceValues> {
  const found: Partial<GivenServiceValues> = {};
  for (const name of ['themes', 'people_served', 'access', 'languages'] as const) {
    const values = split(at(name));
    if (values.length > 0) found[name] = values;
  }
  return found;
}

function figures(at: At): Partial<GivenServiceValues> {
  const found: Partial<GivenServiceValues> = {};
  for (const name of ['age_from', 'age_to', 'cost_pence'] as const) {
    if (/^\d+$/.test(at(name))) found[name] = Number(at(name));
  }
  for (const name of ['taking_referrals', 'open_to_volunteers'] as const) {
    if (at(name) !== '') found[name] = at(name) === 'true';
  }
  return found;
}

/** `MO,TU|10:00|12:00|Ring the bell` */
function timesOf(text: string): GivenSchedule {
  const [days = '', opens = '', closes = '', ...note] = text.split('|');
  return {
    days: days === '' ? [] : days.split(','),
    opens: opens || null,
    closes: closes || null,
    note: note.join('|'),
  };
}

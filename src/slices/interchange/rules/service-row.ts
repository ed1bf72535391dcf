import type { GivenPlace, GivenSchedule, GivenService, GivenServiceValues } from '../../register/door.ts';
import type { Columns } from '../words/import.ts';
import { readAges } from './ages.ts';
import { clean, clip, line, readDate, summaryOf, webAddressOf } from './cells.ts';
import { plain } from './headings.ts';
import { leftOut } from './left-out.ts';
import type { Read } from './organisation-row.ts';
import type { ServiceColumn } from './service-headings.ts';

export type ReadService = Omit<GivenService, 'digest' | 'line' | 'source' | 'holder'> & {
  organisationId: string;
  organisationName: string;
  place?: GivenPlace;
};

export interface ServiceOptions {
  columns: Columns<ServiceColumn>;
  headings: readonly string[];
  postcodeOf: (text: string) => string | undefined;
}

/** Reads one service of a directory, or of a single list that says everything in one row. */
export function readService(cells: readonly string[], options: ServiceOptions): Read<ReadService> {
  const at = reader(cells, options.columns);
  const name = line(at('name'));
  if (name === '') return { reason: 'There is no name.' };
  if (name.length > 200) return { reason: 'The name is longer than 200 characters.' };
  const status = readStatus(line(at('status')));
  if (typeof status === 'object') return status;
  const checked = readDate(at('checked_on'));
  if (checked && 'wrong' in checked) return { reason: `“${checked.wrong}” is no date.` };
  const ages = readAges([line(at('ages')), line(at('age_from')), line(at('age_to'))]);
  const place = readPlace(at, options);
  if (place && 'reason' in place) return place;

  const opening = line(at('opening'));
  const values: GivenServiceValues = { name, status, ...ages, ...words(at, cells, options), ...costOf(at) };
  const website = webAddressOf(at('website'));
  if (website !== '') values.website = website;
  const wayIn = wayInOf(line(at('way_in')));
  if (wayIn) values.way_in = wayIn;
  return {
    ...leftOut({
      website: [at('website'), website !== ''],
      point: [`${line(at('latitude'))}${line(at('longitude'))}`, place?.lat !== undefined],
    }),
    row: {
      sourceId: line(at('id')),
      organisationId: line(at('organisation_id')),
      organisationName: line(at('organisation_name')) || name,
      values,
      schedules: opening === '' ? [] : [timesIn(opening)],
      ...(checked ? { checkedAt: new Date(`${checked.day}T12:00:00Z`) } : {}),
      ...(place ? { place } : {}),
    },
  };
}

type At = (name: ServiceColumn) => string | undefined;

function reader(cells: readonly string[], columns: Columns<ServiceColumn>): At {
  return (name) => {
    const index = columns.get(name);
    return index === undefined ? undefined : cells[index];
  };
}

const statuses: Record<string, string> = {
  '': 'open',
  active: 'open',
  open: 'open',
  inactive: 'paused',
  paused: 'paused',
  defunct: 'retired',
  'temporarily closed': 'temporarily_closed',
  closed: 'retired',
};

function readStatus(text: string): string | { reason: string } {
  const known = statuses[text.toLowerCase()];
  return known ?? { reason: `“${text}” is no status of a service. There are active, inactive and defunct.` };
}

function words(at: At, cells: readonly string[], options: ServiceOptions): Partial<GivenServiceValues> {
  const found: Partial<GivenServiceValues> = {};
  const long = clean(at('description'));
  const short = clean(at('summary')) || long;
  if (short !== '') found.summary = summaryOf(short);
  if (long !== '' && long.replaceAll('\n', ' ') !== found.summary) found.description = clip(long, 3000);
  const forWhom = clip([line(at('eligibility')), ...criteria(cells, options)].filter(isSaid).join('. '), 300);
  if (forWhom !== '') found.for_whom = forWhom;
  const alert = line(at('alert'));
  if (alert !== '') found.status_note = clip(alert, 200);
  return found;
}

/** Columns such as `criteria_-_housing`, also when their heading is misspelt: whom the service is for. */
function criteria(cells: readonly string[], options: ServiceOptions): string[] {
  const used = new Set(options.columns.values());
  return options.headings.flatMap((heading, index) => {
    const about = /^crit[a-z]*_(.+)$/.exec(plain(heading))?.[1];
    const says = line(cells[index]);
    const isAges = about === 'age_group';
    if (about === undefined || says === '' || (used.has(index) && !isAges)) return [];
    return [`${about.charAt(0).toUpperCase()}${about.slice(1).replaceAll('_', ' ')}: ${says}`];
  });
}

function isSaid(text: string): boolean {
  return text !== '';
}

function costOf(at: At): Partial<GivenServiceValues> {
  const words = line(at('cost'));
  const isFree = /^(yes|true|1|y)$/i.test(line(at('is_free')));
  if (isFree) return { cost_pence: 0, cost_words: words === '' ? 'Free' : clip(words, 100) };
  return words === '' ? {} : { cost_words: clip(words, 100) };
}

function wayInOf(text: string): string | undefined {
  if (/refer|voucher|agenc/i.test(text) && !/self|no referral|not/i.test(text)) return 'referral';
  if (/drop.?in|turn up|walk.?in|open to all|self|no referral/i.test(text)) return 'turn_up';
  return /book|appointment/i.test(text) ? 'book' : undefined;
}

function readPlace(at: At, options: ServiceOptions): GivenPlace | undefined | { reason: string } {
  const typed = line(at('postcode'));
  const postcode = options.postcodeOf(typed) ?? '';
  const parts = [line(at('address')), line(at('town')), postcode === '' ? typed : ''];
  const address = clip(parts.filter(isSaid).join(', '), 250);
  const [lat, lon] = [Number(line(at('latitude')) || 'x'), Number(line(at('longitude')) || 'x')];
  const isPoint = Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  if (!isPoint && address === '' && postcode === '') return undefined;
  return { venue: '', address, postcode, shown: 'public', ...(isPoint ? { lat, lon } : {}) };
}

const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** Opening times in prose stay prose; the days that the prose names make them findable. */
export function timesIn(prose: string): GivenSchedule {
  const named = [
    ...prose.matchAll(
      /\b(mon|tue|wed|thu|fri|sat|sun)\w*(?:\s*(?:-|–|to)\s*(mon|tue|wed|thu|fri|sat|sun)\w*)?/gi,
    ),
  ];
  const days = new Set<number>();
  for (const [, from = '', to = from] of named) {
    const [first, last] = [from, to].map((day) => weekdays.indexOf(day.slice(0, 2).toLowerCase()));
    for (let day = first ?? 0; day <= (last ?? -1); day += 1) days.add(day);
  }
  if (/every day|daily|seven days|7 days/i.test(prose)) for (let day = 0; day < 7; day += 1) days.add(day);
  const codes = [...days].sort().map((day) => (weekdays[day] ?? '').toUpperCase());
  return { days: codes, opens: null, closes: null, note: clip(prose, 200) };
}

import { addMonths, dayOf } from '../../../platform/dates.ts';
import type { GivenRole, GivenRolePlace } from '../../volunteering/door.ts';
import { daysIn, listOf, type Thing, textAt, thingsAt } from './role-parts.ts';

/** Without its digest and the name of its list. */
type ReadRole = Omit<GivenRole, 'digest' | 'source'>;
export type ReadAdvert = { row: ReadRole; remark?: string } | { reason: string };

interface Reading {
  readonly today: string;
  readonly now: Date;
  /** Adverts of our own that come back begin with it. */
  readonly ownAddress: string;
  /** Our lists of terms. */
  readonly lists: Readonly<
    Record<'causes' | 'skills' | 'requirements' | 'accessibility' | 'times', Readonly<Record<string, string>>>
  >;
}

const adult = 18;
/** Adverts without a last day are shown for so long, and never for longer than a year. */
const [monthsShown, monthsAtMost] = [6, 12];
const young =
  'There it is open to younger people. Here it is from 18 until the group says that it has looked at the risks.';

/**
 * Every advert of a file, whichever of three shapes it has: ours, that of the national standard; its older one, with
 * `label`, organisations apart and `applyLink` on the activity; and that of Do-it.
 */
export function readRoleFile(file: unknown, reading: Reading): ReadAdvert[] {
  const things = thingsAt(file, '@graph', 'graph');
  const organisations = new Map(things.map((thing) => [textAt(thing, 'id', '@id'), thing]));
  return things.flatMap((thing) => {
    const activities = thingsAt(thing, 'activity');
    if (activities.length > 0) return activities.flatMap((one) => ofActivity(one, thing, reading));
    if (textAt(thing, 'label', 'title') === '' || textAt(thing, 'type', '@type') === 'Organisation')
      return [];
    const [nested] = thingsAt(thing, 'organisation');
    const owner = nested ?? organisations.get(textAt(thing, 'organisation')) ?? {};
    return ofActivity(thing, owner, reading);
  });
}

function ofActivity(activity: Thing, owner: Thing, reading: Reading): ReadAdvert[] {
  const roles = thingsAt(activity, 'role');
  return roles.length === 0
    ? [readAdvert(activity, activity, owner, reading)]
    : roles.map((role) => readAdvert(role, activity, owner, reading));
}

function readAdvert(role: Thing, activity: Thing, owner: Thing, reading: Reading): ReadAdvert {
  const address = textAt(role, 'applyLink', 'applylink') || textAt(activity, 'applyLink', 'applylink');
  const ids = [textAt(role, 'id', '@id'), textAt(activity, 'id', '@id'), address];
  if (ids.some((id) => id.startsWith(`${reading.ownAddress}/`)))
    return { reason: 'It is one of ours, come back through another list.' };
  if (textAt(activity, 'deleted') === 'true') return { reason: 'It was taken off there.' };
  const title = textAt(role, 'title', 'label');
  const description = textAt(role, 'description') || textAt(activity, 'description');
  const organisationName = textAt(owner, 'name', 'label');
  const sourceId = ids.find((id) => id !== '') ?? '';
  if (title === '') return { reason: 'It has no title.' };
  if (sourceId === '') return { reason: 'It has neither an id nor an address.' };
  if (organisationName === '') return { reason: 'It does not say which group it belongs to.' };
  const { sessions, until } = daysIn(activity, reading.today);
  const untilDay = lastDay(textAt(activity, 'publishEndDate', 'endDate').slice(0, 10) || until, reading);
  if (untilDay < reading.today) return { reason: 'Its last day is over.' };
  const { causes, skills, requirements, accessibility, times } = reading.lists;
  const lowest = lowestAge(role, activity);
  const listed = { ...role, ...without(activity, 'id') };
  return {
    row: {
      ...{
        sourceId: role === activity ? sourceId : `${ids[1]} ${ids[0] || title}`,
        address,
        title: cut(title, 100),
      },
      ...{
        organisationName,
        summary: cut(firstSentence(description) || title, 200),
        description: cut(description, 2000),
      },
      commitment: cut(textAt(role, 'commitment'), 120),
      causes: orEverybody(known(causes, [...listOf(activity, 'cause', 'causes'), ...listOf(owner, 'cause')])),
      skills: known(skills, listOf(listed, 'skill')),
      requirements: known(requirements, listOf(listed, 'requirement')),
      accessibility: known(accessibility, listOf(listed, 'accessibility')),
      minimumAge: Math.max(adult, lowest ?? adult),
      maximumAge: highestAge(role),
      fromHome: [textAt(role, 'allowsRemoteParticipation'), textAt(activity, 'isOnline')].includes('true'),
      ...{ place: placeOf(activity), times: known(times, slotsOf(activity)), sessions, untilDay },
    },
    ...(lowest !== undefined && lowest < adult ? { remark: young } : {}),
  };
}

function without(thing: Thing, name: string): Thing {
  return Object.fromEntries(Object.entries(thing).filter(([key]) => key !== name));
}

function lastDay(given: string, { now }: Reading): string {
  const latest = dayOf(addMonths(now, monthsAtMost));
  if (/^\d{4}-\d\d-\d\d$/.test(given)) return given < latest ? given : latest;
  return dayOf(addMonths(now, monthsShown));
}

/** As a number, or as Do-it writes it among the requirements: `+16`. */
function lowestAge(role: Thing, activity: Thing): number | undefined {
  const plus = listOf(activity, 'requirements').flatMap((one) => /^\+(\d{1,2})$/.exec(one)?.[1] ?? []);
  const typed = textAt(role, 'minimumAge') || plus[0] || '';
  return /^\d{1,2}$/.test(typed) ? Number(typed) : undefined;
}

function highestAge(role: Thing): number | null {
  const typed = textAt(role, 'maximumAge');
  return /^\d{2,3}$/.test(typed) && Number(typed) >= adult && Number(typed) <= 120 ? Number(typed) : null;
}

/** Terms are full addresses there; here they are the last word of them. What no list holds is left out. */
function known(list: Readonly<Record<string, string>>, terms: readonly string[]): string[] {
  const last = terms.map((term) => /[^/#]+$/.exec(term)?.[0] ?? '');
  return [...new Set(last.filter((term) => Object.hasOwn(list, term)))];
}

function orEverybody(found: readonly string[]): string[] {
  return found.length === 0 ? ['GeneralPublic'] : found.slice(0, 2);
}

function slotsOf(activity: Thing): string[] {
  return thingsAt(activity, 'session').flatMap((session) => listOf(session, 'time'));
}

const postcode = /\b([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][ABD-HJLNP-UW-Z]{2})\b/;

function placeOf(activity: Thing): GivenRolePlace | undefined {
  const [session] = thingsAt(activity, 'session');
  const [location] = session ? thingsAt(session, 'location') : [];
  const at = location ?? activity;
  const address = textAt(at, 'address', 'street');
  const name = location ? textAt(location, 'name') : '';
  if (address === '' && name === '') return undefined;
  const found = postcode.exec(address.toUpperCase());
  return {
    ...{ name: cut(name, 120), address: cut(address, 200), postcode: found ? `${found[1]} ${found[2]}` : '' },
    lat: degrees(textAt(at, 'latitude', 'lat'), 90),
    lon: degrees(textAt(at, 'longitude', 'lng'), 180),
  };
}

function degrees(typed: string, most: number): number | null {
  const value = typed === '' ? Number.NaN : Number(typed);
  return Number.isFinite(value) && Math.abs(value) <= most && value !== 0 ? value : null;
}

function firstSentence(text: string): string {
  return /^[^\n]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text.split('\n')[0] ?? '';
}

function cut(text: string, most: number): string {
  const one = text.normalize('NFC').replaceAll('\u0000', '').trim();
  return one.length <= most ? one : `${one.slice(0, most - 1).trimEnd()}…`;
}

import type { GivenOrganisation, GivenPlace, GivenValues } from '../../register/door.ts';
import type { Columns } from '../words/import.ts';
import { clean, clip, emailOf, line, listOf, phoneOf, readDate, summaryOf, webAddressOf } from './cells.ts';
import { leftOut } from './left-out.ts';
import { charityNumber, companyNumber, type Identifier, readOrgId, registerOf } from './org-ids.ts';
import type { OrganisationColumn } from './organisation-headings.ts';

/** A row in the register's words; only its digest and, in lists without ids, its id are still to be worked out. */
export type ReadRow = Omit<GivenOrganisation, 'digest' | 'line' | 'source'> & { parent?: string };

export interface ReadOptions {
  columns: Columns<OrganisationColumn>;
  /** The day of the import: what was removed before it has closed. */
  today: string;
  /** The whole postcode in a cell, if it holds one; lists put towns there, too. */
  postcodeOf: (text: string) => string | undefined;
}

const longestName = 200;
const longestDescription = 3000;

export type Read<Row> = { row: Row; remark?: string } | { reason: string };

/**
 * Reads one row. A cell by which nothing is known again may be left out with a remark; all else is taken whole or not
 * at all, with the reason for the person who will put it right.
 */
export function readOrganisation(cells: readonly string[], options: ReadOptions): Read<ReadRow> {
  const at = reader(cells, options.columns);
  const name = line(at('name'));
  if (name === '') return { reason: 'There is no name.' };
  if (name.length > longestName) return { reason: `The name is longer than ${longestName} characters.` };
  const linked = line(at('linked_number'));
  if (linked !== '' && linked !== '0')
    return { reason: 'This is a linked charity: its main charity stands for it.' };

  const place = readPlace(at, options);
  if ('reason' in place) return place;
  const state = readState(at, options.today);
  if ('reason' in state) return state;
  const checked = readDate(at('checked_on'));
  if (checked && 'wrong' in checked) return badDate('checked_on', checked.wrong);
  const kind = readKind(line(at('kind')));
  if (typeof kind === 'object') return kind;

  const identifiers = readIdentifiers(at);
  const parent = line(at('parent'));
  const [website, email, phone] = [webAddressOf(at('website')), emailOf(at('email')), phoneOf(at('phone'))];
  return {
    ...leftOut({
      number: [at('reg_number'), identifiers.length > 0],
      website: [at('website'), website !== ''],
      email: [at('email'), email !== ''],
      phone: [at('phone'), phone !== ''],
    }),
    row: {
      sourceId: idOf(at, identifiers) ?? '',
      identifiers,
      otherNames: otherNames(at('other_names'), name),
      values: {
        name,
        ...state.state,
        ...(kind ? { kind } : {}),
        ...said('legal_form', legalForm(line(at('legal_form')), identifiers)),
        ...readWords(at),
        ...said('website', website),
        ...said('email', email),
        ...said('phone', phone),
      },
      ...(place.place ? { place: place.place } : {}),
      ...(checked ? { checkedAt: new Date(`${checked.day}T12:00:00Z`) } : {}),
      ...(parent === '' ? {} : { parent }),
    },
  };
}

/** The id that the list itself gives, or the number in a register; lists of small groups have neither. */
export function sourceIdOf(
  cells: readonly string[],
  columns: Columns<OrganisationColumn>,
): string | undefined {
  const at = reader(cells, columns);
  return idOf(at, readIdentifiers(at));
}

type At = (name: OrganisationColumn) => string | undefined;

function reader(cells: readonly string[], columns: Columns<OrganisationColumn>): At {
  return (name) => {
    const index = columns.get(name);
    return index === undefined ? undefined : cells[index];
  };
}

function idOf(at: At, identifiers: readonly Identifier[]): string | undefined {
  const orgId = line(at('org_id'));
  const known = orgId === '' ? undefined : readOrgId(orgId);
  if (known) return `${known.scheme}-${known.number}`;
  const own = line(at('id')) || orgId;
  if (own !== '') return own.slice(0, 200);
  const [first] = identifiers;
  return first && `${first.scheme}-${first.number}`;
}

function readIdentifiers(at: At): Identifier[] {
  const register = registerOf(line(at('register')));
  const number = line(at('reg_number'));
  const inRegister =
    register === 'GB-COH'
      ? companyNumber(number)
      : register === 'GB-MPR'
        ? mutualNumber(number)
        : at('register') === undefined || register !== undefined || line(at('register')) === ''
          ? charityNumber(number, register)
          : undefined;
  const found = [
    readOrgId(line(at('org_id'))) ?? readOrgId(line(at('id'))),
    inRegister,
    companyNumber(line(at('company_number'))),
  ].filter((one) => one !== undefined);
  const byKey = new Map(found.map((one) => [`${one.scheme}-${one.number}`, one]));
  return [...byKey.values()];
}

function mutualNumber(text: string): Identifier | undefined {
  const number = text.toUpperCase().replaceAll(' ', '');
  return /^[A-Z0-9]{2,10}$/.test(number) ? { scheme: 'GB-MPR', number } : undefined;
}

function otherNames(cell: string | undefined, name: string): string[] {
  return listOf(cell?.replaceAll(' | ', ';')).filter(
    (other) => other.toLowerCase() !== name.toLowerCase() && other.length <= longestName,
  );
}

function readPlace(at: At, options: ReadOptions): { place?: GivenPlace } | { reason: string } {
  const lat = readNumber(line(at('latitude')), 90);
  const lon = readNumber(line(at('longitude')), 180);
  if (lat === 'wrong' || lon === 'wrong')
    return { reason: 'The latitude or the longitude is no such number.' };
  const typed = line(at('postcode'));
  const postcode = options.postcodeOf(typed) ?? '';
  const parts = [line(at('address')), line(at('street')), line(at('town')), postcode === '' ? typed : ''];
  const address = clip([...new Set(parts)].filter((part) => part !== '').join(', '), 250);
  const isPoint = lat !== undefined && lon !== undefined && !(lat === 0 && lon === 0);
  if (!isPoint && postcode === '' && address === '') return {};
  const point = isPoint ? { lat, lon } : {};
  return { place: { venue: '', address, postcode, shown: 'area', ...point } };
}

function readNumber(text: string, most: number): number | undefined | 'wrong' {
  if (text === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= most ? value : 'wrong';
}

type State = Partial<Pick<GivenValues, 'state' | 'state_reason'>>;

function readState(at: At, today: string): { state: State } | { reason: string } {
  const removed = readDate(at('removed_on'));
  if (removed && 'wrong' in removed) return badDate('removed_on', removed.wrong);
  if (removed && removed.day <= today) {
    return { state: { state: 'closed', state_reason: `Its register removed it on ${removed.day}.` } };
  }
  const isGone = /^(?:false|no|0|dead|removed|dissolved|deregistered|ceased|inactive|closed)$/i;
  if (isGone.test(line(at('active')))) {
    return { state: { state: 'closed', state_reason: 'Its register says that it is there no longer.' } };
  }
  return { state: { state: 'active' } };
}

const kinds = ['group', 'informal', 'national', 'public', 'practice', 'business', 'funder', 'centre'];

function readKind(text: string): string | undefined | { reason: string } {
  const kind = text.toLowerCase();
  if (kind === '') return undefined;
  if (kinds.includes(kind)) return kind;
  return { reason: `“${text}” is no kind of organisation. There are: ${kinds.join(', ')}.` };
}

function legalForm(text: string, identifiers: readonly Identifier[]): string | undefined {
  if (/community interest|\bcic\b/i.test(text)) return 'cic';
  if (/charitable incorporated|\bcio\b/i.test(text)) return 'cio';
  if (identifiers.some(({ scheme }) => ['GB-CHC', 'GB-SC', 'GB-NIC'].includes(scheme))) return 'charity';
  if (/society|co-?operative/i.test(text)) return 'society';
  if (/company|\bllp\b/i.test(text)) return 'company';
  if (/unincorporated|association/i.test(text)) return 'association';
  return identifiers.some(({ scheme }) => scheme === 'GB-COH') ? 'company' : undefined;
}

/** What it does goes before what it is for in law; both are kept, because both say what it is. */
function readWords(at: At): Partial<Pick<GivenValues, 'summary' | 'description'>> {
  const does = clean(at('activities')) || clean(at('description'));
  const objects = clean(at('objects'));
  const main = does || objects;
  if (main === '') return {};
  const rest = does !== '' && objects !== '' && objects !== does ? `${does}\n\nObjects: ${objects}` : main;
  const summary = summaryOf(main);
  return {
    summary,
    ...(rest.replaceAll('\n', ' ') === summary ? {} : { description: clip(rest, longestDescription) }),
  };
}

function said<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  const one: Partial<Record<Name, string>> = {};
  if (value) one[name] = value;
  return one;
}

function badDate(column: string, wrong: string): { reason: string } {
  return { reason: `“${wrong}” in ${column} is no date. Write it like 2026-11-24 or 24/11/2026.` };
}

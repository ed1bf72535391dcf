import type {
  GivenOrganisation,
  GivenPlace,
  GivenValues,
  KnownRecord,
  KnownSource,
  ValueName,
  Values,
} from '../words/import.ts';
import { type FreshnessClocks, freshnessAt, nextFreshnessAt } from './freshness.ts';

/** What a record holds before anybody says otherwise: a source may fill these in. */
export const nothingSaid: Omit<Values, 'name'> = {
  kind: 'group',
  legal_form: 'none',
  state: 'active',
  state_reason: '',
  summary: '',
  description: '',
  website: '',
  phone: '',
  email: '',
  contact_label: '',
  themes: [],
  people_served: [],
  access: [],
  languages: [],
};

/** Only the source that made a record, or a person, says whether the organisation still exists. */
const neverFilled: readonly ValueName[] = ['name', 'state', 'state_reason', 'kind'];

/**
 * When a record counts as checked (R135): on the day its source says that it looked; without one on the day of the
 * import, and the record says so.
 */
export function checkedFrom(row: { source: string; checkedAt?: Date }, now: Date, clocks: FreshnessClocks) {
  const checkedAt = row.checkedAt ?? now;
  return {
    checked_at: checkedAt,
    checked_by: row.checkedAt ? row.source : `${row.source}, on the day it was loaded`,
    freshness: freshnessAt(checkedAt, now, clocks),
    freshness_due_at: nextFreshnessAt(checkedAt, now, clocks),
  };
}

export interface Merge {
  set: Partial<Values>;
  place?: GivenPlace;
  /** The fields that now stand as this source gives them. */
  fields: string[];
  /** Names to find it by from now on. */
  names: string[];
}

/**
 * What a row changes in the record it met. Its own source may renew what still stands as it gave it; another source may
 * fill in what nobody said; our own export may change everything; a record that somebody claimed is theirs alone.
 */
export function mergeRow(
  row: GivenOrganisation,
  record: KnownRecord,
  before: KnownSource | undefined,
): Merge {
  const own = row.ownId === record.id;
  const standing = before?.fields ?? [];
  if (record.claimed && !own) return { set: {}, fields: [...standing], names: newNames(row, record, {}) };

  function mayWrite(name: ValueName): boolean {
    if (own || standing.includes(name)) return true;
    return !neverFilled.includes(name) && isEmpty(name, record.values);
  }
  const set: Partial<Values> = {};
  const fields: string[] = [];
  for (const name of given(row.values)) {
    if (!mayWrite(name)) continue;
    fields.push(name);
    if (!same(row.values[name], record.values[name])) put(set, name, row.values);
  }
  if (!own) clearWhatIsGone({ set, row, record, standing });

  const place = placeToWrite({ row, record, standing, own });
  if (row.place && (place || placeStands(row.place, standing))) fields.push(...placeFields(row.place));
  return { set, fields, names: newNames(row, record, set), ...(place ? { place } : {}) };
}

/** Fields of a record that a row has just made. */
export function fieldsOf(row: GivenOrganisation): string[] {
  return [...given(row.values), ...(row.place ? placeFields(row.place) : [])];
}

/** The record that a row makes. */
export function recordOf(id: string, row: GivenOrganisation): KnownRecord {
  const otherNames = new Set(row.otherNames.map((name) => name.toLowerCase()));
  return { id, claimed: false, values: { ...nothingSaid, ...row.values }, place: row.place, otherNames };
}

/** The record as the next row of the same batch finds it. */
export function afterMerge(record: KnownRecord, merge: Merge): KnownRecord {
  return {
    ...record,
    values: { ...record.values, ...merge.set },
    place: merge.place ?? record.place,
    otherNames: new Set([...record.otherNames, ...merge.names.map((name) => name.toLowerCase())]),
  };
}

export function isChange(merge: Merge): boolean {
  return Object.keys(merge.set).length > 0 || merge.place !== undefined || merge.names.length > 0;
}

function given(values: GivenValues): ValueName[] {
  const names: ValueName[] = [
    'name',
    'kind',
    'legal_form',
    'state',
    'state_reason',
    'summary',
    'description',
  ];
  names.push('website', 'phone', 'email', 'contact_label', 'themes', 'people_served', 'access', 'languages');
  return names.filter((name) => values[name] !== undefined);
}

function put<Name extends ValueName>(set: Partial<Values>, name: Name, values: Partial<Values>): void {
  set[name] = values[name];
}

/** A source that no longer says something takes it back, if it still stands. */
function clearWhatIsGone(options: {
  set: Partial<Values>;
  row: GivenOrganisation;
  record: KnownRecord;
  standing: readonly string[];
}): void {
  const { set, row, record, standing } = options;
  for (const name of given({ name: '', ...nothingSaid })) {
    if (name === 'name' || !standing.includes(name) || row.values[name] !== undefined) continue;
    if (!isEmpty(name, record.values)) put(set, name, nothingSaid);
  }
}

function placeToWrite(options: {
  row: GivenOrganisation;
  record: KnownRecord;
  standing: readonly string[];
  own: boolean;
}): GivenPlace | undefined {
  const { row, record, standing, own } = options;
  const { place } = row;
  if (!place) return undefined;
  const now = record.place;
  const isSame =
    now?.postcode === place.postcode && now.address === place.address && now.venue === place.venue;
  if (isSame) return undefined;
  return now === undefined || own || placeStands(place, standing) ? place : undefined;
}

function placeStands(place: GivenPlace, standing: readonly string[]): boolean {
  return placeFields(place).every((field) => standing.includes(field));
}

function placeFields(place: GivenPlace): string[] {
  const said = (['postcode', 'address', 'venue'] as const).filter((field) => place[field] !== '');
  return said.length > 0 ? said : ['address_shown'];
}

/** Names that are to find the record and do not yet: the one it loses, or else the one that this source calls it by. */
function newNames(row: GivenOrganisation, record: KnownRecord, set: Partial<Values>): string[] {
  const { name } = record.values;
  const known = new Set([...record.otherNames, (set.name ?? name).toLowerCase()]);
  const wanted = [...row.otherNames, set.name === undefined ? row.values.name : name];
  return wanted.filter((one) => {
    const isNew = !known.has(one.toLowerCase());
    known.add(one.toLowerCase());
    return isNew;
  });
}

function isEmpty(name: ValueName, values: Values): boolean {
  const value = values[name];
  return value.length === 0 || (name !== 'name' && same(value, nothingSaid[name]));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

import type { GivenPlace, GivenSchedule } from '../../register/door.ts';
import type { OrukLocation, OrukOrganization, OrukSchedule, OrukService } from '../words/oruk.ts';
import { guessColumns } from './headings.ts';
import { readOrgId } from './org-ids.ts';
import { organisationHeadings } from './organisation-headings.ts';
import { type Read, type ReadRow, readOrganisation } from './organisation-row.ts';
import { readPlaceRow, readTimes } from './place-row.ts';
import { placeHeadings, serviceHeadings, timeHeadings } from './service-headings.ts';
import { type ReadService, readService } from './service-row.ts';

export interface Reading {
  today: string;
  postcodeOf: (text: string) => string | undefined;
}

export function orukService(service: OrukService, reading: Reading): Read<ReadService> {
  const { headings, cells } = asRow(service);
  const { columns } = guessColumns(headings, serviceHeadings);
  return readService(cells, { columns, headings, ...reading });
}

export function orukOrganisation(one: OrukOrganization, reading: Reading): Read<ReadRow> {
  const { headings, cells } = asRow(one);
  const { columns } = guessColumns(headings, organisationHeadings);
  const read = readOrganisation(cells, { columns, ...reading });
  if ('reason' in read) return read;
  const identifiers = (one.organization_identifiers ?? []).flatMap(
    ({ identifier_scheme, identifier }) => readOrgId(`${identifier_scheme}-${identifier}`) ?? [],
  );
  return { row: { ...read.row, identifiers } };
}

export function orukPlace(location: OrukLocation, reading: Reading): GivenPlace | undefined {
  const { headings, cells } = asRow({ ...location, ...location.addresses?.[0] });
  const { columns } = guessColumns(headings, placeHeadings);
  return readPlaceRow((name) => cells[columns.get(name) ?? -1] ?? '', reading.postcodeOf, undefined);
}

export function orukTimes(schedule: OrukSchedule): GivenSchedule {
  const { headings, cells } = asRow(schedule);
  return readTimes(cells, guessColumns(headings, timeHeadings).columns);
}

/** The plain values of a JSON object, as if they were the cells of a row. */
function asRow(object: Readonly<Record<string, unknown>>): { headings: string[]; cells: string[] } {
  const plain = ['string', 'number', 'boolean'];
  const said = Object.entries(object).filter(([, value]) => plain.includes(typeof value));
  return { headings: said.map(([name]) => name), cells: said.map(([, value]) => String(value)) };
}

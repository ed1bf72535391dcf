import type { Ctx } from '../../../platform/ctx.ts';
import type { GivenPlace, GivenSchedule } from '../../register/door.ts';
import { guessColumns, plain } from '../rules/headings.ts';
import { readPlaceRow, readTimes } from '../rules/place-row.ts';
import {
  type FileRole,
  linkHeadings,
  type PlaceColumn,
  placeHeadings,
  roleOf,
  serviceHeadings,
  timeHeadings,
} from '../rules/service-headings.ts';
import { type Columns, type CsvRow, Unreadable } from '../words/import.ts';
import { type Given, postcodeOf, type Reader, readerOf } from './organisations.ts';
import { type CheckedCsv, checkCsv, readRows } from './read-csv.ts';

export interface DirectoryFile {
  csv: CheckedCsv;
  index: number;
  role: FileRole;
  map: ReadonlyMap<string, string>;
}

/** The files of a directory, joined by their ids, and what of them is small enough to be held. */
export interface Directory {
  files: readonly DirectoryFile[];
  /** Of the file of organisations. */
  reader: Reader | undefined;
  /** Services held at each place. */
  servicesAt: ReadonlyMap<string, readonly string[]>;
  addresses: ReadonlyMap<string, GivenPlace>;
  times: ReadonlyMap<string, readonly GivenSchedule[]>;
}

export async function openDirectory(ctx: Ctx, given: Given): Promise<Directory> {
  const files: DirectoryFile[] = [];
  for (const path of given.paths) {
    const csv = await checkCsv(path);
    const role = roleOf(csv.headings, given.paths.length);
    if (!role) {
      given.say(`${csv.name} is left out: nothing here is made of it.`);
      continue;
    }
    files.push({ csv, index: files.length, role, map: mapFor(csv.headings, given.map) });
    given.say(`${csv.name}: ${role}`);
  }
  const isThere = ['services', 'flat', 'own'].some((role) => files.some((file) => file.role === role));
  if (!isThere) throw new Unreadable('None of these files holds services.');
  const organisations = files.find((file) => file.role === 'organisations');
  return {
    files,
    reader: organisations && readerOf(organisations.csv.headings, ctx, { ...given, map: organisations.map }),
    servicesAt: await linksOf(files),
    addresses: await addressesOf(files),
    times: await timesOf(files),
  };
}

/** In a directory of several files a mapped heading is looked for in each. */
function mapFor(headings: readonly string[], map: ReadonlyMap<string, string>): Map<string, string> {
  const there = new Set(headings.map(plain));
  return new Map([...map].filter(([theirs]) => there.has(plain(theirs))));
}

async function linksOf(files: readonly DirectoryFile[]): Promise<Map<string, string[]>> {
  const servicesAt = new Map<string, string[]>();
  for await (const { at } of rowsOf(files, 'links', linkColumns)) {
    const [service, location] = [at('service_id'), at('location_id')];
    if (service !== '' && location !== '') add(servicesAt, location, service);
  }
  return servicesAt;
}

async function addressesOf(files: readonly DirectoryFile[]): Promise<Map<string, GivenPlace>> {
  const addresses = new Map<string, GivenPlace>();
  for await (const { at } of rowsOf(files, 'addresses', placeColumns)) {
    const place = readPlaceRow(at, postcodeOf, undefined);
    if (place && !addresses.has(at('location_id'))) addresses.set(at('location_id'), place);
  }
  return addresses;
}

async function timesOf(files: readonly DirectoryFile[]): Promise<Map<string, GivenSchedule[]>> {
  const times = new Map<string, GivenSchedule[]>();
  for (const file of files) {
    if (file.role !== 'schedules') continue;
    const { columns } = guessColumns(file.csv.headings, timeHeadings, file.map);
    for await (const { cells } of readRows(file.csv)) {
      const service = cells[columns.get('service_id') ?? -1]?.trim() ?? '';
      if (service !== '') add(times, service, readTimes(cells, columns));
    }
  }
  return times;
}

export function linkColumns(file: DirectoryFile) {
  return guessColumns(file.csv.headings, linkHeadings, file.map).columns;
}

export function placeColumns(file: DirectoryFile): Columns<PlaceColumn> {
  return guessColumns(file.csv.headings, placeHeadings, file.map).columns;
}

export function serviceColumns(file: DirectoryFile) {
  return guessColumns(file.csv.headings, serviceHeadings, file.map);
}

/** Rows of the files of one role, with their cells by our names. */
export async function* rowsOf<Name extends string>(
  files: readonly DirectoryFile[],
  role: FileRole,
  columnsOf: (file: DirectoryFile) => Columns<Name>,
): AsyncGenerator<{ file: DirectoryFile; csv: CsvRow; at: (name: Name) => string }> {
  for (const file of files) {
    if (file.role !== role) continue;
    const columns = columnsOf(file);
    for await (const csv of readRows(file.csv)) {
      yield {
        file,
        csv,
        at(name) {
          const index = columns.get(name);
          return index === undefined ? '' : (csv.cells[index]?.trim() ?? '');
        },
      };
    }
  }
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

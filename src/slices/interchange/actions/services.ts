import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import {
  type Answer,
  type GivenLink,
  type GivenLocation,
  type GivenOrganisation,
  type GivenService,
  importLinks,
  importLocations,
  importOrganisations,
  importServices,
} from '../../register/door.ts';
import { readOwnService } from '../rules/own-service-row.ts';
import { readPlaceRow } from '../rules/place-row.ts';
import { readService } from '../rules/service-row.ts';
import type { Item } from '../words/import.ts';
import {
  type Directory,
  type DirectoryFile,
  linkColumns,
  openDirectory,
  placeColumns,
  rowsOf,
  serviceColumns,
} from './directory-files.ts';
import { digestOf, type Given, itemOf, postcodeOf } from './organisations.ts';
import { readRows } from './read-csv.ts';
import type { List } from './run.ts';
import { tallyOf } from './tally.ts';

/** What a row of a directory says; a list of one file says all of it in each row. */
export interface DirectoryRow {
  organisation?: GivenOrganisation;
  service?: GivenService;
  location?: GivenLocation;
  link?: GivenLink;
}

export async function serviceList(ctx: Ctx, given: Given): Promise<List<DirectoryRow>> {
  const directory = await openDirectory(ctx, given);
  const files = directory.files.map((file) => file.csv);
  return {
    kind: 'services',
    source: given.source,
    fileNames: files.map((file) => file.name),
    files,
    digest: digestOf([...files.map((file) => file.digest.toString('hex')), [...given.map]]),
    rowsAtOnce: 500,
    items: () => allItems(directory, given.source),
    take: async (tx, rows, { dry }) => tallyOf(await take(tx, ctx, rows, dry)),
  };
}

/** Organisations before their services, services before the places they are held at. */
async function* allItems(directory: Directory, source: string): AsyncGenerator<Item<DirectoryRow>> {
  yield* organisationItems(directory, source);
  for (const file of directory.files) {
    if (file.role === 'services' || file.role === 'flat') yield* serviceItems(file, directory, source);
    if (file.role === 'own') yield* ownItems(file, source);
  }
  yield* locationItems(directory, source);
  for await (const { file, csv, at } of rowsOf(directory.files, 'links', linkColumns)) {
    const link = { line: csv.line, source, serviceId: at('service_id'), locationId: at('location_id') };
    yield { file: file.index, line: csv.line, row: { link } };
  }
}

async function* organisationItems(directory: Directory, source: string): AsyncGenerator<Item<DirectoryRow>> {
  const { reader } = directory;
  if (!reader) return;
  const around = { reader, source, noticed: new Set<string>(), firsts: new Map() };
  for (const { csv: file, index, role } of directory.files) {
    if (role !== 'organisations') continue;
    for await (const row of readRows(file)) {
      const item = itemOf(row, { ...around, file, index });
      yield 'row' in item ? { ...item, row: { organisation: item.row } } : item;
    }
  }
}

async function* serviceItems(
  file: DirectoryFile,
  directory: Directory,
  source: string,
): AsyncGenerator<Item<DirectoryRow>> {
  const { columns } = serviceColumns(file);
  const options = { columns, headings: file.csv.headings, postcodeOf };
  for await (const { line, cells } of readRows(file.csv)) {
    const read = readService(cells, options);
    if ('reason' in read) {
      yield { file: file.index, line, reason: read.reason };
      continue;
    }
    const { organisationId, organisationName, place, ...said } = read.row;
    const holderId = organisationId || `~${short([organisationName.toLowerCase()])}`;
    const sourceId = said.sourceId || `~${short([said.values.name.toLowerCase(), holderId, place])}`;
    const schedules = [...said.schedules, ...(directory.times.get(sourceId) ?? [])];
    const digest = digestOf([said.values, schedules, said.checkedAt, holderId]);
    const holder = { source, sourceId: holderId };
    const service = { ...said, sourceId, schedules, digest, holder, line, source };
    const isFlat = file.role === 'flat';
    yield {
      file: file.index,
      line,
      row: {
        service,
        ...(isFlat ? { organisation: organisationOf(organisationName, { ...holder, line }) } : {}),
        ...(isFlat && place
          ? { location: { line, source, sourceId, digest: digestOf(place), serviceIds: [sourceId], place } }
          : {}),
      },
    };
  }
}

/** A list of services that only names who holds them. */
function organisationOf(
  name: string,
  row: { source: string; sourceId: string; line: number },
): GivenOrganisation {
  return { ...row, digest: digestOf(name), identifiers: [], otherNames: [], values: { name } };
}

async function* ownItems(file: DirectoryFile, source: string): AsyncGenerator<Item<DirectoryRow>> {
  for await (const { line, cells } of readRows(file.csv)) {
    const read = readOwnService(cells, file.csv.headings);
    if ('reason' in read) {
      yield { file: file.index, line, reason: read.reason };
      continue;
    }
    const digest = digestOf([read.row.values, read.row.schedules]);
    yield { file: file.index, line, row: { service: { source, ...read.row, line, digest } } };
  }
}

async function* locationItems(directory: Directory, source: string): AsyncGenerator<Item<DirectoryRow>> {
  for await (const { file, csv, at } of rowsOf(directory.files, 'locations', placeColumns)) {
    const where = { file: file.index, line: csv.line };
    const sourceId = at('id');
    const place = readPlaceRow(at, postcodeOf, directory.addresses.get(sourceId));
    if (sourceId === '' || !place) {
      yield { ...where, reason: sourceId === '' ? 'There is no id.' : 'There is no place.' };
      continue;
    }
    const serviceIds = directory.servicesAt.get(sourceId) ?? [];
    const location = { line: csv.line, source, sourceId, digest: digestOf(place), serviceIds, place };
    yield { ...where, row: { location } };
  }
}

async function take(tx: Tx, ctx: Ctx, rows: readonly DirectoryRow[], dry: boolean): Promise<Answer[]> {
  const options = { dry };
  const organisations = await importOrganisations(
    tx,
    ctx,
    rows.flatMap((row) => row.organisation ?? []),
    options,
  );
  const services = await importServices(
    tx,
    ctx,
    rows.flatMap((row) => row.service ?? []),
    options,
  );
  const locations = await importLocations(
    tx,
    ctx,
    rows.flatMap((row) => row.location ?? []),
    options,
  );
  const links = await importLinks(
    tx,
    ctx,
    [...rows.flatMap((row) => row.link ?? []), ...linksOf(rows)],
    options,
  );
  return rows.map((row) => {
    const answers: Answer[] = [];
    if (row.organisation) answers.push(...organisations.splice(0, 1));
    if (row.service) answers.push(...services.splice(0, 1));
    if (row.location) answers.push(...locations.splice(0, 1));
    if (row.link) answers.push(...links.splice(0, 1));
    return together(answers);
  });
}

/** A row that names a service with its place says itself that the one is held at the other. */
function linksOf(rows: readonly DirectoryRow[]): GivenLink[] {
  return rows.flatMap(({ service, location }) => {
    if (!service || !location) return [];
    const { line, source, sourceId } = service;
    return [{ line, source, serviceId: sourceId, locationId: location.sourceId }];
  });
}

/** What came of a row that said several things: the service first of all. */
function together(answers: readonly Answer[]): Answer {
  const refused = answers.find((answer) => typeof answer === 'object');
  if (refused) return refused;
  const order: Answer[] = answers.length > 1 ? ['new', 'changed', 'matched'] : [...answers];
  return order.find((one) => answers.includes(one)) ?? 'unchanged';
}

function short(words: unknown): string {
  return digestOf(words).toString('hex').slice(0, 20);
}

import { basename } from 'node:path';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import {
  type Answer,
  type GivenOrganisation,
  importLinks,
  importLocations,
  importOrganisations,
  importServices,
} from '../../register/door.ts';
import type { DirectoryRow } from '../rules/directory-row.ts';
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
import type { List, TakeOptions } from './list.ts';
import { digestOf, type Given, itemOf, postcodeOf } from './organisations.ts';
import { orukItems } from './oruk-file.ts';
import { readRows } from './read-csv.ts';
import { tallyOf } from './tally.ts';

export async function serviceList(ctx: Ctx, given: Given): Promise<List<DirectoryRow>> {
  if (given.paths.every((path) => /[.]json([.]gz)?$/i.test(path))) return jsonList(ctx, given);
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
    take: async (tx, rows, options) => tallyOf(await takeRows({ tx, ctx, options }, rows)),
    titleOf: (row) => row.service?.values.name ?? row.organisation?.values.name ?? '',
  };
}

async function jsonList(ctx: Ctx, given: Given): Promise<List<DirectoryRow>> {
  const items = await orukItems(ctx, given);
  return {
    kind: 'services',
    source: given.source,
    fileNames: given.paths.map((path) => basename(path)),
    files: [],
    digest: digestOf(items),
    rowsAtOnce: 500,
    items: () => items,
    take: async (tx, rows, options) => tallyOf(await takeRows({ tx, ctx, options }, rows)),
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
    yield { file: file.index, line: csv.line, row: { links: [link] } };
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
    const { row, ...more } = read;
    const { organisationId, organisationName, place, ...said } = row;
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
      ...more,
      row: {
        service,
        ...(isFlat ? { organisation: organisationOf(organisationName, { ...holder, line }) } : {}),
        ...(isFlat && place
          ? {
              locations: [{ line, source, sourceId, digest: digestOf(place), serviceIds: [sourceId], place }],
              links: [{ line, source, serviceId: sourceId, locationId: sourceId }],
            }
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
    yield { ...where, row: { locations: [location] } };
  }
}

interface Taking {
  tx: Tx;
  ctx: Ctx;
  options: TakeOptions;
}

/** What each row says goes the same way, a statement for all of them; then each row gets its answers back. */
export async function takeRows(
  { tx, ctx, options }: Taking,
  rows: readonly DirectoryRow[],
): Promise<Answer[]> {
  const organisations = rows.flatMap((row) => row.organisation ?? []);
  const services = rows.flatMap((row) => row.service ?? []);
  const locations = rows.flatMap((row) => row.locations ?? []);
  const links = rows.flatMap((row) => row.links ?? []);
  const answers = {
    organisations: await importOrganisations(tx, ctx, organisations, options),
    services: await importServices(tx, ctx, services, options),
    locations: await importLocations(tx, ctx, locations, options),
    links: await importLinks(tx, ctx, links, options),
  };
  return rows.map((row) =>
    together([
      ...answers.organisations.splice(0, row.organisation ? 1 : 0),
      ...answers.services.splice(0, row.service ? 1 : 0),
      ...answers.locations.splice(0, row.locations?.length ?? 0),
      ...answers.links.splice(0, row.links?.length ?? 0),
    ]),
  );
}

/** What came of a row that said several things. */
function together(answers: readonly Answer[]): Answer {
  const refused = answers.find((answer) => typeof answer === 'object');
  if (refused) return refused;
  const order: Answer[] = ['new', 'changed', 'matched'];
  return order.find((one) => answers.includes(one)) ?? 'unchanged';
}

function short(words: unknown): string {
  return digestOf(words).toString('hex').slice(0, 20);
}

import { createHash } from 'node:crypto';
import type { Ctx } from '../../../platform/ctx.ts';
import { dayOf } from '../../../platform/dates.ts';
import { readPostcode } from '../../areas/door.ts';
import { type GivenOrganisation, importOrganisations, setParents } from '../../register/door.ts';
import { guessColumns } from '../rules/headings.ts';
import { isOwnExport, organisationHeadings, ownHeadings } from '../rules/organisation-headings.ts';
import { type Read, type ReadRow, readOrganisation, sourceIdOf } from '../rules/organisation-row.ts';
import { readOwn } from '../rules/own-row.ts';
import { repeatedKeys } from '../rules/repeated.ts';
import type { CsvRow, Item } from '../words/import.ts';
import type { Attempt } from './attempt.ts';
import type { List, TakeOptions } from './list.ts';
import { type CheckedCsv, checkCsv, readRows } from './read-csv.ts';
import { tallyOf } from './tally.ts';

/** Rows in one transaction. */
const rowsAtOnce = 500;

export interface Given {
  paths: readonly string[];
  source: string;
  map: ReadonlyMap<string, string>;
  /** For whoever gave the command: how the headings were understood. */
  say(line: string): void;
}

export type ImportedRow = GivenOrganisation & { parent?: string };

/** How the rows of one file are read. */
export interface Reader {
  read(cells: readonly string[]): Read<ReadRow & { source?: string }>;
  idOf(cells: readonly string[]): string | undefined;
  hasParents: boolean;
}

export async function organisationList(ctx: Ctx, given: Given): Promise<List<ImportedRow>> {
  const repeated = repeatedKeys();
  const readers: Reader[] = [];
  const files: CheckedCsv[] = [];
  for (const path of given.paths) {
    const file = await checkCsv(path, (headings) => {
      const reader = readerOf(headings, ctx, given);
      readers.push(reader);
      return ({ cells }) => {
        const id = reader.idOf(cells);
        if (id !== undefined) repeated.show(id);
      };
    });
    files.push(file);
  }
  const settle = readers.some((reader) => reader.hasParents)
    ? {
        settle: (attempt: Attempt, options: TakeOptions) => settleParents(ctx, items(), { attempt, options }),
      }
    : {};
  function items() {
    return allItems({ files, readers, noticed: repeated.noticed, source: given.source });
  }
  return {
    kind: 'organisations',
    source: given.source,
    fileNames: files.map((file) => file.name),
    files,
    digest: digestOf([...files.map((file) => file.digest.toString('hex')), [...given.map]]),
    rowsAtOnce,
    items,
    take: async (tx, rows, options) => tallyOf(await importOrganisations(tx, ctx, rows, options)),
    titleOf: (row) => row.values.name,
    ...settle,
  };
}

export function readerOf(headings: readonly string[], ctx: Ctx, given: Given): Reader {
  if (isOwnExport(headings)) {
    const { columns } = guessColumns(headings, ownHeadings, given.map);
    const id = columns.get('id') ?? 0;
    return { read: (cells) => readOwn(cells, columns), idOf: (cells) => cells[id], hasParents: false };
  }
  const { columns, said } = guessColumns(headings, organisationHeadings, given.map);
  if (given.map.size < said.length) {
    given.say(`Headings: ${said.map(({ theirs, ours }) => `${theirs} = ${ours}`).join(', ')}`);
  }
  const options = { columns, today: dayOf(ctx.now), postcodeOf };
  return {
    read: (cells) => readOrganisation(cells, options),
    idOf: (cells) => sourceIdOf(cells, columns),
    hasParents: columns.has('parent'),
  };
}

export function postcodeOf(text: string): string | undefined {
  const read = readPostcode(text);
  return read.kind === 'whole' ? read.postcode : undefined;
}

interface Rows {
  files: readonly CheckedCsv[];
  readers: readonly Reader[];
  /** Ids that seem to stand in several rows. */
  noticed: ReadonlySet<string>;
  source: string;
}

async function* allItems(rows: Rows): AsyncGenerator<Item<ImportedRow>> {
  const firsts = new Map<string, { line: number; digest: Buffer }>();
  for (const [index, file] of rows.files.entries()) {
    const reader = rows.readers[index];
    if (!reader) continue;
    for await (const row of readRows(file)) yield itemOf(row, { index, file, reader, firsts, ...rows });
  }
}

/** What a row stands among. */
export interface Around {
  noticed: ReadonlySet<string>;
  source: string;
  index: number;
  file: CheckedCsv;
  reader: Reader;
  firsts: Map<string, { line: number; digest: Buffer }>;
}

export function itemOf(csv: CsvRow, around: Around): Item<ImportedRow> {
  const where = { file: around.index, line: csv.line };
  const tooMany = csv.cells.slice(around.file.headings.length).some((cell) => cell.trim() !== '');
  if (tooMany) return { ...where, reason: 'This row has more cells than the file has headings.' };
  const read = around.reader.read(csv.cells);
  if ('reason' in read) return { ...where, reason: read.reason };

  const { row, ...more } = read;
  const sourceId = row.sourceId || idFromWords(row);
  const digest = digestOf([
    row.identifiers,
    row.otherNames,
    row.values,
    row.place,
    row.checkedAt,
    row.parent,
  ]);
  if (around.noticed.has(row.sourceId)) {
    const first = around.firsts.get(row.sourceId);
    if (first && !first.digest.equals(digest)) {
      return {
        ...where,
        reason: `Line ${first.line} says something else of ${row.sourceId}. The first counts.`,
      };
    }
    around.firsts.set(row.sourceId, first ?? { line: csv.line, digest });
  }
  const source = row.source ?? around.source;
  return { ...where, ...more, row: { ...row, line: csv.line, source, sourceId, digest } };
}

/** A list without ids: a row is known again by its name and place. */
function idFromWords({ values, place }: ReadRow): string {
  const words = [values.name.toLowerCase(), place?.postcode, place?.address, place?.lat, place?.lon];
  return `~${digestOf(words).toString('hex').slice(0, 20)}`;
}

export function digestOf(words: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(words)).digest();
}

/** A parent may stand below its branches, so parents are looked for when every row is there. */
async function settleParents(
  ctx: Ctx,
  items: AsyncIterable<Item<ImportedRow>>,
  how: { attempt: Attempt; options: TakeOptions },
): Promise<void> {
  let batch: ImportedRow[] = [];
  async function settle(): Promise<void> {
    const rows = batch;
    batch = [];
    if (rows.length > 0) await how.attempt((tx) => setParents(tx, ctx, rows, how.options));
  }
  for await (const item of items) {
    if ('row' in item && item.row.parent !== undefined) batch.push(item.row);
    if (batch.length === rowsAtOnce) await settle();
  }
  await settle();
}

import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import {
  type NewOutcode,
  type NewPostcode,
  postcodesAtOnce,
  readPostcode,
  settlePostcodes,
  type Tally,
  takeOutcodes,
  takePostcodes,
  toDegrees,
} from '../../areas/door.ts';
import { guessColumns } from '../rules/headings.ts';
import type { Read } from '../rules/organisation-row.ts';
import {
  codePointColumns,
  isOutcodeList,
  type PostcodeColumn,
  type PostcodeTools,
  postcodeHeadings,
  readOutcodeRow,
  readPostcodeRow,
} from '../rules/postcode-row.ts';
import { type Columns, type Item, Unreadable } from '../words/import.ts';
import type { List } from './list.ts';
import { digestOf, type Given } from './organisations.ts';
import { type CheckedCsv, checkCsv, readRows } from './read-csv.ts';

const tools: PostcodeTools = {
  read(text) {
    const read = readPostcode(text);
    if (read.kind === 'whole') return { postcode: read.postcode, isWhole: true };
    return read.kind === 'outcode' ? { postcode: read.outcode, isWhole: false } : undefined;
  },
  toDegrees: (east, north) => toDegrees({ x: east, y: north }),
};

interface Layout {
  columns: Columns<PostcodeColumn>;
  /** Without headings the first line is a row. */
  firstRow?: readonly string[];
}

type Row = { postcode: NewPostcode } | { outcode: NewOutcode };

/** Whole postcodes or first halves: the columns decide, file by file. */
export async function postcodeList(ctx: Ctx, given: Given): Promise<List<Row>> {
  const files: CheckedCsv[] = [];
  const layouts: Layout[] = [];
  for (const path of given.paths) {
    files.push(
      await checkCsv(path, (headings) => {
        layouts.push(layoutOf(headings, given));
        return () => undefined;
      }),
    );
  }
  return {
    kind: 'postcodes',
    source: given.source,
    fileNames: files.map((file) => file.name),
    files,
    digest: digestOf([...files.map((file) => file.digest.toString('hex')), [...given.map]]),
    rowsAtOnce: postcodesAtOnce,
    items: () => allItems(files, layouts),
    take: (tx, rows) => take(tx, ctx, rows, given.source),
    settle: (attempt) => attempt((tx) => settlePostcodes(tx, ctx)),
  };
}

function layoutOf(headings: readonly string[], given: Given): Layout {
  const isPostcode = (text: string): boolean => readPostcode(text).kind === 'whole';
  const known = codePointColumns(headings, isPostcode);
  if (known) return { columns: known, firstRow: headings };
  const { columns, said } = guessColumns(headings, postcodeHeadings, given.map);
  if (!columns.has('postcode') && !columns.has('outcode')) {
    throw new Unreadable('No column holds postcodes. Say which with --map THEIRS=postcode.');
  }
  given.say(`Headings: ${said.map(({ theirs, ours }) => `${theirs} = ${ours}`).join(', ')}`);
  return { columns };
}

async function* allItems(
  files: readonly CheckedCsv[],
  layouts: readonly Layout[],
): AsyncGenerator<Item<Row>> {
  for (const [file, csv] of files.entries()) {
    const layout = layouts[file];
    if (!layout) continue;
    const read = readerOf(layout.columns);
    if (layout.firstRow) yield { file, line: 1, ...read(layout.firstRow) };
    for await (const { line, cells } of readRows(csv)) yield { file, line, ...read(cells) };
  }
}

function readerOf(columns: Columns<PostcodeColumn>): (cells: readonly string[]) => Read<Row> {
  if (isOutcodeList(columns)) {
    return (cells) => {
      const read = readOutcodeRow(cells, columns, tools);
      return 'row' in read ? { row: { outcode: read.row } } : read;
    };
  }
  return (cells) => {
    const read = readPostcodeRow(cells, columns, tools);
    return 'row' in read ? { row: { postcode: read.row } } : read;
  };
}

async function take(tx: Tx, ctx: Ctx, rows: readonly Row[], source: string) {
  const postcodes = rows.flatMap((row) => ('postcode' in row ? [row.postcode] : []));
  const outcodes = rows.flatMap((row) => ('outcode' in row ? [row.outcode] : []));
  const none: Tally = { new: 0, changed: 0, unchanged: 0 };
  const whole = postcodes.length > 0 ? await takePostcodes(tx, ctx, postcodes, source) : none;
  const first = outcodes.length > 0 ? await takeOutcodes(tx, ctx, outcodes, source) : none;
  return {
    new: whole.new + first.new,
    matched: 0,
    changed: whole.changed + first.changed,
    unchanged: whole.unchanged + first.unchanged,
  };
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { unguarded } from '../../../platform/csv.ts';
import { equalHeadings } from '../rules/headings.ts';
import { type CsvRow, Unreadable } from '../words/import.ts';

/** A CSV that was read once from end to end, so it is known that it can be. */
export interface CheckedCsv {
  path: string;
  name: string;
  headings: readonly string[];
  /** Rows below the heading. */
  rows: number;
  digest: Buffer;
  read: Reading;
  /** It gives back rows that were not taken: then its cells are guarded as in an export. */
  isGivenBack: boolean;
}

/** How the bytes become cells. */
interface Reading {
  encoding: 'utf-8' | 'windows-1252';
  delimiter: string;
}

/** Reads the whole file and writes nothing. `look` sees every row on the way. */
export async function checkCsv(
  path: string,
  look: (headings: readonly string[]) => (row: CsvRow) => void = () => () => undefined,
): Promise<CheckedCsv> {
  const name = basename(path);
  await mustBeFile(path);
  const { digest, reading } = await readBytes(path);
  let headings: readonly string[] | undefined;
  let see: ((row: CsvRow) => void) | undefined;
  let rows = 0;
  for await (const row of rowsOf(path, reading, name)) {
    if (see) {
      rows += 1;
      see(row);
      continue;
    }
    headings = headingsOf(row, name);
    see = look(headings);
  }
  if (!headings) throw new Unreadable(`${name} is empty.`);
  const isGivenBack = headings.at(-2) === 'line' && headings.at(-1) === 'reason';
  return { path, name, headings, rows, digest, read: reading, isGivenBack };
}

/** The rows below the heading. */
export async function* readRows(file: CheckedCsv): AsyncGenerator<CsvRow> {
  let isHeading = true;
  for await (const row of rowsOf(file.path, file.read, file.name)) {
    if (!isHeading) yield file.isGivenBack ? { ...row, cells: row.cells.map(unguarded) } : row;
    isHeading = false;
  }
}

async function mustBeFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Unreadable(`There is no file ${path}.`);
  if (!found.isFile()) throw new Unreadable(`${path} is no file.`);
}

function headingsOf(row: CsvRow, name: string): readonly string[] {
  const headings = row.cells.map((cell) => cell.trim());
  const equal = equalHeadings(headings);
  if (equal !== undefined) {
    throw new Unreadable(`${name}, line 1: two columns are called “${equal}”. Call one of them otherwise.`);
  }
  return headings;
}

/** The digest of the file, and how to read it: old spreadsheets write Windows-1252, some lists tabs or semicolons. */
async function readBytes(path: string): Promise<{ digest: Buffer; reading: Reading }> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let encoding: Reading['encoding'] = 'utf-8';
  let start = '';
  for await (const chunk of bytesOf(path)) {
    if (chunk.includes(0)) throw new Unreadable(noText(basename(path)));
    hash.update(chunk);
    if (start.length < 10_000) start += chunk.toString('latin1');
    if (encoding === 'utf-8' && !decodes(decoder, chunk)) encoding = 'windows-1252';
  }
  return { digest: hash.digest(), reading: { encoding, delimiter: delimiterOf(start) } };
}

/** Pictures, spreadsheets and programs have bytes of nought in them, and so has a table in UTF-16. */
function noText(name: string): string {
  return `${name} is no table in plain text. Open it in a spreadsheet and save it as CSV (UTF-8).`;
}

function decodes(decoder: TextDecoder, chunk: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function delimiterOf(start: string): string {
  const [heading = ''] = start.split(/\r?\n/, 1);
  const counted = [',', '\t', ';'].map((sign) => ({ sign, times: heading.split(sign).length }));
  counted.sort((a, b) => b.times - a.times);
  return counted[0]?.sign ?? ',';
}

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const stream = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  if (stream !== file) file.on('error', (error) => stream.destroy(error));
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
}

async function* textOf(path: string, encoding: Reading['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytesOf(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

async function* rowsOf(path: string, reading: Reading, name: string): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter: reading.delimiter,
    // The charity register's tables stand apart by tabs, with stray quotes in them.
    quote: reading.delimiter === '\t' ? null : '"',
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  const source = Readable.from(textOf(path, reading.encoding));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let ended = 0;
  try {
    const records: AsyncIterable<Parsed> = parser;
    for await (const { record, info } of records) {
      yield { line: beginningOf(record, { from: ended + 1, to: info.lines }), cells: record };
      ended = info.lines;
    }
  } catch (problem) {
    throw unreadable(problem, { name, line: ended + 1 });
  } finally {
    source.destroy();
  }
}

/** The line a row begins on: the parser tells the one it ends on, and line breaks may stand inside cells. */
function beginningOf(cells: readonly string[], lines: { from: number; to: number }): number {
  if (lines.from === lines.to) return lines.to;
  const breaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return Math.max(lines.from, lines.to - breaks);
}

function unreadable(problem: unknown, where: { name: string; line: number }): unknown {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  if (!code.startsWith('CSV_')) return problem;
  const what =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quotation mark is opened and never closed'
      : 'the quotation marks do not fit together';
  return new Unreadable(`${where.name}, line ${where.line}: ${what}. Nothing was written.`);
}

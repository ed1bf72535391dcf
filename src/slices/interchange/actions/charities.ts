import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Ctx } from '../../../platform/ctx.ts';
import { type GivenCharity, importCharities } from '../../register/door.ts';
import { charityLayout, readCharity } from '../rules/charity-register.ts';
import { plain } from '../rules/headings.ts';
import { type Item, Unreadable } from '../words/import.ts';
import type { List } from './list.ts';
import { digestOf, type Given, postcodeOf } from './organisations.ts';
import { type CheckedCsv, checkCsv, readRows } from './read-csv.ts';
import { jsonRows } from './read-json.ts';
import { tallyOf } from './tally.ts';

type Layout = NonNullable<ReturnType<typeof charityLayout>>;

interface Source {
  path: string;
  name: string;
  layout: Layout;
  digest: Buffer;
  /** A table, whose rejected rows can be given back; JSON has none. */
  csv?: CheckedCsv;
}

/** The charity registers as they are published: tables, or the Commission’s JSON. */
export async function charityList(ctx: Ctx, given: Given): Promise<List<GivenCharity>> {
  const sources: Source[] = [];
  for (const path of given.paths) {
    const source = /[.]json([.]gz)?$/i.test(path) ? await openJson(path) : await openCsv(path);
    given.say(`${source.name}: ${source.layout.scheme}`);
    sources.push(source);
  }
  // Rejected rows are counted by file, and only tables give them back.
  sources.sort((a, b) => Number(!a.csv) - Number(!b.csv));
  return {
    kind: 'charities',
    source: given.source,
    fileNames: sources.map(({ name }) => name),
    files: sources.flatMap(({ csv }) => csv ?? []),
    digest: digestOf(sources.map(({ digest }) => digest.toString('hex'))),
    rowsAtOnce: 2000,
    items: () => allItems(sources),
    take: async (tx, rows) => tallyOf(await importCharities(tx, ctx, rows)),
    titleOf: (row) => row.name,
  };
}

async function openCsv(path: string): Promise<Source> {
  const csv = await checkCsv(path);
  return { path, name: csv.name, layout: layoutOf(csv.headings, csv.name), digest: csv.digest, csv };
}

async function openJson(path: string): Promise<Source> {
  const name = basename(path);
  if (!(await stat(path).catch(() => undefined))) throw new Unreadable(`There is no file ${path}.`);
  const hash = createHash('sha256');
  let layout: Layout | undefined;
  for await (const row of jsonRows(path, hash)) layout ??= layoutOf([...row.keys()], name);
  if (!layout) throw new Unreadable(`${name} holds no rows.`);
  return { path, name, layout, digest: hash.digest() };
}

function layoutOf(headings: readonly string[], name: string): Layout {
  const layout = charityLayout(headings);
  if (!layout) throw new Unreadable(`${name} is not one of the charity registers we know: ${known}.`);
  return layout;
}

const known = 'the Charity Commission’s table “charity”, OSCR’s or CCNI’s register';

async function* allItems(sources: readonly Source[]): AsyncGenerator<Item<GivenCharity>> {
  for (const [file, source] of sources.entries()) {
    for await (const { line, at } of rowsOf(source)) {
      const read = readCharity(source.layout, at, postcodeOf);
      // A branch: its main charity stands for it, and nothing is to be put right.
      if (!read) continue;
      yield 'reason' in read
        ? { file, line, ...read }
        : { file, line, ...read, row: { ...read.row, digest: digestOf(read.row) } };
    }
  }
}

async function* rowsOf({
  path,
  csv,
}: Source): AsyncGenerator<{ line: number; at: (name: string) => string }> {
  if (!csv) {
    let line = 0;
    for await (const row of jsonRows(path)) {
      line += 1;
      yield { line, at: (name) => row.get(name) ?? '' };
    }
    return;
  }
  const columns = new Map(csv.headings.map((heading, index) => [plain(heading), index]));
  for await (const { line, cells } of readRows(csv)) {
    yield { line, at: (name) => cells[columns.get(name) ?? -1] ?? '' };
  }
}

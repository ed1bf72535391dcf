import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Ctx } from '../../../platform/ctx.ts';
import { levelsOfCodes, type NewArea, takeAreas } from '../../areas/door.ts';
import {
  type AreaBook,
  type AreaColumn,
  areaHeadings,
  areasOf,
  isCouncilList,
  newBook,
  readArea,
  readCouncil,
  readShapes,
} from '../rules/area-files.ts';
import { whyNotInside } from '../rules/area-row.ts';
import { guessColumns } from '../rules/headings.ts';
import { shapesOf } from '../rules/topojson.ts';
import { type Columns, type Item, Unreadable } from '../words/import.ts';
import { GeoJson, TopoJson } from '../words/shapes.ts';
import type { List } from './list.ts';
import { digestOf, type Given } from './organisations.ts';
import { type CheckedCsv, checkCsv, readRows } from './read-csv.ts';

/** An area with the row it stood in, or the row and the reason why it was not taken. */
interface Reading {
  book: AreaBook;
  files: CheckedCsv[];
  /** Where the areas of our own layout stand. */
  lines: Map<string, { file: number; line: number }>;
  rejects: { file: number; line: number; reason: string }[];
}

/** All files of an area tree together: outlines from one, names and parents from another. */
export async function areaList(ctx: Ctx, given: Given): Promise<List<NewArea>> {
  const reading: Reading = { book: newBook(), files: [], lines: new Map(), rejects: [] };
  const isJson = (path: string): boolean => /[.](geo)?json([.]gz)?$/i.test(path);
  for (const path of given.paths.filter(isJson)) await readJson(reading.book, path);
  for (const path of given.paths.filter((one) => !isJson(one))) await readCsv(reading, path, given);
  await refuseLost(ctx, reading);
  const areas = areasOf(reading.book);
  const items = itemsOf(areas, reading);
  return {
    kind: 'areas',
    source: given.source,
    fileNames: given.paths.map((path) => basename(path)),
    files: reading.files,
    digest: digestOf([areas, reading.rejects]),
    rowsAtOnce: Number.POSITIVE_INFINITY,
    items: () => items,
    take: async (tx, rows) => ({ matched: 0, ...(await takeAreas(tx, ctx, rows, given.source)) }),
  };
}

function itemsOf(areas: readonly NewArea[], { lines, rejects }: Reading): Item<NewArea>[] {
  const taken = areas.map((row, index) => ({
    ...(lines.get(row.code) ?? { file: 0, line: index + 1 }),
    row,
  }));
  return [...taken, ...rejects];
}

/** A row goes when what it lies in is not there, and then what lies in it goes, too. */
async function refuseLost(ctx: Ctx, { book, lines, rejects }: Reading): Promise<void> {
  const named = [...lines.keys()].flatMap((code) => book.areas.get(code)?.parentCode ?? []);
  const known = await levelsOfCodes(ctx.db.open, [...new Set(named)]);
  const levelOf = (code: string) => book.areas.get(code)?.level ?? known.get(code);
  for (let lost = true; lost; ) {
    lost = false;
    for (const [code, where] of lines) {
      const area = book.areas.get(code);
      const reason = area && whyNotInside(area, levelOf);
      if (reason === undefined) continue;
      book.areas.delete(code);
      lines.delete(code);
      rejects.push({ ...where, reason });
      lost = true;
    }
  }
}

/** Layers of the ONS TopoJSON and the level each has here; any other file has one layer, of boroughs. */
const layerLevels = { CTRY: 'region', RGN: 'sub_region', LTLA: 'borough' } as const;

async function readJson(book: AreaBook, path: string): Promise<void> {
  const name = basename(path);
  const parsed = await parseJson(path);
  const topology = TopoJson.safeParse(parsed);
  if (topology.success) {
    const layers = Object.keys(topology.data.objects);
    const known = Object.entries(layerLevels).filter(([layer]) => layers.includes(layer));
    const [only] = layers;
    if (known.length === 0 && (layers.length > 1 || only === undefined)) {
      throw new Unreadable(`${name} has the layers ${layers.join(', ')}, and none is known.`);
    }
    for (const [layer, level] of known) readShapes(book, shapesOf(topology.data, layer), level);
    if (known.length === 0 && only) readShapes(book, shapesOf(topology.data, only), 'borough');
    return;
  }
  const collection = GeoJson.safeParse(parsed);
  if (!collection.success)
    throw new Unreadable(`${name} is neither TopoJSON nor a GeoJSON FeatureCollection.`);
  const shapes = collection.data.features.map(({ properties, geometry }) => ({
    properties: properties ?? {},
    outline: geometry ?? undefined,
  }));
  readShapes(book, shapes, 'borough');
}

async function parseJson(path: string): Promise<unknown> {
  const bytes = await readFile(path);
  try {
    return JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch {
    throw new Unreadable(`${basename(path)} is no JSON.`);
  }
}

async function readCsv(reading: Reading, path: string, given: Given): Promise<void> {
  let columns: Columns<AreaColumn> = new Map();
  const codes = new Map<string, string>();
  const file = await checkCsv(path, (headings) => {
    const guess = guessColumns(headings, areaHeadings, given.map);
    given.say(`Headings: ${guess.said.map(({ theirs, ours }) => `${theirs} = ${ours}`).join(', ')}`);
    columns = guess.columns;
    return ({ cells }) => {
      codes.set(cellOf(cells, columns, 'own_code'), cellOf(cells, columns, 'code'));
    };
  });
  if (!columns.has('code') || !columns.has('name')) {
    throw new Unreadable(`${file.name} has no columns “code” and “name”, so nothing in it is an area.`);
  }
  reading.files.push(file);
  await readAreaRows(reading, file, columns, codes);
}

async function readAreaRows(
  reading: Reading,
  file: CheckedCsv,
  columns: Columns<AreaColumn>,
  codes: ReadonlyMap<string, string>,
): Promise<void> {
  const index = reading.files.indexOf(file);
  const seen = new Map<string, number>();
  for await (const { line, cells } of readRows(file)) {
    const at = (name: AreaColumn): string => cellOf(cells, columns, name);
    if (isCouncilList(columns)) {
      readCouncil(reading.book, at, (own) => codes.get(own) ?? '');
      continue;
    }
    const before = seen.get(at('code'));
    const read =
      before === undefined ? readArea(reading.book, at) : { reason: `Line ${before} has the same code.` };
    if ('reason' in read) {
      reading.rejects.push({ file: index, line, reason: read.reason });
      continue;
    }
    seen.set(at('code'), line);
    reading.lines.set(read.area.code, { file: index, line });
  }
}

function cellOf(cells: readonly string[], columns: Columns<AreaColumn>, name: AreaColumn): string {
  const index = columns.get(name);
  return index === undefined ? '' : (cells[index]?.trim() ?? '');
}

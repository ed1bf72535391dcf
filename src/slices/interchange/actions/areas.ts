import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Ctx } from '../../../platform/ctx.ts';
import { type NewArea, takeAreas } from '../../areas/door.ts';
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
import { guessColumns } from '../rules/headings.ts';
import { shapesOf } from '../rules/topojson.ts';
import { type Columns, Unreadable } from '../words/import.ts';
import { GeoJson, TopoJson } from '../words/shapes.ts';
import { digestOf, type Given } from './organisations.ts';
import { type CheckedCsv, checkCsv, readRows } from './read-csv.ts';
import type { List } from './run.ts';

/** All files of an area tree together: outlines from one, names and parents from another. It is taken whole or not. */
export async function areaList(ctx: Ctx, given: Given): Promise<List<NewArea>> {
  const book = newBook();
  const isJson = (path: string): boolean => /[.](geo)?json([.]gz)?$/i.test(path);
  for (const path of given.paths.filter(isJson)) await readJson(book, path);
  for (const path of given.paths.filter((one) => !isJson(one))) await readCsv(book, path, given);
  const areas = areasOf(book);
  return {
    kind: 'areas',
    source: given.source,
    fileNames: given.paths.map((path) => basename(path)),
    files: [],
    digest: digestOf(areas),
    rowsAtOnce: Number.POSITIVE_INFINITY,
    items: () => areas.map((row, index) => ({ file: 0, line: index + 1, row })),
    take: async (tx, rows) => ({ matched: 0, ...(await takeAreas(tx, ctx, rows, given.source)) }),
  };
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

async function readCsv(book: AreaBook, path: string, given: Given): Promise<void> {
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
  await readAreaRows(book, file, columns, codes);
}

async function readAreaRows(
  book: AreaBook,
  file: CheckedCsv,
  columns: Columns<AreaColumn>,
  codes: ReadonlyMap<string, string>,
): Promise<void> {
  const isCouncils = isCouncilList(columns);
  for await (const { line, cells } of readRows(file)) {
    const at = (name: AreaColumn): string => cellOf(cells, columns, name);
    if (isCouncils) readCouncil(book, at, (own) => codes.get(own) ?? '');
    else readArea(book, at, `${file.name}, line ${line}`);
  }
}

function cellOf(cells: readonly string[], columns: Columns<AreaColumn>, name: AreaColumn): string {
  const index = columns.get(name);
  return index === undefined ? '' : (cells[index]?.trim() ?? '');
}

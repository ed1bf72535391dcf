import type { NewOutcode, NewPostcode } from '../../areas/door.ts';
import type { Columns } from '../words/import.ts';
import { line } from './cells.ts';
import type { Headings } from './headings.ts';
import type { Read } from './organisation-row.ts';

/** Our own layout, the ONS Postcode Directory (its names change with the year) and lists of first halves. */
export const postcodeHeadings = {
  postcode: ['pcds', 'postcode', 'pcd', 'pcd7', 'pcd2', 'pcd8'],
  outcode: ['outcode'],
  lat: ['lat', 'latitude'],
  lon: ['long', 'lon', 'lng', 'longitude'],
  council: ['lad', 'laua', 'oslaua', 'lad25cd', 'lad24cd', 'lad23cd', 'admin_district_code', 'council'],
  ward: ['ward', 'osward', 'wd25cd', 'wd24cd', 'wd23cd', 'admin_ward_code'],
  town: ['town', 'post_town'],
  eastings: ['eastings', 'east1m', 'oseast1m'],
  northings: ['northings', 'north1m', 'osnrth1m'],
  ended: ['doterm'],
} as const satisfies Headings<string>;
export type PostcodeColumn = keyof typeof postcodeHeadings;

/** Code-Point Open comes without headings; these are those of its user guide. */
const codePoint = new Map<PostcodeColumn, number>([
  ['postcode', 0],
  ['eastings', 2],
  ['northings', 3],
  ['council', 8],
  ['ward', 9],
]);

/** The columns of a file of Code-Point Open, when its first line is a postcode already. */
export function codePointColumns(
  first: readonly string[],
  isPostcode: (text: string) => boolean,
): Columns<PostcodeColumn> | undefined {
  return first.length >= 10 && isPostcode(line(first[0])) ? codePoint : undefined;
}

export function isOutcodeList(columns: Columns<PostcodeColumn>): boolean {
  return columns.has('outcode') || (columns.has('town') && !columns.has('council'));
}

export interface PostcodeTools {
  /** The postcode as it is written, and whether it is whole. */
  read(text: string): { postcode: string; isWhole: boolean } | undefined;
  /** Metres on the national grid to degrees. */
  toDegrees(east: number, north: number): { lat: number; lon: number };
}

export function readPostcodeRow(
  cells: readonly string[],
  columns: Columns<PostcodeColumn>,
  tools: PostcodeTools,
): Read<NewPostcode> {
  const at = cellsOf(cells, columns);
  if (at('ended') !== '') return { reason: 'This postcode has ended.' };
  const read = tools.read(at('postcode'));
  if (!read?.isWhole) return { reason: `“${at('postcode')}” is no whole postcode.` };
  const point = pointOf(at, tools);
  if (!point) return { reason: 'There is no point on the map.' };
  const ward = at('ward');
  const innerCode = ward === '' ? {} : { innerCode: ward };
  return { row: { postcode: read.postcode, ...point, areaCode: at('council'), ...innerCode } };
}

export function readOutcodeRow(
  cells: readonly string[],
  columns: Columns<PostcodeColumn>,
  tools: PostcodeTools,
): Read<NewOutcode> {
  const at = cellsOf(cells, columns);
  const typed = at('outcode') || at('postcode');
  const read = tools.read(typed);
  if (!read || read.isWhole) return { reason: `“${typed}” is no first half of a postcode.` };
  const point = pointOf(at, tools);
  if (!point) return { reason: 'There is no point on the map.' };
  return { row: { outcode: read.postcode, ...point, town: at('town') } };
}

type At = (name: PostcodeColumn) => string;

function cellsOf(cells: readonly string[], columns: Columns<PostcodeColumn>): At {
  return (name) => {
    const index = columns.get(name);
    return index === undefined ? '' : (cells[index]?.trim() ?? '');
  };
}

/** The directory writes 99.999999 for a postcode without a grid reference, Code-Point Open noughts. */
function pointOf(at: At, tools: PostcodeTools): { lat: number; lon: number } | undefined {
  const lat = Number(at('lat') || 'x');
  const lon = Number(at('lon') || 'x');
  if (Number.isFinite(lat) && Number.isFinite(lon)) {
    return Math.abs(lat) > 90 || Math.abs(lon) > 180 || (lat === 0 && lon === 0) ? undefined : { lat, lon };
  }
  const east = Number(at('eastings') || 'x');
  const north = Number(at('northings') || 'x');
  if (!Number.isFinite(east) || !Number.isFinite(north) || (east === 0 && north === 0)) return undefined;
  return tools.toDegrees(east, north);
}

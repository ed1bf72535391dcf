import type { NewArea } from '../../areas/door.ts';
import { countries, englishRegions } from '../lists/regions.ts';
import { type Columns, Unreadable } from '../words/import.ts';
import type { Polygonal, Shape } from '../words/shapes.ts';
import { type ReadArea, readAreaRow } from './area-row.ts';
import { line } from './cells.ts';
import type { Headings } from './headings.ts';

export const areaHeadings = {
  code: ['code', 'area_code', 'gss_code'],
  name: ['name', 'area_name', 'nice_name'],
  level: ['level'],
  parent: ['parent', 'parent_code'],
  lat: ['lat', 'latitude'],
  lon: ['lon', 'long', 'lng', 'longitude'],
  // Of the list of councils that mySociety keeps.
  nation: ['nation'],
  region: ['region'],
  own_code: ['local_authority_code'],
  ended: ['end_date'],
  replaced_by: ['replaced_by'],
  is_lower: ['lower_or_unitary'],
  former_codes: ['former_gss_codes'],
} as const satisfies Headings<string>;
export type AreaColumn = keyof typeof areaHeadings;

/** What the files say of areas, put together by code; a later file adds to what an earlier one said. */
export interface AreaBook {
  areas: Map<string, BookArea>;
  /** Codes of councils that are no more, with the codes of what took their place. */
  replaced: Map<string, string[]>;
}

type BookArea = Omit<NewArea, 'outline'> & { outline?: Polygonal };

export function newBook(): AreaBook {
  return { areas: new Map(), replaced: new Map() };
}

const levels = ['region', 'sub_region', 'borough', 'neighbourhood'] as const;

/** One row of our own layout; the reason when it cannot be taken. */
export function readArea(book: AreaBook, at: (name: AreaColumn) => string): ReadArea {
  const read = readAreaRow({
    ...{ code: at('code'), name: at('name'), level: at('level'), parent: at('parent') },
    ...{ lat: at('lat'), lon: at('lon') },
  });
  if ('area' in read) add(book, read.area);
  return read;
}

export function isCouncilList(columns: Columns<AreaColumn>): boolean {
  return columns.has('nation') && columns.has('region') && columns.has('code');
}

/** One row of the list of councils: those of today, under their region or country; those of yesterday replaced. */
export function readCouncil(
  book: AreaBook,
  at: (name: AreaColumn) => string,
  codeOf: (own: string) => string,
): void {
  const code = line(at('code'));
  if (code === '' || line(at('is_lower')).toLowerCase() !== 'true') return;
  const heirs = line(at('replaced_by')).split(/[ ,;]+/);
  if (line(at('ended')) !== '') {
    book.replaced.set(
      code,
      heirs.map(codeOf).filter((heir) => heir !== ''),
    );
    return;
  }
  for (const former of line(at('former_codes')).split(/[ ,;]+/)) {
    if (former !== '') book.replaced.set(former, [code]);
  }
  const parentCode = addParents(book, line(at('nation')), line(at('region')));
  add(book, {
    code,
    name: line(at('name')),
    level: 'borough',
    ...(parentCode ? { parentCode } : {}),
    ...point(at),
  });
}

/** Shapes of a layer whose level is known; without a code a shape is known by its name. */
export function readShapes(book: AreaBook, shapes: readonly Shape[], level: NewArea['level']): void {
  for (const { properties, outline } of shapes) {
    const name = textOf(properties, ['AREANM', 'areanm', 'name', 'NAME']);
    const code = textOf(properties, ['AREACD', 'areacd', 'code', 'CODE', 'id']) || codeNamed(book, name);
    if (code === '' || name === '') throw new Unreadable('A shape has neither a code nor a name.');
    const own = textOf(properties, ['level']);
    // The layer of regions names small countries again: what an earlier layer said stands.
    const ownLevel = levels.find((one) => one === own) ?? book.areas.get(code)?.level ?? level;
    const parentCode = textOf(properties, ['parent']) || countryOf(book, code);
    add(book, {
      code,
      name,
      level: ownLevel,
      ...(parentCode && parentCode !== code ? { parentCode } : {}),
      ...(outline ? { outline } : {}),
    });
  }
}

/** The areas of today: what was replaced leaves its land to its heirs. */
export function areasOf(book: AreaBook): NewArea[] {
  const pieces = new Map<string, Polygonal[]>();
  for (const [code, heirs] of book.replaced) {
    const outline = book.areas.get(code)?.outline;
    book.areas.delete(code);
    for (const heir of heirs) {
      if (outline) pieces.set(heir, [...(pieces.get(heir) ?? []), outline]);
    }
  }
  for (const [code, outlines] of pieces) {
    const area = book.areas.get(code);
    if (area && !area.outline) book.areas.set(code, { ...area, outline: together(outlines) });
  }
  return [...book.areas.values()];
}

function add(book: AreaBook, area: BookArea): void {
  const before = book.areas.get(area.code);
  book.areas.set(area.code, { ...before, ...area });
}

function addParents(book: AreaBook, nation: string, region: string): string | undefined {
  const country = Object.entries(countries).find(([name]) => name === nation);
  if (!country) return undefined;
  const [name, code] = country;
  if (!book.areas.has(code)) add(book, { code, name, level: 'region' });
  const found = Object.entries(englishRegions).find(([one]) => one === region);
  if (!found) return code;
  const [regionName, regionCode] = found;
  add(book, { code: regionCode, name: regionName, level: 'sub_region', parentCode: code });
  return regionCode;
}

/** The first letter of a code is that of its country. */
function countryOf(book: AreaBook, code: string): string | undefined {
  if (!/^[ENSW]\d{8}$/.test(code)) return undefined;
  const country = Object.entries(countries).find(([, one]) => one.startsWith(code.slice(0, 1)));
  return country && country[1] !== code ? addParents(book, country[0], '') : undefined;
}

function codeNamed(book: AreaBook, name: string): string {
  const known = [...book.areas.values()].find((area) => area.name.toLowerCase() === name.toLowerCase());
  return known?.code ?? name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

function textOf(properties: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  const found = names.map((name) => properties[name]).find((value) => value !== undefined && value !== null);
  return found === undefined ? '' : line(String(found));
}

function point(at: (name: AreaColumn) => string): { lat: number; lon: number } | object {
  const [lat, lon] = [Number(at('lat') || 'x'), Number(at('lon') || 'x')];
  return Number.isFinite(lat) && Number.isFinite(lon) ? { lat, lon } : {};
}

function together(outlines: readonly Polygonal[]): Polygonal {
  const coordinates = outlines.flatMap((one) =>
    one.type === 'Polygon' ? [one.coordinates] : one.coordinates,
  );
  return { type: 'MultiPolygon', coordinates };
}

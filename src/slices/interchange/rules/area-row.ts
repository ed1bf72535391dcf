import type { Level, NewArea } from '../../areas/door.ts';
import { line } from './cells.ts';

/** A row of our own layout as it was typed. */
export interface TypedArea {
  code: string;
  name: string;
  level: string;
  parent: string;
  lat: string;
  lon: string;
}

/** Without an outline: those come from other files. */
export type ReadArea = { area: Omit<NewArea, 'outline'> } | { reason: string };

const order = ['region', 'sub_region', 'borough', 'neighbourhood'] as const satisfies readonly Level[];

/** Words under which levels are known besides their own. */
const levelNames: Readonly<Record<string, Level>> = {
  ...{ region: 'region', country: 'region' },
  ...{ sub_region: 'sub_region', 'sub-region': 'sub_region', 'sub region': 'sub_region' },
  ...{ borough: 'borough', council: 'borough', district: 'borough' },
  ...{ neighbourhood: 'neighbourhood', ward: 'neighbourhood' },
};

/** The United Kingdom with its islands, in degrees. */
const country = { south: 49, north: 61.5, west: -9.5, east: 2.5 };

/** One row, or the reason why not in the words that whoever made the list reads. */
export function readAreaRow(row: TypedArea): ReadArea {
  const [code, name, parentCode] = [line(row.code), line(row.name), line(row.parent)];
  if (code === '') return { reason: 'There is no code. It may be one of your own, like V01.' };
  if (!/^[\w.-]{1,40}$/.test(code)) {
    return {
      reason: `“${code.slice(0, 40)}” is no code: it has letters, figures, dots and hyphens only, at most 40.`,
    };
  }
  if (name === '') return { reason: 'There is no name.' };
  if (name.length > 120) return { reason: 'The name is longer than 120 characters.' };
  const typed = line(row.level).toLowerCase() || 'borough';
  const level = Object.hasOwn(levelNames, typed) ? levelNames[typed] : undefined;
  if (!level) return { reason: `“${typed}” is no level. There are: ${order.join(', ')}.` };
  if (parentCode === code) return { reason: 'It lies in itself: the parent is its own code.' };
  if (parentCode !== '' && level === 'region') {
    return { reason: 'A region is the highest level, so it has no parent.' };
  }
  const point = readPoint(line(row.lat), line(row.lon));
  if (point.reason !== undefined) return { reason: point.reason };
  return { area: { code, name, level, ...(parentCode === '' ? {} : { parentCode }), ...point.at } };
}

function readPoint(lat: string, lon: string): { at?: { lat: number; lon: number }; reason?: string } {
  if (lat === '' && lon === '') return {};
  if (lat === '' || lon === '') return { reason: 'A point needs both latitude and longitude.' };
  const [y, x] = [Number(lat), Number(lon)];
  if (!Number.isFinite(y) || !Number.isFinite(x)) {
    return { reason: `“${lat}, ${lon}” is no point. It is written in degrees, like 51.5 and -0.35.` };
  }
  if (isInside(y, x)) return { at: { lat: y, lon: x } };
  return {
    reason: isInside(x, y)
      ? 'Latitude and longitude stand the wrong way round.'
      : `The point ${lat}, ${lon} is not in the United Kingdom.`,
  };
}

function isInside(lat: number, lon: number): boolean {
  const { south, north, west, east } = country;
  return lat >= south && lat <= north && lon >= west && lon <= east;
}

/** Why an area cannot lie where it says; `levelOf` knows the areas of the file and those that were there. */
export function whyNotInside(
  area: NewArea,
  levelOf: (code: string) => Level | undefined,
): string | undefined {
  if (area.parentCode === undefined) return undefined;
  const parent = levelOf(area.parentCode);
  if (!parent) return `It lies in ${area.parentCode}, which is neither in the file nor known.`;
  if (order.indexOf(parent) < order.indexOf(area.level)) return undefined;
  return `It lies in ${area.parentCode}, and that is a ${parent.replace('_', '-')}, which is no higher level.`;
}

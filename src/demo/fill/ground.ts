import { loadAreas, loadLines, loadOutcodes, loadPostcodes } from '../../slices/areas/door.ts';
import type { Region } from '../region/region.ts';
import type { DemoArea, DemoPostcode } from '../region/shapes.ts';
import type { Stage } from './stage.ts';

/** Areas, postcodes, and the lines that are drawn under every map. */
export async function layGround(stage: Stage, region: Region, at: Date): Promise<void> {
  const ctx = stage.asJob(at);
  const source = 'Invented for practice';
  await loadAreas(ctx, region.areas.map(area), source);
  await loadOutcodes(ctx, outcodes(region), source);
  await loadPostcodes(ctx, region.postcodes.map(postcode), source);
  await loadLines(ctx, [
    ...region.water.map(({ name, line }) => ({ kind: 'water' as const, name, shape: lineString(line) })),
    ...region.rail.map(({ name, line }) => ({ kind: 'rail' as const, name, shape: lineString(line) })),
  ]);
}

function area({ code, name, level, parent, lat, lon, outline }: DemoArea) {
  return {
    code,
    name,
    level,
    lat,
    lon,
    ...(parent ? { parentCode: parent } : {}),
    ...(outline ? { outline: { type: 'Polygon', coordinates: [outline] } } : {}),
  };
}

function postcode({ postcode: code, lat, lon, borough, neighbourhood }: DemoPostcode) {
  return { postcode: code, lat, lon, areaCode: borough, innerCode: neighbourhood };
}

/** First halves of postcodes, called by the part of the region that most of their homes are in. */
function outcodes(region: Region) {
  const names = new Map(region.areas.map(({ code, name }) => [code, name]));
  const firstHalves = [...new Set(region.postcodes.map((one) => firstHalf(one.postcode)))];
  return firstHalves.map((outcode) => {
    const homes = region.postcodes.filter((one) => firstHalf(one.postcode) === outcode);
    return {
      outcode,
      lat: mean(homes.map(({ lat }) => lat)),
      lon: mean(homes.map(({ lon }) => lon)),
      town: names.get(mostCommon(homes.map(({ neighbourhood }) => neighbourhood))) ?? outcode,
      areaCode: mostCommon(homes.map(({ borough }) => borough)),
    };
  });
}

function firstHalf(code: string): string {
  return code.split(' ')[0] ?? '';
}

function mostCommon(words: readonly string[]): string {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].sort(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function lineString(coordinates: readonly unknown[]) {
  return { type: 'LineString', coordinates };
}

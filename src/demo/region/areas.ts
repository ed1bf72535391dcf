import { dice } from './dice.ts';
import { railways, rivers } from './lists/corners.ts';
import { boroughs, subRegions } from './lists/places.ts';
import { ringInDegrees, ringInKm } from './outlines.ts';
import { isInside, type Km, kmBetween, toLonLat } from './plane.ts';
import type { DemoArea, DemoLine } from './shapes.ts';

export interface Part {
  code: string;
  name: string;
  borough: string;
  centre: Km;
}

const regionCode = 'V00';

/** Towns and neighbourhoods with their middles: the first of a borough lies near its middle. */
export function parts(): Part[] {
  return boroughs.flatMap((borough) => {
    const ring = ringInKm(borough.code);
    const centres = spread(ring, borough.parts.length, borough.code);
    return borough.parts.map((name, index) => ({
      code: `${borough.code}${String(index + 1).padStart(2, '0')}`,
      name,
      borough: borough.code,
      centre: centres[index] ?? middle(ring),
    }));
  });
}

export function areas(): DemoArea[] {
  const region = { code: regionCode, name: 'Ambry Vale', level: 'region', ...at([12.5, 9.7]) } as const;
  const subs = subRegions.map((sub): DemoArea => {
    const rings = boroughs.filter((b) => b.within === sub.code).map((b) => middle(ringInKm(b.code)));
    return { ...sub, level: 'sub_region', parent: regionCode, ...at(middle(rings)) };
  });
  const inner = boroughs.map(({ code, name, within }): DemoArea => {
    const outline = ringInDegrees(code);
    return { code, name, level: 'borough', parent: within, ...at(middle(ringInKm(code))), outline };
  });
  const small = parts().map(({ code, name, borough, centre }): DemoArea => {
    return { code, name, level: 'neighbourhood', parent: borough, ...at(centre) };
  });
  return [region, ...subs, ...inner, ...small];
}

export function water(): DemoLine[] {
  return rivers.map(({ name, line }) => ({ name, line: line.map(toLonLat) }));
}

export function rail(): DemoLine[] {
  return railways.map(({ name, line }) => ({ name, line: line.map(toLonLat) }));
}

/** Mitchell’s best candidate: each new middle is the farthest of forty throws from those already set. */
function spread(ring: readonly Km[], count: number, seed: string): Km[] {
  const throws = dice(`parts ${seed}`);
  const set: Km[] = [middle(ring)];
  while (set.length < count) {
    let best: Km | undefined;
    let bestGap = -1;
    for (let i = 0; i < 40; i += 1) {
      const candidate = throwInside(ring, throws.next);
      const gap = Math.min(...set.map((other) => kmBetween(other, candidate)), 2 * edgeGap(ring, candidate));
      if (gap > bestGap) [best, bestGap] = [candidate, gap];
    }
    if (best) set.push(best);
  }
  return set;
}

export function throwInside(ring: readonly Km[], next: () => number): Km {
  const east = ring.map(([x]) => x);
  const north = ring.map(([, y]) => y);
  const [left, right, low, high] = [
    Math.min(...east),
    Math.max(...east),
    Math.min(...north),
    Math.max(...north),
  ];
  for (;;) {
    const point: Km = [left + next() * (right - left), low + next() * (high - low)];
    if (isInside(ring, point)) return point;
  }
}

function edgeGap(ring: readonly Km[], point: Km): number {
  return Math.min(...ring.map((corner) => kmBetween(corner, point)));
}

function middle(points: readonly Km[]): Km {
  const sum = points.reduce<[number, number]>(([x, y], [px, py]) => [x + px, y + py], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

function at(point: Km): { lat: number; lon: number } {
  const [lon, lat] = toLonLat(point);
  return { lat, lon };
}

import type { LonLat } from './shapes.ts';

/** A place on the drawing board: kilometres east and north of the region's south-west corner. */
export type Km = readonly [east: number, north: number];

/** Open sea between Man and Anglesey, so that no invented street lies on a real one. */
const corner = { lon: -4.94, lat: 53.775 };
const kmPerDegree = { lon: 65.64, lat: 111.29 };

export function toLonLat([east, north]: Km): LonLat {
  return [round(corner.lon + east / kmPerDegree.lon), round(corner.lat + north / kmPerDegree.lat)];
}

/** Metres; good to a few in a thousand over a region this small. */
export function metresBetween([lonA, latA]: LonLat, [lonB, latB]: LonLat): number {
  return Math.hypot((lonA - lonB) * kmPerDegree.lon, (latA - latB) * kmPerDegree.lat) * 1000;
}

export function kmBetween(a: Km, b: Km): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** Even-odd rule; works for kilometres and for degrees alike. */
export function isInside(ring: readonly (readonly [number, number])[], [x, y]: readonly [number, number]) {
  let inside = false;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before && point[1] > y !== before[1] > y) {
      const crossing = point[0] + ((y - point[1]) / (before[1] - point[1])) * (before[0] - point[0]);
      if (x < crossing) inside = !inside;
    }
    before = point;
  }
  return inside;
}

/** Five decimals are about a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

import type { Plane } from '../words.ts';
import { toPlane } from './places.ts';

const metresPerDegree = 111_320;

/**
 * Metres on the British National Grid to WGS84 degrees: the point that `toPlane` puts there, found by steps that each
 * leave a hundredth of the error. Four of them are far below a millimetre anywhere on the grid.
 */
export function toDegrees(plane: Plane): { lat: number; lon: number } {
  let lat = 49.766 + (plane.y + 100_000 - 0) / 111_240;
  let lon = -2 + (plane.x - 400_000) / (metresPerDegree * Math.cos((lat * Math.PI) / 180));
  for (let step = 0; step < 5; step += 1) {
    const there = toPlane(lat, lon);
    lat += (plane.y - there.y) / metresPerDegree;
    lon += (plane.x - there.x) / (metresPerDegree * Math.cos((lat * Math.PI) / 180));
  }
  return { lat, lon };
}

import type { Plane } from '../words.ts';
import { toPlane } from './places.ts';

const metresPerDegree = 111_320;
const closeEnoughMetres = 0.001;

/**
 * Metres on the British National Grid to WGS84 degrees: the point that `toPlane` puts there. Each step leaves less
 * than a tenth of the error, because the grid is nearly upright everywhere on it.
 */
export function toDegrees(plane: Plane): { lat: number; lon: number } {
  let lat = 49.766 + (plane.y + 100_000) / 111_240;
  let lon = -2 + (plane.x - 400_000) / (metresPerDegree * Math.cos((lat * Math.PI) / 180));
  for (let step = 0; step < 20; step += 1) {
    const there = toPlane(lat, lon);
    const [east, north] = [plane.x - there.x, plane.y - there.y];
    if (Math.hypot(east, north) < closeEnoughMetres) break;
    lat += north / metresPerDegree;
    lon += east / (metresPerDegree * Math.cos((lat * Math.PI) / 180));
  }
  return { lat, lon };
}

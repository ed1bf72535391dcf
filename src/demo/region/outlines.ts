import { dice } from './dice.ts';
import { borders, corners } from './lists/corners.ts';
import { type Km, kmBetween, toLonLat } from './plane.ts';
import type { LonLat } from './shapes.ts';

/** The ring of a borough in kilometres, closed. Neighbours share the very same points. */
export function ringInKm(boroughCode: string): Km[] {
  const names = borders[boroughCode];
  if (!names) throw new Error(`No border is drawn for ${boroughCode}.`);
  const ring = names.flatMap((name, index) => edge(name, names[(index + 1) % names.length] ?? name));
  const first = ring[0];
  return first ? [...ring, first] : ring;
}

export function ringInDegrees(boroughCode: string): LonLat[] {
  return ringInKm(boroughCode).map(toLonLat);
}

/** The wandering line from one corner to the next, without its last point; the same from both sides. */
function edge(from: string, to: string): Km[] {
  const forward = from < to;
  const line = forward ? wander(from, to) : wander(to, from).reverse();
  return line.slice(0, -1);
}

function wander(from: string, to: string): Km[] {
  const [a, b] = [cornerAt(from), cornerAt(to)];
  const length = kmBetween(a, b);
  const steps = Math.max(2, Math.round(length / 0.7));
  const throws = dice(`edge ${from} ${to}`);
  const line: Km[] = [];
  for (let step = 0; step <= steps; step += 1) {
    const t = step / steps;
    const taper = Math.sin(Math.PI * t);
    const off = step === 0 || step === steps ? 0 : (throws.next() - 0.5) * 0.8 * taper;
    line.push([
      a[0] + (b[0] - a[0]) * t + ((a[1] - b[1]) / length) * off,
      a[1] + (b[1] - a[1]) * t + ((b[0] - a[0]) / length) * off,
    ]);
  }
  return line;
}

function cornerAt(name: string): Km {
  const corner = corners[name];
  if (!corner) throw new Error(`No corner is called ${name}.`);
  return corner;
}

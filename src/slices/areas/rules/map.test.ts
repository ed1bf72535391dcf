import { expect, test } from 'vitest';
import { boxAround, drawMap, spreadPins } from './map.ts';

const size = { width: 420, height: 360 };
const square = (west: number, south: number, side: number) => [
  { x: west, y: south },
  { x: west + side, y: south },
  { x: west + side, y: south + side },
  { x: west, y: south + side },
  { x: west, y: south },
];

test('a box has room around what it holds, and is never tiny', () => {
  const box = boxAround([{ x: 1000, y: 1000 }]);

  expect(box).toEqual({ west: -500, south: -500, east: 2500, north: 2500 });
  expect(boxAround([])).toBeUndefined();
});

test('land is cut at the edges of the picture, and land outside is left out', () => {
  const ground = {
    outlines: [
      { code: 'V01', name: 'Around', middle: { x: 0, y: 0 }, rings: [square(-50_000, -50_000, 100_000)] },
      { code: 'V02', name: 'Far off', middle: { x: 90_000, y: 0 }, rings: [square(80_000, 0, 5000)] },
    ],
    lines: [],
  };

  const map = drawMap(ground, { west: -1000, south: -1000, east: 1000, north: 1000 }, size);

  expect(map.shapes.map((shape) => shape.id)).toEqual(['V01']);
  expect(map.shapes[0]?.path).toMatch(/^M[-\dl ]+z$/);
  expect(map.at({ x: 0, y: 0 })).toEqual({ x: 210, y: 180 });
});

test('dots that hardly matter are left out of a line', () => {
  const points = Array.from({ length: 500 }, (_, n) => ({ x: n * 10 - 2500, y: Math.sin(n) * 2 }));
  const ground = { outlines: [], lines: [{ kind: 'water' as const, points }] };

  const map = drawMap(ground, { west: -2500, south: -2000, east: 2500, north: 2000 }, size);

  expect(map.water[0]?.length).toBeLessThan(40);
});

test('pins that would hide one another move apart and stay in the picture', () => {
  const pins = Array.from({ length: 8 }, (_, number) => ({ number, x: 2, y: 2 }));

  const spread = spreadPins(pins, 27, size);

  for (const pin of spread) expect(pin.x >= 13 && pin.y >= 13).toBe(true);
  const apart = spread.flatMap((one, index) =>
    spread.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  );
  expect(Math.min(...apart)).toBeGreaterThan(20);
});

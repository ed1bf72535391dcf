import { expect, test } from 'vitest';
import { groundAsGeoJson } from './geojson.ts';
import { toPlane } from './places.ts';

const here = { lat: 51.5, lon: -0.35 };

test('ground is told in degrees, longitude first, each ring closed', () => {
  const { x, y } = toPlane(here.lat, here.lon);
  const ring = [
    { x, y },
    { x: x + 1000, y },
    { x, y: y + 1000 },
  ];
  const points = [
    { x, y },
    { x: x + 900, y },
  ];
  const ground = {
    outlines: [{ code: 'V01', name: 'Eastlock', middle: { x, y }, rings: [ring] }],
    lines: [{ kind: 'water' as const, points }],
  };

  const { features } = JSON.parse(groundAsGeoJson(ground));

  expect(features[0].properties).toEqual({
    kind: 'area',
    name: 'Eastlock',
    alt: false,
    middle: [-0.35, 51.5],
  });
  const [first, ...rest] = features[0].geometry.coordinates[0][0];
  expect(first).toEqual([-0.35, 51.5]);
  expect(rest.at(-1)).toEqual(first);
  expect(features[1]).toMatchObject({ properties: { kind: 'water' }, geometry: { type: 'MultiLineString' } });
  expect(features).toHaveLength(2);
});

test('however finely a region was drawn, a telephone is told a few thousand dots of it', () => {
  const coast = Array.from({ length: 200_000 }, (_, dot) => ({
    x: 500_000 + 40_000 * Math.cos(dot / 31_831) + 300 * Math.sin(dot * 1.7),
    y: 180_000 + 40_000 * Math.sin(dot / 31_831) + 300 * Math.cos(dot * 2.3),
  }));
  const outline = { code: 'V01', name: 'Vale', middle: { x: 500_000, y: 180_000 }, rings: [coast] };

  const text = groundAsGeoJson({ outlines: [outline], lines: [] });

  expect(text.length).toBeLessThan(150_000);
  expect(text.length).toBeGreaterThan(500);
});

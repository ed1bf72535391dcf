import { expect, test } from 'vitest';
import { type AreaColumn, areasOf, newBook, readArea, readCouncil, readShapes } from './area-files.ts';
import { shapesOf } from './topojson.ts';

function cells(row: Partial<Record<AreaColumn, string>>) {
  return (name: AreaColumn) => row[name] ?? '';
}

/** Two squares side by side that share the line between them. */
const squares = {
  type: 'Topology',
  transform: { scale: [0.5, 0.5], translate: [10, 50] },
  arcs: [
    [
      [2, 0],
      [0, 2],
    ],
    [
      [2, 2],
      [-2, 0],
      [0, -2],
      [2, 0],
    ],
    [
      [2, 2],
      [2, 0],
      [0, -2],
      [-2, 0],
    ],
  ],
  objects: {
    councils: {
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { AREACD: 'V01', AREANM: 'Eastlock' } },
        {
          type: 'Polygon',
          arcs: [[-1, ...[2].map((arc) => ~arc)].toReversed()],
          properties: { AREACD: 'V02', AREANM: 'Hartlow' },
        },
      ],
    },
  },
} as const;

test('neighbours get their outlines from the lines they share', () => {
  const topology = JSON.parse(JSON.stringify(squares));

  const [first] = shapesOf(topology, 'councils');

  expect(first?.outline).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [11, 50],
        [11, 51],
        [10, 51],
        [10, 50],
        [11, 50],
      ],
    ],
  });
});

test('a council that is no more leaves its land to its heir', () => {
  const book = newBook();
  const outline = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
    ],
  };
  readShapes(book, [{ properties: { AREACD: 'E07000026', AREANM: 'Allerdale' }, outline }], 'borough');

  const council = { nation: 'England', region: 'North West', is_lower: 'True' };
  const codeOf = (own: string) => (own === 'CBD' ? 'E06000063' : '');
  readCouncil(
    book,
    cells({ ...council, code: 'E07000026', name: 'Allerdale', ended: '2023-04-01', replaced_by: 'CBD' }),
    codeOf,
  );
  readCouncil(book, cells({ ...council, code: 'E06000063', name: 'Cumberland' }), codeOf);

  const found = areasOf(book).map(({ code, level, parentCode }) => [code, level, parentCode]);
  expect(found).toEqual([
    ['E92000001', 'region', undefined],
    ['E12000002', 'sub_region', 'E92000001'],
    ['E06000063', 'borough', 'E12000002'],
  ]);
  expect(areasOf(book).at(-1)?.outline).toEqual({ type: 'MultiPolygon', coordinates: [outline.coordinates] });
});

test('our own layout says level and parent, and what is wrong is said', () => {
  const book = newBook();
  readArea(book, cells({ code: 'V01', name: 'Eastlock', level: 'borough', parent: 'V00' }));

  expect(areasOf(book)).toEqual([{ code: 'V01', name: 'Eastlock', level: 'borough', parentCode: 'V00' }]);
  expect(readArea(book, cells({ code: 'V02', name: 'X', level: 'town' }))).toEqual({
    reason: '“town” is no level. There are: region, sub_region, borough, neighbourhood.',
  });
});

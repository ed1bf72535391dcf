import type { Polygonal, Shape, TopoJson, TopoShape } from '../words/shapes.ts';

type Line = number[][];

/** The shapes of one layer (TopoJSON 1.0: arcs are shared between neighbours, quantised and written as differences). */
export function shapesOf(topology: TopoJson, layer: string): Shape[] {
  const arcs = topology.arcs.map((arc) => unpacked(arc, topology.transform));
  const shapes = topology.objects[layer]?.geometries ?? [];
  return shapes.map((shape) => ({ properties: shape.properties ?? {}, outline: outlineOf(shape, arcs) }));
}

function unpacked(arc: Line, transform: TopoJson['transform']): Line {
  if (!transform) return arc;
  const [scaleX = 1, scaleY = 1] = transform.scale;
  const [moveX = 0, moveY = 0] = transform.translate;
  let [x, y] = [0, 0];
  return arc.map(([stepX = 0, stepY = 0]) => {
    x += stepX;
    y += stepY;
    return [rounded(x * scaleX + moveX), rounded(y * scaleY + moveY)];
  });
}

function outlineOf(shape: TopoShape, arcs: readonly Line[]): Polygonal {
  if (shape.type === 'Polygon') {
    return { type: 'Polygon', coordinates: shape.arcs.map((ring) => ringOf(ring, arcs)) };
  }
  const coordinates = shape.arcs.map((polygon) => polygon.map((ring) => ringOf(ring, arcs)));
  return { type: 'MultiPolygon', coordinates };
}

/** Arcs end to end; a negative number means the arc backwards. Each begins where the one before it ended. */
function ringOf(ring: readonly number[], arcs: readonly Line[]): Line {
  const points: Line = [];
  for (const index of ring) {
    const arc = arcs[index < 0 ? ~index : index] ?? [];
    const walked = index < 0 ? arc.toReversed() : arc;
    points.push(...(points.length === 0 ? walked : walked.slice(1)));
  }
  return points;
}

/** A metre is far finer than these outlines are. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

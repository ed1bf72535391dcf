import type { Ground, Plane } from '../words.ts';
import { toDegrees } from './grid.ts';
import { simplifyLine, simplifyRing } from './simplify.ts';

/** As many dots as a telephone draws without stuttering; about 40 KB compressed. */
const dotsMax = 6000;
const finestM = 20;
const coarsestM = 10_000;

interface Piece {
  readonly kind: 'area' | 'water' | 'rail';
  readonly name: string;
  readonly middle: Plane | undefined;
  readonly lines: readonly (readonly Plane[])[];
}

/** The ground of a map that can be moved, as GeoJSON (RFC 7946): as fine as a telephone can draw it. */
export function groundAsGeoJson(ground: Ground): string {
  const features = simplified(piecesOf(ground)).map(({ kind, name, middle, lines }, index) => ({
    type: 'Feature',
    properties:
      kind === 'area' ? { kind, name, alt: index % 2 === 1, middle: middle && inDegrees(middle) } : { kind },
    geometry:
      kind === 'area'
        ? { type: 'MultiPolygon', coordinates: lines.map((ring) => [closed(ring).map(inDegrees)]) }
        : { type: 'MultiLineString', coordinates: lines.map((line) => line.map(inDegrees)) },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function piecesOf({ outlines, lines }: Ground): Piece[] {
  const of = (kind: 'water' | 'rail') => ({
    ...{ kind, name: '', middle: undefined },
    lines: lines.filter((line) => line.kind === kind).map((line) => line.points),
  });
  const areas = outlines.map(({ name, middle, rings }) => ({
    ...{ kind: 'area' as const, name, middle },
    lines: rings,
  }));
  return [...areas, of('water'), of('rail')];
}

/** Twice as coarse again and again, until it is little enough; each round begins with what the finer one left. */
function simplified(pieces: readonly Piece[]): readonly Piece[] {
  let plainer = pieces;
  for (let tolerance = finestM; tolerance < coarsestM; tolerance *= 2) {
    plainer = plainer.map((piece) => plainerPiece(piece, tolerance));
    const dots = plainer.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.length, 0);
    if (dots <= dotsMax) break;
  }
  return plainer.filter(({ lines }) => lines.length > 0);
}

function plainerPiece(piece: Piece, tolerance: number): Piece {
  const isArea = piece.kind === 'area';
  const lines = piece.lines
    .map((line) => (isArea ? simplifyRing(line, tolerance) : simplifyLine(line, tolerance)))
    .filter((line) => line.length > (isArea ? 2 : 1));
  return { ...piece, lines };
}

function closed(ring: readonly Plane[]): Plane[] {
  return [...ring, ...ring.slice(0, 1)];
}

/** Longitude first; four places are about ten metres. */
function inDegrees(plane: Plane): [number, number] {
  const { lat, lon } = toDegrees(plane);
  return [rounded(lon), rounded(lat)];
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}

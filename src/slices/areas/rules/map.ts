import type { Box, DrawnMap, Ground, Plane } from '../words.ts';
import { apart, type Dot, simplifyLine, simplifyRing } from './simplify.ts';

interface Size {
  width: number;
  height: number;
}

/** Room around what is shown, and the smallest piece of land worth a picture, in metres. */
const paddingM = 700;
const smallestM = 3000;
/** On a larger piece the room grows with it, so that no pin sits on the edge. */
const edgePart = 0.06;
/** Dots that are no farther off than this do not show. */
const unit = 1;
/** How far outside the picture its edges are cut, so that the cut does not show. */
const bleed = 8;

/** The piece of land that holds all of these, with some room around it. */
export function boxAround(planes: readonly Plane[]): Box | undefined {
  const [first] = planes;
  if (!first) return undefined;
  const [west, east] = reach(planes.map((plane) => plane.x));
  const [south, north] = reach(planes.map((plane) => plane.y));
  return { west, south, east, north };
}

function reach(values: readonly number[]): [number, number] {
  // The dots of a region are more than a function takes as arguments.
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const room = Math.max(paddingM, (high - low) * edgePart, (smallestM - (high - low)) / 2);
  return [low - room, high + room];
}

/** Draws the ground of a box as short SVG paths: cut at the edges, simplified to a unit, in whole numbers. */
export function drawMap(ground: Ground, box: Box, size: Size): DrawnMap {
  const { scale, west, north } = fitted(box, size);
  const at = (plane: Plane) => ({
    x: Math.round((plane.x - west) * scale),
    y: Math.round((north - plane.y) * scale),
  });
  const edges = { left: -bleed, top: -bleed, right: size.width + bleed, bottom: size.height + bleed };

  const shapes = ground.outlines.flatMap((outline, index) => {
    const rings = outline.rings
      .map((ring) => simplifyRing(cut(ring.map(at), edges), unit))
      .filter((ring) => ring.length > 2);
    const [widest] = rings.toSorted((a, b) => b.length - a.length);
    if (!widest) return [];
    const label = labelAt({ name: outline.name, middle: at(outline.middle) }, widest, size);
    const path = rings.map((ring) => `${pathOf(ring)}z`).join('');
    return [
      { id: outline.code, name: outline.name, path, alt: index % 2 === 1, labelX: label.x, labelY: label.y },
    ];
  });
  const drawn = (kind: 'water' | 'rail') =>
    ground.lines
      .filter((line) => line.kind === kind)
      .flatMap((line) => pieces(line.points.map(at), edges).map(pathOf));
  return {
    viewBox: `0 0 ${size.width} ${size.height}`,
    shapes,
    water: drawn('water'),
    rail: drawn('rail'),
    at,
  };
}

/** The box fills the picture: its narrower side is widened, the middle stays. */
function fitted(box: Box, size: Size): { scale: number; west: number; north: number } {
  const [wide, high] = [Math.max(1, box.east - box.west), Math.max(1, box.north - box.south)];
  const scale = Math.min(size.width / wide, size.height / high);
  const west = (box.east + box.west) / 2 - size.width / scale / 2;
  const north = (box.north + box.south) / 2 + size.height / scale / 2;
  return { scale, west, north };
}

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Sutherland and Hodgman 1974: a polygon is cut at one edge after the other. */
function cut(ring: readonly Dot[], edges: Edges): Dot[] {
  const { left, top, right, bottom } = edges;
  const sides: { inside: (dot: Dot) => boolean; cross: (a: Dot, b: Dot) => Dot }[] = [
    { inside: (dot) => dot.x >= left, cross: (a, b) => atX(a, b, left) },
    { inside: (dot) => dot.x <= right, cross: (a, b) => atX(a, b, right) },
    { inside: (dot) => dot.y >= top, cross: (a, b) => atY(a, b, top) },
    { inside: (dot) => dot.y <= bottom, cross: (a, b) => atY(a, b, bottom) },
  ];
  let dots = [...ring];
  for (const { inside, cross } of sides) {
    if (dots.every(inside)) continue;
    dots = dots.flatMap((dot, index) => {
      const before = dots.at(index - 1) ?? dot;
      if (inside(dot)) return inside(before) ? [dot] : [cross(before, dot), dot];
      return inside(before) ? [cross(before, dot)] : [];
    });
  }
  return dots;
}

function atX(a: Dot, b: Dot, x: number): Dot {
  return { x, y: Math.round(a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x)) };
}

function atY(a: Dot, b: Dot, y: number): Dot {
  return { x: Math.round(a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)), y };
}

/** A line as the runs of it that come near the picture, each simplified. */
function pieces(line: readonly Dot[], { left, top, right, bottom }: Edges): Dot[][] {
  const near = (dot: Dot | undefined) =>
    dot !== undefined && dot.x >= left && dot.x <= right && dot.y >= top && dot.y <= bottom;
  const runs: Dot[][] = [[]];
  line.forEach((dot, index) => {
    if (near(dot) || near(line[index - 1]) || near(line[index + 1])) runs.at(-1)?.push(dot);
    else runs.push([]);
  });
  return runs.filter((run) => run.length > 1).map((run) => simplifyLine(run, unit));
}

/** Steps from dot to dot are shorter than places. */
function pathOf(line: readonly Dot[]): string {
  let before: Dot = { x: 0, y: 0 };
  let path = '';
  for (const [index, dot] of line.entries()) {
    path += index === 0 ? `M${dot.x} ${dot.y}` : `l${dot.x - before.x} ${dot.y - before.y}`;
    before = dot;
  }
  return path.replaceAll(' -', '-');
}

/** About how wide a letter of a name is. */
const letter = 8;

/** A name stands in the middle of its area, or of as much of it as the picture shows, and never leaves the picture. */
function labelAt(outline: { name: string; middle: Dot }, ring: readonly Dot[], size: Size): Dot {
  const { name, middle } = outline;
  const wide = name.length * letter;
  const isShown = middle.x > 0 && middle.y > 0 && middle.x < size.width && middle.y < size.height;
  const mean = (of: (dot: Dot) => number) => ring.reduce((sum, dot) => sum + of(dot), 0) / ring.length;
  const { x, y } = isShown ? middle : { x: mean((dot) => dot.x), y: mean((dot) => dot.y) };
  return {
    x: Math.round(Math.max(4, Math.min(x - wide / 2, size.width - wide - 4))),
    y: Math.round(Math.min(Math.max(y, 16), size.height - 8)),
  };
}

/** Moves pins that would hide one another apart, a little in each round; the list beside says where they are. */
export function spreadPins<Pin extends Dot>(pins: readonly Pin[], gap: number, size: Size): Pin[] {
  const moved = pins.map((pin) => ({ ...pin }));
  for (let round = 0; round < 60; round += 1) {
    const crowded = moved.flatMap((one, index) =>
      moved.slice(index + 1).filter((other) => push(one, other, gap, index)),
    );
    for (const pin of moved) keepInside(pin, gap / 2, size);
    if (crowded.length === 0) break;
  }
  return moved.map((pin) => ({ ...pin, x: Math.round(pin.x), y: Math.round(pin.y) }));
}

function keepInside(dot: Dot, room: number, size: Size): void {
  dot.x = Math.min(Math.max(dot.x, room), size.width - room);
  dot.y = Math.min(Math.max(dot.y, room), size.height - room);
}

function push(one: Dot, other: Dot, gap: number, seed: number): boolean {
  const distance = apart(one, other);
  if (distance >= gap) return false;
  const angle = distance === 0 ? seed * 2.4 : Math.atan2(other.y - one.y, other.x - one.x);
  const step = (gap - distance) / 2 + 0.1;
  one.x -= Math.cos(angle) * step;
  one.y -= Math.sin(angle) * step;
  other.x += Math.cos(angle) * step;
  other.y += Math.sin(angle) * step;
  return true;
}

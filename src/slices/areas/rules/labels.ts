interface Label {
  readonly name: string;
  readonly labelX: number;
  readonly labelY: number;
}

interface Dot {
  readonly x: number;
  readonly y: number;
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** About how wide a letter of a name is, how high it stands, and how far a pin reaches. */
const letter = 8;
const ascent = 13;
const descent = 4;
const pinReach = 14;

/** Where a name may go instead: below, above, and to either side by a part of its own width. */
const steps = [0, 24, -22, 44, -42];
const sides = [0, -0.5, 0.5, -1, 1];

/** A name steps aside for pins and for the names before it; where there is no room it hides as little as can be. */
export function clearLabels<Shape extends Label>(
  shapes: readonly Shape[],
  pins: readonly Dot[],
  size: { width: number; height: number },
): Shape[] {
  const taken = pins.map(({ x, y }) => around({ left: x, right: x, top: y, bottom: y }, pinReach));
  return shapes.map((shape) => {
    const best = cheapest(places(shape, size), (place) => cost(place, taken));
    if (!best) return shape;
    taken.push(around(best.frame, 2));
    return { ...shape, labelX: best.x, labelY: best.y };
  });
}

/** The first of those that cost least. */
function cheapest<Thing>(things: readonly Thing[], costOf: (thing: Thing) => number): Thing | undefined {
  let best: Thing | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const thing of things) {
    const costs = costOf(thing);
    if (costs < least) [best, least] = [thing, costs];
  }
  return best;
}

interface Candidate extends Dot {
  readonly frame: Frame;
  readonly moved: number;
}

function places({ name, labelX, labelY }: Label, size: { width: number; height: number }): Candidate[] {
  const wide = name.length * letter;
  return steps.flatMap((down) =>
    sides.flatMap((part) => {
      const [x, y] = [Math.round(labelX + part * wide), labelY + down];
      const frame = { left: x, right: x + wide, top: y - ascent, bottom: y + descent };
      const isInside = frame.left >= 2 && frame.right <= size.width - 2 && frame.top >= 2;
      const moved = Math.abs(down) + Math.abs(part * wide);
      return isInside && frame.bottom <= size.height - 2 ? [{ x, y, frame, moved }] : [];
    }),
  );
}

/** Hidden letters weigh more than any way to go. */
function cost({ frame, moved }: Candidate, taken: readonly Frame[]): number {
  let hidden = 0;
  for (const other of taken) hidden += overlap(frame, other);
  return hidden * 10 + moved;
}

function overlap(a: Frame, b: Frame): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}

function around({ left, right, top, bottom }: Frame, by: number): Frame {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

export interface Dot {
  x: number;
  y: number;
}

/** Douglas and Peucker 1973: dots that are no farther from the line than `tolerance` are left out. */
export function simplifyLine(line: readonly Dot[], tolerance: number): Dot[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return [...line];
  const off = fromChord(first, last);
  let far = 0;
  let most = 0;
  line.forEach((dot, index) => {
    const by = off(dot);
    if (by > most) [far, most] = [index, by];
  });
  if (most <= tolerance) return [first, last];
  return [
    ...simplifyLine(line.slice(0, far + 1), tolerance).slice(0, -1),
    ...simplifyLine(line.slice(far), tolerance),
  ];
}

/** A ring has no ends to hold on to: it is cut at the dot that is farthest from its first one. */
export function simplifyRing(ring: readonly Dot[], tolerance: number): Dot[] {
  const [first] = ring;
  if (!first) return [];
  const far = ring.reduce(
    (best, dot, index) => (apart(dot, first) > apart(ring[best] ?? first, first) ? index : best),
    0,
  );
  return [
    ...simplifyLine(ring.slice(0, far + 1), tolerance).slice(0, -1),
    ...simplifyLine([...ring.slice(far), first], tolerance).slice(0, -1),
  ];
}

export function apart(a: Dot, b: Dot): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}

/** How far a dot is from the straight line through these two. */
function fromChord(a: Dot, b: Dot): (dot: Dot) => number {
  const length = apart(a, b);
  if (length === 0) return (dot) => apart(dot, a);
  const [x, y] = [(b.x - a.x) / length, (b.y - a.y) / length];
  return (dot) => Math.abs(x * (a.y - dot.y) - (a.x - dot.x) * y);
}

/** A small seeded generator (mulberry32 over an FNV-1a hash of the seed): the same seed, the same throws. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Several different ones, in their own order. */
  some<T>(from: readonly T[], count: number): T[];
}

export function dice(seed: string): Dice {
  let state = hash(seed);
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  function whole(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1));
  }
  function pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(next() * from.length)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  }
  function some<T>(from: readonly T[], count: number): T[] {
    const kept = new Set<number>();
    while (kept.size < Math.min(count, from.length)) kept.add(Math.floor(next() * from.length));
    return from.filter((_, index) => kept.has(index));
  }
  return { next, whole, chance: (share) => next() < share, pick, some };
}

function hash(seed: string): number {
  let h = 0x811c9dc5;
  for (const letter of seed) h = Math.imul(h ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return h | 0;
}

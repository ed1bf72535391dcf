import { dice } from './dice.ts';
import type { DemoPostcode } from './shapes.ts';

/** Turns a sector (“AV3 1”) into one whole postcode of it, always the same for the same key. */
export function wholePostcode(all: readonly DemoPostcode[], written: string, key: string): string {
  if (all.some(({ postcode }) => postcode === written)) return written;
  const inSector = all.filter(
    ({ postcode }) => postcode.startsWith(written) && postcode.length === written.length + 2,
  );
  if (inSector.length === 0) throw new Error(`No postcode begins with ${written}.`);
  return dice(`spot ${key}`).pick(inSector).postcode;
}

/**
 * Which terms of a list are chosen, as two whole numbers of thirty bits: the operators of the language know no more than
 * thirty-two, and the longest list has forty-seven terms.
 */
export interface Bits {
  readonly low: number;
  readonly high: number;
}

const half = 2 ** 30;

/** A term that the list does not know counts for nothing. */
export function bitsOf(list: Readonly<Record<string, string>>, codes: readonly string[]): Bits {
  return bitsFrom(numberOf(Object.keys(list), codes));
}

export function numberOf(keys: readonly string[], codes: readonly string[]): number {
  return codes.reduce((sum, code, index) => {
    const at = keys.indexOf(code);
    return at < 0 || codes.indexOf(code) < index ? sum : sum + 2 ** at;
  }, 0);
}

export function bitsFrom(number: number): Bits {
  return { low: number % half, high: Math.floor(number / half) };
}

export function numberFrom({ low, high }: Bits): number {
  return high * half + low;
}

export function countBits({ low, high }: Bits): number {
  return count(low) + count(high);
}

export function countShared(one: Bits, other: Bits): number {
  return count(one.low & other.low) + count(one.high & other.high);
}

/** Bits of a whole number, by adding neighbours (Warren, Hacker’s Delight, 5-1). */
export function count(number: number): number {
  let left = number - ((number >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The terms that are chosen, in the order of the list. */
export function codesOf(list: Readonly<Record<string, string>>, { low, high }: Bits): string[] {
  return Object.keys(list).filter((_, at) => ((at < 30 ? low >>> at : high >>> (at - 30)) & 1) === 1);
}

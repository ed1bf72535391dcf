import { createHmac } from 'node:crypto';

/** RFC 6238 as every authenticator app speaks it: SHA-1, six figures, a new code each half minute. */
const stepMs = 30_000;
const digits = 6;
/** RFC 4226 wants 128 bits at least and likes 160. */
export const secretBytes = 20;

export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = (mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

export function stepOf(at: Date): number {
  return Math.floor(at.getTime() / stepMs);
}

/** The step whose code this is: now, the one before or the one after, because clocks of phones are a little off. */
export function stepWithCode(secret: Buffer, code: string, at: Date): number | undefined {
  const here = stepOf(at);
  return [here, here - 1, here + 1].find((step) => codeAt(secret, step) === code);
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base 32 (RFC 4648), in which apps take a key that is typed. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

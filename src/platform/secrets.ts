import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A 256-bit token, written so that it fits an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Six digits, each as likely as the next. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

/** What the database keeps of a token: it is looked up by this, so no comparison can be timed. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const spoken = 'ABCDEFGHJKMNPQRTUVWXY346789';

/** Out of a token; short, easily said on the telephone, and no name: without letters that look or sound alike. */
export function spokenCode(token: string): string {
  const letters = [...hashOf(token).subarray(0, 8)].map((byte) => spoken[byte % spoken.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

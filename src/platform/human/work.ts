import { createHash } from 'node:crypto';

/** About a second of an old telephone. One page costs a person nothing; ten thousand cost a sender a processor. */
export const workBits = 16;

/** What a browser works on: bound to one form and to one thing that was sent with it. */
export function workFor(form: string, token: string): string {
  return `${form}.${token}`;
}

/** Whether the answer is a number that took as long to find as was asked. */
export function isWorked(work: string, answer: string): boolean {
  if (!/^\d{1,12}$/.test(answer)) return false;
  const hash = createHash('sha256').update(`${work}.${answer}`).digest();
  return hash.readUInt32BE(0) >>> (32 - workBits) === 0;
}

import { randomBytes } from 'node:crypto';

/** The machine's clock: sessions, codes, rates and the record. Nothing can move it. */
export function machineNow(): Date {
  return new Date();
}

let lastAt = 0;
let turn = 0;

/**
 * Uuid of version 7 (RFC 9562, 6.2 method 1): what one program makes sorts in the order in which it was made, also
 * within a millisecond, because the oldest holder of a position is whoever has the least id. Never a secret.
 */
export function newId(): string {
  const at = Math.max(Date.now(), lastAt);
  turn = at === lastAt ? turn + 1 : randomBytes(1).readUInt8();
  // More than some thousand in one millisecond borrow from the next.
  lastAt = turn > 0xfff ? at + 1 : at;
  if (turn > 0xfff) turn = 0;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastAt, 0, 6);
  bytes.writeUInt16BE(0x7000 | turn, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

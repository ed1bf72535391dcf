import { randomBytes } from 'node:crypto';

/** The machine's clock: sessions, codes, rates and the record. Nothing can move it. */
export function machineNow(): Date {
  return new Date();
}

/** Uuid of version 7 (RFC 9562): sorts by time, and is never a secret. */
export function newId(at: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

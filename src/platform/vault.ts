import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keeps short secrets encrypted in the database (AES-256-GCM). `place` names the row, so none fits another. */
export interface Vault {
  seal(secret: Buffer, place: string): Buffer;
  open(sealed: Buffer, place: string): Buffer;
}

const nonceBytes = 12;
const tagBytes = 16;

export function vaultWith(key: Buffer | undefined): Vault {
  function keyed(): Buffer {
    if (!key) throw new Error('There is no key for encrypted fields here.');
    return key;
  }
  return {
    seal(secret, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', keyed(), nonce).setAAD(Buffer.from(place));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]);
    },
    open(sealed, place) {
      const decipher = createDecipheriv('aes-256-gcm', keyed(), sealed.subarray(0, nonceBytes));
      decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
    },
  };
}

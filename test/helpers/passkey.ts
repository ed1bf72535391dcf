import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Asked {
  challenge: string;
  rp?: { id: string };
  rpId?: string;
  user?: { id: string };
}

interface Options {
  origin?: string;
  /** Whether finger, face or PIN were shown. */
  isVerified?: boolean;
  counter?: number;
  rpId?: string;
}

/** A passkey of a device that is no browser: makes what a browser would send, or what it never would. */
export function passkey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let userHandle: string | undefined;

  function clientData(type: string, { challenge }: Asked, { origin = 'http://localhost:3000' }: Options) {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  function authenticatorData(
    asked: Asked,
    { isVerified = true, counter = 0, rpId }: Options,
    more = Buffer.alloc(0),
  ) {
    const host = rpId ?? asked.rp?.id ?? asked.rpId ?? '';
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (more.length > 0 ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([createHash('sha256').update(host).digest(), Buffer.from([flags]), count, more]);
  }

  function whole(response: Record<string, string | undefined>): string {
    const name = id.toString('base64url');
    return JSON.stringify({ id: name, rawId: name, type: 'public-key', response });
  }

  return {
    /** The answer to options for a new passkey. */
    create(asked: Asked, options: Options = {}): string {
      userHandle = asked.user?.id;
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const cose = Buffer.concat([
        // A map of five: key type EC2, algorithm ES256, curve P-256, then x and y (RFC 9053).
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ]);
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const data = authenticatorData(asked, options, attested);
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        Buffer.from([0x58, data.length]),
        data,
      ]);
      return whole({
        clientDataJSON: clientData('webauthn.create', asked, options).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
      });
    },
    /** The answer to options for signing in or showing the key. */
    get(asked: Asked, options: Options = {}): string {
      const data = authenticatorData(asked, options);
      const client = clientData('webauthn.get', asked, options);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return whole({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        userHandle,
      });
    },
  };
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}

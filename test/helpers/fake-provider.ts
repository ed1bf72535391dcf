import { createHash, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Answered, type Asked, type Egress, NotReached } from '../../src/platform/egress/words.ts';

export const issuer = 'https://login.eastlock.test/tenant';

/** Making one takes a while, so all providers of a run share it. */
const key = generateKeyPairSync('rsa', { modulusLength: 2048 });

interface Pending {
  nonce: string;
  challenge: string;
  redirectUri: string;
}

/** What a provider may do wrong in the token it gives. */
export interface Lies {
  claims?: Record<string, unknown>;
  alg?: string;
  /** Signed by somebody else, or with a changed text. */
  signedBy?: KeyObject;
  tampered?: boolean;
}

export interface FakeProvider {
  egress: Egress;
  /** Signs somebody in over there and returns the query that the browser comes back with. */
  approve(address: string): { code: string; state: string; iss: string };
  /** What it will say of whoever comes next. */
  says: { sub: string; claims: Record<string, unknown>; lies: Lies; metadata: Record<string, unknown> };
  asked: string[];
}

/** An identity provider as far as ours asks it: it looks at code, verifier, secret and address, and signs tokens. */
export function fakeProvider(clientId = 'joinery', secret = 'over-there'): FakeProvider {
  const pending = new Map<string, Pending>();
  const provider: FakeProvider = {
    egress: { ask: async (asked) => answer(asked) },
    approve(address) {
      const query = new URL(address).searchParams;
      const code = `code-${pending.size + 1}`;
      pending.set(code, {
        nonce: query.get('nonce') ?? '',
        challenge: query.get('code_challenge') ?? '',
        redirectUri: query.get('redirect_uri') ?? '',
      });
      return { code, state: query.get('state') ?? '', iss: issuer };
    },
    says: { sub: 'subject-1', claims: {}, lies: {}, metadata: {} },
    asked: [],
  };
  return provider;

  function answer(asked: Asked): Answered {
    const url = new URL(asked.address);
    provider.asked.push(`${asked.method ?? 'GET'} ${url.pathname}`);
    if (!asked.address.startsWith(issuer))
      throw new NotReached('name', `There is no “${url.hostname}” in the web.`);
    if (url.pathname.endsWith('/openid-configuration'))
      return json(200, { ...metadata, ...provider.says.metadata });
    if (url.pathname.endsWith('/keys'))
      return json(200, { keys: [{ ...jwk(key.publicKey), kid: 'k1', use: 'sig' }] });
    return token(new URLSearchParams(asked.body ?? ''));
  }

  function token(body: URLSearchParams): Answered {
    const code = body.get('code') ?? '';
    const found = pending.get(code);
    pending.delete(code);
    const verifier = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight =
      found?.challenge === verifier &&
      found.redirectUri === body.get('redirect_uri') &&
      body.get('client_id') === clientId &&
      body.get('client_secret') === secret;
    if (!found || !isRight) return json(400, { error: 'invalid_grant' });
    return json(200, { access_token: 'a', token_type: 'bearer', id_token: idToken(found.nonce) });
  }

  function idToken(nonce: string): string {
    const { sub, claims, lies } = provider.says;
    const now = Math.floor(Date.now() / 1000);
    const said = {
      iss: issuer,
      aud: clientId,
      sub,
      nonce,
      iat: now,
      exp: now + 300,
      ...claims,
      ...lies.claims,
    };
    const alg = lies.alg ?? 'RS256';
    const text = [{ alg, kid: 'k1' }, said].map((part) => encoded(part)).join('.');
    if (alg === 'none') return `${text}.`;
    const signature = createSign('RSA-SHA256')
      .update(text)
      .sign(lies.signedBy ?? key.privateKey, 'base64url');
    const shown = lies.tampered
      ? text.replace(encoded(said), encoded({ ...said, sub: 'somebody-else' }))
      : text;
    return `${shown}.${signature}`;
  }
}

const metadata = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['pairwise'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
};

function jwk(key: KeyObject): object {
  return { ...key.export({ format: 'jwk' }), alg: 'RS256' };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function json(status: number, body: object): Answered {
  return {
    status,
    address: issuer,
    type: 'application/json',
    body: Buffer.from(JSON.stringify(body)),
    header: (name) => (name === 'content-type' ? 'application/json' : undefined),
  };
}

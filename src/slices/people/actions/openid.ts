import type { Configuration } from 'openid-client';
import type { Ctx } from '../../../platform/ctx.ts';
import { type Egress, NotReached } from '../../../platform/egress/words.ts';
import { Refused } from '../../../platform/errors.ts';
import { log } from '../../../platform/log.ts';

const types = ['application/json', 'application/jwk-set+json'];
const limits = { totalMs: 8000, wireBytes: 512 * 1024, unpackedBytes: 1024 * 1024, redirects: 0 };

export interface Known {
  issuer: string;
  clientId: string;
  secret: string;
}

/** What a provider says of itself, asked through the guarded door. It has to call itself by the issuer that was set. */
export async function discovered(ctx: Ctx, { issuer, clientId, secret }: Known): Promise<Configuration> {
  const client = await import('openid-client');
  const config = await client.discovery(new URL(issuer), clientId, secret, undefined, {
    [client.customFetch]: through(ctx.egress),
  });
  if (config.serverMetadata().issuer !== issuer) {
    throw new Refused(
      'other_issuer',
      `It calls itself ${config.serverMetadata().issuer}. Write it like that.`,
    );
  }
  // Otherwise a token that came over the wire from the provider would be believed without its signature.
  client.enableNonRepudiationChecks(config);
  return config;
}

/** In one sentence, for whoever set the provider up. What the provider said in detail stands in the log. */
export function whyNotOpenId(problem: unknown): string {
  for (let cause = problem; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof NotReached || cause instanceof Refused) return cause.message;
  }
  log.warn({ code: codeOf(problem) }, 'an identity provider did not answer as it should');
  return 'It does not answer as OpenID Connect wants it. Is the address that of the issuer?';
}

export function codeOf(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown';
}

function through(egress: Egress) {
  return async (
    address: string,
    options: { method: string; headers: Record<string, string>; body?: unknown },
  ): Promise<Response> => {
    const body = options.body === undefined || options.body === null ? {} : { body: String(options.body) };
    const method = options.method === 'POST' ? 'POST' : 'GET';
    const answer = await egress.ask({ address, method, headers: options.headers, types, limits, ...body });
    const headers = { 'content-type': answer.header('content-type') ?? answer.type };
    return new Response(new Uint8Array(answer.body), { status: answer.status, headers });
  };
}

import { lookup } from 'node:dns/promises';
import type { Dispatcher } from 'undici';
import { isOpenAddress } from './addresses.ts';
import { checkedConnector, type Spot } from './connect.ts';
import { readDestination, webPorts } from './destination.ts';
import { readBody } from './read-body.ts';
import { saidOf } from './trouble.ts';
import { type Answered, type Asked, type Egress, type Limits, NotReached } from './words.ts';

const usualLimits: Limits = {
  totalMs: 30_000,
  idleMs: 10_000,
  wireBytes: 4 * 1024 * 1024,
  unpackedBytes: 8 * 1024 * 1024,
  redirects: 3,
};

/** What a test puts in its own place. No setting leads here, so nobody can open it from outside. */
interface Parts {
  resolve(name: string): Promise<string[]>;
  mayReach(spot: Spot): boolean;
}

const openWeb: Parts = {
  async resolve(name) {
    return (await lookup(name, { all: true, verbatim: true })).map((found) => found.address);
  },
  mayReach: ({ address, port }) => isOpenAddress(address) && webPorts.has(port),
};

/**
 * Asks other servers and trusts none: a name is looked up once and the connection goes to the address that was checked,
 * redirects are new questions, every wait and every size has an end, and no cookie is kept.
 */
export function guardedEgress(parts: Partial<Parts> = {}): Egress {
  const { resolve, mayReach } = { ...openWeb, ...parts };
  return {
    async ask(asked) {
      const limits = { ...usualLimits, ...asked.limits };
      const signal = AbortSignal.timeout(limits.totalMs);
      let url = readDestination(asked.address);
      for (let hop = 0; ; hop += 1) {
        const first = hop === 0;
        const going = {
          url,
          limits,
          signal,
          resolve,
          mayReach,
          asked: first ? asked : withoutSecrets(asked),
        };
        const answer = await oneHop(going);
        const next = sentOnTo(answer, url);
        if (!next) return answer;
        if ((asked.method ?? 'GET') !== 'GET' || hop === limits.redirects) {
          throw new NotReached('redirect', `${url.hostname} sends us on and on.`);
        }
        url = next;
      }
    },
  };
}

interface Hop extends Parts {
  url: URL;
  asked: Asked;
  limits: Limits;
  signal: AbortSignal;
}

async function oneHop(hop: Hop): Promise<Answered> {
  const { url, asked, limits, signal } = hop;
  let agent: Dispatcher | undefined;
  try {
    const spots = await spotsOf(hop);
    // Loaded with the first question, not with the start of the program.
    const { Agent, request } = await import('undici');
    agent = new Agent({
      connect: await checkedConnector(spots, hop.mayReach),
      connections: 1,
      headersTimeout: limits.idleMs,
      bodyTimeout: limits.idleMs,
      maxHeaderSize: 16 * 1024,
    });
    const { method = 'GET', body = null } = asked;
    const headers = {
      'user-agent': 'Joinery',
      accept: asked.types.join(', '),
      'accept-encoding': 'gzip, br',
      ...asked.headers,
    };
    const answer = await request(url, { dispatcher: agent, method, body, signal, headers });
    return await read(answer, hop);
  } catch (problem) {
    throw saidOf(problem, { host: url.hostname, seconds: limits.totalMs / 1000 });
  } finally {
    await agent?.destroy();
  }
}

/** Whoever has one address inside and one outside is up to something: then none is asked. */
async function spotsOf({ url, resolve, mayReach, signal }: Hop): Promise<Spot[]> {
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const addresses = await inTime(resolve(url.hostname.replace(/[.]$/, '')), signal);
  const spots = addresses.map((address) => ({ address, port }));
  if (spots.length === 0) throw new NotReached('name', `There is no “${url.hostname}” in the web.`);
  if (!spots.every(mayReach)) {
    throw new NotReached('address', `“${url.hostname}” is not on the open web, or not on a port of the web.`);
  }
  return spots;
}

function inTime<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const late = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, late]);
}

async function read(answer: Dispatcher.ResponseData, { url, asked, limits }: Hop): Promise<Answered> {
  const { statusCode: status, headers, body } = answer;
  const header = (name: string) => [headers[name]].flat()[0];
  const type = (header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (status >= 200 && status < 300 && !asked.types.includes(type)) {
    throw new NotReached('type', `${url.hostname} sent “${type.slice(0, 60)}”, not ${asked.types[0]}.`);
  }
  const bytes = await readBody(body, header('content-encoding'), limits);
  return { status, address: url.href, type, body: bytes, header };
}

function sentOnTo(answer: Answered, from: URL): URL | undefined {
  const to = answer.header('location');
  if (![301, 302, 303, 307, 308].includes(answer.status) || to === undefined) return undefined;
  const url = readDestination(to, from);
  if (from.protocol === 'https:' && url.protocol === 'http:') {
    throw new NotReached('redirect', `${from.hostname} sends us on to an address without https.`);
  }
  return url;
}

function withoutSecrets({ headers: _headers, ...asked }: Asked): Asked {
  return asked;
}

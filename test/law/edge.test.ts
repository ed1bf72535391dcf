import fc from 'fast-check';
import { expect } from 'vitest';
import { makeApp, routes } from '../../src/app.ts';
import { networkWords } from '../../src/platform/http/context.ts';
import { dbTest, type Town } from '../helpers/db.ts';
import { twoBoroughs } from '../helpers/two-boroughs.ts';

const origin = 'http://localhost:3000';
const nobody = '018f0000-0000-7000-8000-00000000ffff';

/** The bare application, for requests that no browser of ours would make. */
async function edge(town: Town) {
  await twoBoroughs(town);
  const app = makeApp({
    ...town.source,
    words: networkWords(town.source),
    trustedProxy: '',
    files: new Map(),
    assets: { stylesheet: '/joinery.css', scripts: {} },
  });
  return (path: string, init?: RequestInit) => Promise.resolve(app.request(origin + path, init));
}

const addresses = routes.map((route) => ({
  ...route,
  at: route.path.replace('/:slug?', '').replaceAll(/:\w+/g, nobody),
}));
const changes = addresses.filter((route) => route.method === 'POST');

dbTest('a request that changes something has to come from our own pages, whatever its type', async (town) => {
  const ask = await edge(town);
  const own = { 'content-type': 'application/x-www-form-urlencoded' };
  const foreign: Record<string, string>[] = [
    own,
    { ...own, origin: 'https://evil.example' },
    { ...own, origin: 'null' },
    { ...own, 'sec-fetch-site': 'cross-site' },
    { ...own, 'sec-fetch-site': 'same-site', origin },
    { ...own, 'sec-fetch-site': 'none' },
    { 'content-type': 'text/plain', origin: 'https://evil.example' },
    { 'content-type': 'application/json', origin: 'https://evil.example' },
  ];

  const let_in: string[] = [];
  for (const route of changes.filter((one) => !one.fromElsewhere)) {
    for (const headers of foreign) {
      const answer = await ask(route.at, { method: 'POST', headers, body: 'a=b' });
      if (answer.status !== 403) let_in.push(`${answer.status} ${route.path} ${JSON.stringify(headers)}`);
    }
  }

  expect(changes.length).toBeGreaterThan(20);
  expect(let_in).toEqual([]);
});

dbTest('what may come from elsewhere has its right from its address, and from no cookie', async (town) => {
  const ask = await edge(town);
  const fromElsewhere = changes.filter((route) => route.fromElsewhere);

  for (const route of fromElsewhere) {
    expect(route.who).toBe('whoever holds the link');
    expect(route.path).toContain('/:token');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://mail.example',
      cookie: `session=${'x'.repeat(43)}; browser=${'y'.repeat(43)}`,
    };
    const answer = await ask(route.at, { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('set-cookie')).toBeNull();
  }
  expect(fromElsewhere.map((route) => route.path)).toEqual([
    '/ten-minutes/stop/:token',
    '/following/stop/:token',
    '/searches/stop/:token',
  ]);
});

dbTest('nobody in particular opens no page that is not public, and changes nothing', async (town) => {
  const ask = await edge(town);
  const open = new Set(['anyone', 'whoever holds the link', 'the browser that asked']);
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };

  const wrong: string[] = [];
  for (const route of addresses.filter((one) => !open.has(one.who) && !one.who.startsWith('anyone'))) {
    const answer = await ask(route.at, route.method === 'POST' ? { method: 'POST', headers, body: '' } : {});
    // Forms that were not filled in come back; what is private is not there; the rest asks to sign in.
    if (![401, 404, 410, 422].includes(answer.status) && answer.status !== 303)
      wrong.push(`${answer.status} ${route.path}`);
  }

  expect(wrong).toEqual([]);
});

dbTest('addresses of nothing are 404, damaged ones 400, and neither says more', async (town) => {
  const ask = await edge(town);
  const statuses: Record<string, number> = {};
  for (const path of [
    '/nowhere',
    '/organisations/7',
    `/organisations/${nobody}`,
    '/services/x',
    '/%00',
    '/a%00b',
    '/%ff',
    '/%E0%A4%A',
  ]) {
    statuses[path] = (await ask(path)).status;
  }

  expect(statuses).toEqual({
    '/nowhere': 404,
    '/organisations/7': 404,
    [`/organisations/${nobody}`]: 404,
    '/services/x': 404,
    '/%00': 404,
    '/a%00b': 404,
    '/%ff': 400,
    '/%E0%A4%A': 400,
  });
});

dbTest('the API refuses unknown, doubled and malformed parameters with 400', async (town) => {
  const ask = await edge(town);
  for (const query of [
    'colour=red',
    'limit=1&limit=2',
    'limit=many',
    'limit=0',
    'limit=101',
    'after=x',
    'limit=%00',
  ]) {
    const answer = await ask(`/api/v1/organisations?${query}`);
    expect([query, answer.status]).toEqual([query, 400]);
    expect(Object.keys(await answer.json())).toEqual(['code', 'message']);
  }
});

dbTest('every answer carries the headers that keep a page to itself', async (town) => {
  const ask = await edge(town);
  for (const path of ['/', '/register', '/nowhere', '/api/v1/organisations', '/api/v1/openapi.json']) {
    const { headers } = await ask(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('content-type')).toMatch(/; charset=utf-8$/);
  }
});

dbTest('a form carries its own fields only, and no more than 64 KB', async (town) => {
  const ask = await edge(town);
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };

  expect(
    (await ask('/sign-in', { method: 'POST', headers, body: 'email=a%40b.example&role=admin' })).status,
  ).toBe(400);
  expect((await ask('/sign-in', { method: 'POST', headers, body: '__proto__=x' })).status).toBe(400);
  expect(
    (await ask('/sign-in', { method: 'POST', headers, body: `email=${'a'.repeat(70_000)}` })).status,
  ).toBe(413);
  expect(
    (
      await ask('/sign-in', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'text/csv' },
        body: 'x',
      })
    ).status,
  ).toBe(415);
  expect(
    (await ask('/sign-in', { method: 'POST', headers, body: Buffer.from([0x65, 0x3d, 0xff]) })).status,
  ).toBe(400);
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '%00',
    '\u0000',
    "' or 1=1 --",
    '%_%_%_%'.repeat(200),
    'a'.repeat(10_000),
    '(a+)+$',
    '\u202Eevil',
    '\uD800',
    '{{7*7}}${7*7}',
    '"><svg onload=window.__x=1>',
    '-1',
    '9'.repeat(400),
    '../../etc/passwd',
  ),
);

dbTest(
  'T-500 whatever stands in a parameter of a page or the API, it is no fault of ours',
  async (town) => {
    const ask = await edge(town);
    const pages = addresses.filter((route) => route.method === 'GET' && !route.path.includes(':token'));
    const names = [
      'q',
      'near',
      'within_km',
      'kind',
      'area',
      'theme',
      'people',
      'when',
      'after',
      'limit',
      'next',
      'sort',
      'to',
    ];

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...pages),
        fc.constantFrom(...names),
        hostile,
        async (route, name, value) => {
          const text = value.isWellFormed() ? encodeURIComponent(value) : '%ED%A0%80';
          const answer = await ask(`${route.at}?${name}=${text}`);
          expect(answer.status, `${route.path}?${name}=${text.slice(0, 80)}`).toBeLessThan(500);
        },
      ),
      { numRuns: 400 },
    );
  },
  { timeout: 60_000 },
);

import { expect, test } from 'vitest';
import { pageBefore } from './guard.ts';
import { sayNo } from './say-no.tsx';

const asked = { path: '/search', signedIn: false };

test('a database that is away or overwhelmed is a matter of waiting, not a fault of the page', () => {
  const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  const ended = new Error('Connection terminated unexpectedly');
  const full = new Error('timeout exceeded when trying to connect');

  const answers = [reset, ended, full].map((error) => sayNo(error, asked));

  expect(answers.map(({ status, retryAfter }) => [status, retryAfter])).toEqual([
    [503, 5],
    [503, 5],
    [503, 5],
  ]);
});

test('REL16 on a full disk it is said that what was sent was not kept', () => {
  const full = Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' });
  const fullOfFiles = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

  const said = [full, fullOfFiles].map((error) => sayNo(error, asked));

  const no = { status: 503, retryAfter: 300, json: { code: 'not_writable' } };
  expect(said).toMatchObject([no, no]);
  expect(said[0]?.json.message).toContain('was not kept');
});

test('what nobody foresaw is a fault, with a number under which it is written down', () => {
  const said = sayNo(new TypeError('x is not a function'), asked);

  expect(said.status).toBe(500);
  expect(said.json.message).toContain(said.id);
  expect(said.json.message).not.toContain('function');
});

test('the way back from a refusal leads to our own page and nowhere else', () => {
  const ours = 'https://vale.example';
  const routes = [
    { method: 'GET', path: '/imports/:id' },
    { method: 'GET', path: '/organisations/:id/:slug?' },
    { method: 'POST', path: '/imports/:id/undo' },
  ] as const;
  const from = (referer: string, method = 'POST') =>
    pageBefore(new Request(`${ours}/imports/1/undo`, { method, headers: { referer } }), {
      publicUrl: ours,
      routes,
    });

  expect(from(`${ours}/imports/1?page=2`)).toBe('/imports/1?page=2');
  expect(from(`${ours}/organisations/1`)).toBe('/organisations/1');
  expect(from(`${ours}/imports/1/undo`)).toBe(undefined);
  expect([
    from('https://elsewhere.example/imports/1'),
    from('about:blank'),
    from(`${ours}/a`, 'GET'),
  ]).toEqual([undefined, undefined, undefined]);
});

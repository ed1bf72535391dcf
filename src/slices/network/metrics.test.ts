import { expect } from 'vitest';
import { bareApp } from '../../../test/helpers/bare-app.ts';
import { dbTest, type Town } from '../../../test/helpers/db.ts';
import { makeNetwork } from './door.ts';

const token = 'a-token-of-more-than-twenty-letters';

dbTest('the numbers of the server are read on this machine', async (town) => {
  const read = await reader(town);

  const { status, body, type } = await read({ from: '127.0.0.1' });

  expect(status).toBe(200);
  expect(type).toContain('text/plain');
  expect(body).toContain('# TYPE joinery_requests_open gauge\njoinery_requests_open 0\n');
  expect(body).toContain('\njoinery_mail_failed 0\n');
  expect(body.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toSatisfy(
    (lines: string[]) => lines.every((line) => /^[a-z_]+(\{[a-z]+="[^"]+"\})? -?[\d.e+-]+$/.test(line)),
  );
});

dbTest('from elsewhere, or handed on by a proxy, they are not there without the token', async (town) => {
  const read = await reader(town);

  expect((await read({ from: '10.0.0.7' })).status).toBe(404);
  expect((await read({ from: '127.0.0.1', headers: { 'x-forwarded-for': '10.0.0.7' } })).status).toBe(404);
  expect((await read({ from: '127.0.0.1', host: 'network.example' })).status).toBe(404);
  expect((await read({ from: '10.0.0.7', headers: { authorization: 'Bearer wrong' } })).status).toBe(404);
  expect((await read({ from: '10.0.0.7', headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
});

dbTest('without a token that was set, no token is the right one', async (town) => {
  const read = await reader(town, {});

  expect((await read({ from: '10.0.0.7', headers: { authorization: 'Bearer ' } })).status).toBe(404);
  expect((await read({ from: '10.0.0.7', headers: { authorization: 'Bearer undefined' } })).status).toBe(404);
});

interface Asked {
  from: string;
  host?: string;
  headers?: Record<string, string>;
}

async function reader(town: Town, set: { metricsToken?: string } = { metricsToken: token }) {
  await makeNetwork(town.jobCtx, {
    name: 'Ambry Vale Together',
    strapline: '',
    practice: false,
    promise: [],
    hubName: 'Hub',
    hubPhone: '',
    hubEmail: 'hub@ambry.example',
  });
  const app = bareApp({ ...town, source: { ...town.source, ...set } });
  return async ({ from, host = 'localhost:3000', headers = {} }: Asked) => {
    const request = new Request('http://localhost:3000/metrics', { headers: { ...headers, host } });
    const answer = await app.fetch(request, { incoming: { socket: { remoteAddress: from } } });
    return { status: answer.status, body: await answer.text(), type: answer.headers.get('content-type') };
  };
}

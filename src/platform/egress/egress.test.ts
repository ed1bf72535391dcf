import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { egressTo, type LocalServer, localServer, rawServer } from '../../../test/helpers/bad-servers.ts';
import { isOpenAddress } from './addresses.ts';
import { guardedEgress } from './egress.ts';
import type { Asked } from './words.ts';

const types = ['application/json'];
const open: LocalServer[] = [];
const stops: (() => void)[] = [];

async function server(...given: Parameters<typeof localServer>): Promise<LocalServer> {
  const one = await localServer(...given);
  open.push(one);
  return one;
}

function json(body: string | Buffer, headers: Record<string, string> = {}) {
  return server((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(body);
  });
}

/** The code and the sentence with which an address is refused; undefined when it answered. */
async function refusal(egress: ReturnType<typeof guardedEgress>, asked: string | Partial<Asked>) {
  const request = typeof asked === 'string' ? { address: asked } : asked;
  return egress.ask({ address: '', types, ...request }).then(
    () => undefined,
    (problem: Error & { code: string }) => `${problem.code}: ${problem.message}`,
  );
}

afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  for (const one of open.splice(0)) await one.close();
});

const spellings = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://0/',
  'http://0.0.0.0/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0x0.0x0.0x1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://１２７.0.0.1/',
  'http://①②⑦.0.0.1/',
  'http://127。0。0。1/',
  'http://%31%32%37.0.0.1/',
  'http://[::1]/',
  'http://[::]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://10.0.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://192.168.1.1/',
  'http://93.184.215.14/',
  'http://localhost/',
  'http://localhost./',
  'http://LOCALHOST/',
  'http://a.localhost/',
  'http://printer/',
  'http://printer.local/',
  'http://db.internal/',
  'http://nas.lan/',
  'http://1.0.0.127.in-addr.arpa/',
  'http://me@feeds.test/',
  'http://feeds.test:secret@127.0.0.1/',
  'http://:secret@feeds.test/',
  'ftp://feeds.test/',
  'file:///etc/passwd',
  'data:application/json,[]',
  'gopher://feeds.test/',
  'javascript:alert(1)',
  '//feeds.test/',
  'feeds.test',
  'http://',
  'http://feeds.test\u0000.example.org:99999/',
  `http://feeds.test/${'a'.repeat(2000)}`,
];

test.each(spellings)('%s is refused before anything is looked up', async (address) => {
  const egress = guardedEgress({
    resolve: () => {
      throw new Error('It was looked up.');
    },
  });

  expect(await refusal(egress, address)).toMatch(/^address: /);
});

const inner = [
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
  ],
  ...['0.0.0.0', '198.18.0.1', '192.0.2.1', '224.0.0.1', '255.255.255.255', '::1', '::', '::ffff:10.0.0.1'],
  ...[
    '::ffff:a00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12::1',
    'fec0::1',
    'ff02::1',
    '64:ff9b::a00:1',
  ],
  ...['64:ff9b:1::1', '2002:a00:1::', '2001::1', '2001:db8::1', '::10.0.0.1', 'x', '', '127.0.0.1 '],
];

test.each(inner)('a name that means %s is not asked', async (address) => {
  const egress = guardedEgress({ resolve: async () => ['93.184.215.14', address] });

  expect(isOpenAddress(address)).toBe(false);
  expect(await refusal(egress, 'https://feeds.example.org/')).toMatch(/^address: .*not on the open web/);
});

test.each(['93.184.215.14', '172.32.0.1', '100.128.0.1', '2a00:1450:4009::1', '2606:4700::1'])(
  '%s is an address of the open web',
  (address) => {
    expect(isOpenAddress(address)).toBe(true);
  },
);

test('on the open web only the ports of the web are asked', async () => {
  const egress = guardedEgress({ resolve: async () => ['93.184.215.14'] });

  for (const port of [22, 25, 3306, 5432, 6379]) {
    expect(await refusal(egress, `http://feeds.example.org:${port}/`)).toMatch(/^address: .*port of the web/);
  }
});

test('a name is looked up once, and the connection goes where that look led', async () => {
  const good = await json('[1]');
  const looks: string[] = [];
  const egress = guardedEgress({
    resolve: async (name) => {
      looks.push(name);
      return [looks.length === 1 ? '127.0.0.1' : '10.0.0.1'];
    },
    mayReach: ({ address, port }) => address === '127.0.0.1' && port === good.port,
  });

  const answer = await egress.ask({ address: good.at('/x'), types });

  expect(answer.body.toString()).toBe('[1]');
  expect(looks).toEqual(['feeds.test']);
});

test('where the connection leads in the end is looked at once more', async () => {
  const inside = await json('[]');
  const egress = guardedEgress({
    resolve: async () => ['127.0.0.1'],
    mayReach: (() => {
      let looks = 0;
      return () => ++looks === 1;
    })(),
  });

  expect(await refusal(egress, inside.at('/'))).toMatch(/^address: /);
  expect(inside.asked).toEqual([]);
});

test('a redirect is a new question: into the inner network it is refused', async () => {
  const inside = await json('["secret"]');
  for (const to of [
    `http://127.0.0.1:${inside.port}/`,
    `http://localhost:${inside.port}/`,
    'file:///etc/passwd',
  ]) {
    const sends = await server((_, response) => response.writeHead(302, { location: to }).end());

    expect(await refusal(egressTo(sends, inside), sends.at('/'))).toMatch(/^address: /);
  }
  const renamed = await server((_, response) =>
    response.writeHead(302, { location: `http://inner.test:${inside.port}/` }).end(),
  );

  expect(await refusal(egressTo(renamed), renamed.at('/'))).toMatch(/^address: /);
  expect(inside.asked).toEqual([]);
});

test('redirects end, and neither headers nor cookies go along', async () => {
  const loop = await server((request, response) => {
    response.writeHead(302, { location: `${request.url}x`, 'set-cookie': 'a=b' }).end();
  });

  const said = await refusal(egressTo(loop), {
    address: loop.at('/'),
    headers: { authorization: 'Bearer secret' },
  });

  expect(said).toBe('redirect: feeds.test sends us on and on.');
  expect(loop.asked.map(({ path }) => path)).toEqual(['/', '/x', '/xx', '/xxx']);
  expect(loop.asked.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer secret',
    undefined,
    undefined,
    undefined,
  ]);
  expect(loop.asked.some(({ headers }) => 'cookie' in headers)).toBe(false);
});

test('what is posted is not sent on', async () => {
  const sends = await server((_, response) => response.writeHead(307, { location: '/else' }).end());

  expect(await refusal(egressTo(sends), { address: sends.at('/'), method: 'POST', body: 'x' })).toMatch(
    /^redirect/,
  );
  expect(sends.asked).toHaveLength(1);
});

test('a bomb is not unpacked, whichever way it is packed', async () => {
  const zeros = Buffer.alloc(60 * 1024 * 1024);
  for (const [encoding, packed] of [
    ['br', brotliCompressSync(zeros)],
    ['gzip', gzipSync(zeros)],
  ] as const) {
    const bomb = await json(packed, { 'content-encoding': encoding });

    const before = process.memoryUsage().arrayBuffers;
    expect(await refusal(egressTo(bomb), bomb.at('/'))).toMatch(/^size: .*more than 8 MB/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 1024 * 1024);
  }
});

test('an endless answer ends, and one that is packed twice or otherwise is refused', async () => {
  const endless = await server((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(Buffer.alloc(256 * 1024, 'x')), 1);
    stops.push(() => clearInterval(timer));
  });
  const twice = await json(gzipSync(gzipSync('[]')), { 'content-encoding': 'gzip, gzip' });
  const other = await json('[]', { 'content-encoding': 'zstd' });
  const broken = await json('[]', { 'content-encoding': 'gzip' });

  expect(await refusal(egressTo(endless), endless.at('/'))).toMatch(/^size: .*more than 4 MB/);
  expect(await refusal(egressTo(twice), twice.at('/'))).toMatch(/^type: /);
  expect(await refusal(egressTo(other), other.at('/'))).toMatch(/^type: /);
  expect(await refusal(egressTo(broken), broken.at('/'))).toBe(
    'broken: What feeds.test sent cannot be unpacked.',
  );
});

test('whoever drips, says nothing or breaks off does not hold us up', async () => {
  const limits = { totalMs: 700, idleMs: 300 };
  const silent = await server(() => undefined);
  const drips = await server((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 50);
    stops.push(() => clearInterval(timer));
  });
  const stalls = await server((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('[');
  });
  const breaksOff = await server((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('[');
    setTimeout(() => response.destroy(), 20);
  });
  const began = performance.now();

  const all = [silent, drips, stalls, breaksOff];
  const said = await Promise.all(all.map((one) => refusal(egressTo(one), { address: one.at('/'), limits })));

  expect(said.map((one) => one?.split(':')[0])).toEqual(['slow', 'slow', 'slow', 'answer']);
  expect(performance.now() - began).toBeLessThan(3000);
});

test('what is no HTTP, another type, and a look-up that hangs get a sentence each', async () => {
  const html = await json('<p>', { 'content-type': 'text/html' });
  const raw = await rawServer('220 mail.example ESMTP\r\n');
  open.push(raw);
  const closed = await json('[]');
  await closed.close();
  const hanging = guardedEgress({ resolve: () => new Promise(() => undefined) });
  const nowhere = guardedEgress({
    resolve: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
  });
  const limits = { totalMs: 300 };

  expect(await refusal(egressTo(html), html.at('/'))).toBe(
    'type: feeds.test sent “text/html”, not application/json.',
  );
  expect(await refusal(egressTo(raw), raw.at('/'))).toMatch(/^broken: /);
  expect(await refusal(egressTo(closed), closed.at('/'))).toMatch(/^answer: /);
  expect(await refusal(hanging, { address: 'https://feeds.test/', limits })).toMatch(/^slow: /);
  expect(await refusal(nowhere, 'https://feeds.test/')).toMatch(/^name: There is no “feeds.test”/);
});

test('a good answer is unpacked, with its status, and no more is told of us than needs be', async () => {
  const good = await json(gzipSync('{"a":1}'), { 'content-encoding': 'gzip', etag: '"1"' });
  const missing = await server((_, response) =>
    response.writeHead(404, { 'content-type': 'text/html' }).end('no'),
  );

  const answer = await egressTo(good).ask({ address: good.at('/a?b=c#d'), types });
  const none = await egressTo(missing).ask({ address: missing.at('/'), types });

  expect([answer.status, answer.body.toString(), answer.header('etag')]).toEqual([200, '{"a":1}', '"1"']);
  expect(good.asked[0]?.path).toBe('/a?b=c');
  expect(Object.keys(good.asked[0]?.headers ?? {}).sort()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
  expect(none.status).toBe(404);
});

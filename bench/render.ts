import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import autocannon from 'autocannon';
import pg from 'pg';
import { openEngine } from '../src/platform/engine/engine.ts';
import { type Bench, type Figure, figure } from './tools/bench.ts';
import { anotherSearch } from './tools/crowd.ts';
import { startPractice } from './tools/practice.ts';

const seconds = 6;
const page = '/search?q=lunch&near=AV3+4QT';

/** G10: the search page under load, against plain `http` with the same bytes and against one row of PostgreSQL. */
export const bench: Bench = {
  name: 'render',
  what: 'the search page under load, against plain http with the same bytes and a one-row endpoint',
  size: 1,
  async *run() {
    const ours = await startPractice();
    const bytes = await fetched(`${ours.url}${page}`);
    const literal = await listen(() => bytes);
    const engine = await openEngine({ dataFolder: ours.folder });
    const pool = new pg.Pool({ connectionString: engine.urls.web, max: 10 });
    const row = await listen(async () =>
      JSON.stringify((await pool.query('select name from network.network')).rows[0]),
    );
    try {
      yield* compared({ ours: ours.url + page, anew: ours.url, literal: literal.url, row: row.url });
      yield* steady(ours.url + page);
    } finally {
      await pool.end();
      await engine.stop();
      literal.close();
      row.close();
      await ours.stop();
    }
  },
};

const contenders = ['ours', 'anew', 'literal', 'row'] as const;
type Contender = (typeof contenders)[number];

/** `anew` never asks the same twice, so nothing that was kept helps it. */
function asked(name: Contender, url: string) {
  if (name !== 'anew') return { url };
  let turn = 0;
  const setupRequest = (request: { path?: string | undefined }) => {
    turn += 1;
    return { ...request, path: anotherSearch(turn) };
  };
  return { url, requests: [{ setupRequest }] };
}

async function* compared(urls: Record<Contender, string>): AsyncIterable<Figure> {
  const rates: Record<Contender, number[]> = { ours: [], anew: [], literal: [], row: [] };
  for (const turn of ['warm', 'a', 'b', 'c']) {
    for (const name of contenders) {
      const duration = turn === 'warm' ? 2 : seconds;
      const result = await autocannon({ ...asked(name, urls[name]), connections: 10, duration });
      if (turn !== 'warm') rates[name].push(result.requests.average);
      if (result.non2xx > 0)
        throw new Error(`${urls[name]} gave ${result.non2xx} answers that were no page.`);
    }
  }
  const middle = (name: Contender) => [...rates[name]].sort((a, b) => a - b)[1] ?? 0;
  yield figure(
    'the same search again, pages a second, against plain http',
    middle('ours'),
    middle('literal'),
  );
  yield figure('the same search again, against a one-row endpoint', middle('ours'), middle('row'));
  yield figure('another search each time, against plain http', middle('anew'), middle('literal'));
  yield figure('another search each time, against a one-row endpoint', middle('anew'), middle('row'));
}

/** At seventy hundredths of what it can do: how much longer the slowest hundredth takes than the middle. */
async function* steady(url: string): AsyncIterable<Figure> {
  const most = await autocannon({ url, connections: 10, duration: seconds });
  const overallRate = Math.max(1, Math.round(most.requests.average * 0.7));
  const result = await autocannon({ url, connections: 10, duration: seconds * 2, overallRate });
  yield figure('p99 ms at 70 % load, against p50', result.latency.p99, Math.max(1, result.latency.p50));
}

async function fetched(url: string): Promise<string> {
  return new Promise((done, fail) => {
    request(url, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => done(text));
    })
      .on('error', fail)
      .end();
  });
}

async function listen(body: () => string | Promise<string>): Promise<{ url: string; close(): void }> {
  const server = createServer(async (_, answer) => {
    const text = await body();
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(text);
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const address: AddressInfo | string | null = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import { type Bench, type Figure, figure } from './tools/bench.ts';
import { startPractice } from './tools/practice.ts';
import { quantile } from './tools/times.ts';

const seconds = 10;
const probeEveryMs = 100;

/** REL10: four times as many searches a second as can be answered, each another one, beside what can be answered. */
export const bench: Bench = {
  name: 'overload',
  what: 'answers, refusals and health at four times the capacity, against the capacity',
  size: 1,
  async *run() {
    const ours = await startPractice();
    try {
      await under(ours.url, { connections: 10, forSeconds: 4 });
      const capacity = await under(ours.url, { connections: 10, forSeconds: seconds });
      const rate = capacity.good.length / seconds;
      const health = probing(`${ours.url}/healthz`);
      const over = await under(ours.url, {
        connections: 400,
        forSeconds: seconds,
        overallRate: Math.round(rate * 4),
      });
      const healthTimes = await health.end();
      yield figure('good answers a second at 4x, against the capacity', over.good.length / seconds, rate);
      yield figure('p99 of good answers, ms, against 500', quantile(over.good, 0.99), 500);
      yield* refusals(over.away);
      yield figure('slowest /healthz, ms, against 100', Math.max(...healthTimes), 100);
      await pause(5000);
      const after = await under(ours.url, { connections: 10, forSeconds: 4 });
      yield figure('answers a second five seconds later, against the capacity', after.good.length / 4, rate);
    } finally {
      await ours.stop();
    }
  },
};

function* refusals(away: readonly number[]): Iterable<Figure> {
  yield figure('turned away', away.length);
  if (away.length > 0) yield figure('median time to be turned away, ms, against 50', quantile(away, 0.5), 50);
}

interface Load {
  connections: number;
  forSeconds: number;
  overallRate?: number;
}

/** Times of the answers in milliseconds: those that were a page, and those that were 503. */
async function under(
  url: string,
  { forSeconds, ...load }: Load,
): Promise<{ good: number[]; away: number[] }> {
  const times: { good: number[]; away: number[] } = { good: [], away: [] };
  let turn = 0;
  const setupRequest = (request: { path?: string | undefined }) => {
    turn += 1;
    const lat = 53.8 + ((turn * 7919) % 90_000) / 1_000_000;
    return { ...request, path: `/search?q=lunch&near=${lat},-4.75` };
  };
  return new Promise((done, fail) => {
    const options = { url, requests: [{ setupRequest }], duration: forSeconds, ...load };
    const run = autocannon(options, (problem) => (problem ? fail(problem) : done(times)));
    run.on('response', (_client, status, _bytes, took) => {
      if (status === 200) times.good.push(took);
      else if (status === 503) times.away.push(took);
    });
  });
}

/** Asks again and again until it is told to end. */
function probing(url: string): { end(): Promise<number[]> } {
  const times: number[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const from = performance.now();
      await (await fetch(url)).text();
      times.push(performance.now() - from);
      await pause(probeEveryMs);
    }
  })();
  return {
    async end() {
      isOver = true;
      await asking;
      return times;
    },
  };
}

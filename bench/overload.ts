import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Bench, type Figure, figure } from './tools/bench.ts';
import { type Answered, anotherSearch, atOnce, evenly, readers } from './tools/crowd.ts';
import { startPractice } from './tools/practice.ts';
import { quantile } from './tools/times.ts';

const seconds = 10;
/** The program lets one newcomer in at each turn of its loop, so a crowd that has no connection yet is measured apart. */
const comeInSeconds = 5;
const probeEveryMs = 100;

/** REL10: four times as many searches a second as can be answered, each another one, beside what can be answered. */
export const bench: Bench = {
  name: 'overload',
  what: 'answers, refusals and health at four times the capacity, against the capacity',
  size: 1,
  async *run() {
    const ours = await startPractice();
    const crowd = readers(1000);
    let turn = 0;
    const into = (times: Times) => async () => {
      turn += 1;
      times.take(await crowd.get(ours.url + anotherSearch(turn)));
    };
    async function full(forSeconds: number): Promise<number> {
      const times = new Times();
      await atOnce(10, forSeconds, into(times));
      return times.good.length / forSeconds;
    }
    try {
      await full(4);
      const rate = await full(seconds);
      const health = probing(`${ours.url}/healthz`);
      const [coming, over] = [new Times(), new Times()];
      await evenly(Math.round(rate * 4), comeInSeconds, into(coming));
      await evenly(Math.round(rate * 4), seconds, into(over));
      const healthTimes = await health.end();
      yield figure('good answers a second at 4x, against the capacity', over.good.length / seconds, rate);
      yield figure('p99 of good answers, ms, against 500', quantile(over.good, 0.99), 500);
      yield figure('the same while all of them connect, ms, against 500', quantile(coming.good, 0.99), 500);
      yield* refusals(over.away);
      yield figure('slowest /healthz, ms, against 100', Math.max(...healthTimes), 100);
      await pause(5000);
      yield figure('answers a second five seconds later, against the capacity', await full(4), rate);
    } finally {
      crowd.end();
      await ours.stop();
    }
  },
};

function* refusals(away: readonly number[]): Iterable<Figure> {
  yield figure('turned away', away.length);
  if (away.length > 0) yield figure('median time to be turned away, ms, against 50', quantile(away, 0.5), 50);
}

/** Times of the answers in milliseconds: those that were a page, and those that were 503. */
class Times {
  readonly good: number[] = [];
  readonly away: number[] = [];

  take({ status, took }: Answered): void {
    if (status === 200) this.good.push(took);
    else if (status === 503) this.away.push(took);
  }
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

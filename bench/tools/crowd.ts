import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const tickMs = 10;

/** Does it so many times a second, whether or not those before are done, and waits for the last. The number counts up. */
export async function evenly(
  rate: number,
  seconds: number,
  one: (number: number) => Promise<unknown>,
): Promise<void> {
  const all: Promise<unknown>[] = [];
  const began = performance.now();
  while (all.length < rate * seconds) {
    const due = Math.min(rate * seconds, Math.floor(((performance.now() - began) / 1000) * rate));
    while (all.length < due) {
      const begun = one(all.length);
      // One that fails is told of at the end, with the others; until then nobody listens.
      begun.catch(() => undefined);
      all.push(begun);
    }
    await pause(tickMs);
  }
  await Promise.all(all);
}

/** So many at once, each beginning anew as soon as it is done. */
export async function atOnce(many: number, seconds: number, one: () => Promise<unknown>): Promise<void> {
  const until = performance.now() + seconds * 1000;
  const again = async () => {
    while (performance.now() < until) await one();
  };
  await Promise.all(Array.from({ length: many }, again));
}

/** Searches of which each is another one for some 90,000 turns, so that nothing that was kept helps. */
export function anotherSearch(turn: number): string {
  return `/search?q=lunch&near=${53.8 + ((turn * 7919) % 90_000) / 1_000_000},-4.75`;
}

export interface Answered {
  readonly status: number;
  /** Milliseconds from the asking to the last byte. */
  readonly took: number;
}

/** Readers who keep their connections, at most so many. The system’s own client costs less than `fetch`, and it shares our cores. */
export function readers(most: number): { get(url: string): Promise<Answered>; end(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  function get(url: string): Promise<Answered> {
    const from = performance.now();
    return new Promise((done, fail) => {
      const asked = request(url, { agent }, (answer) => {
        answer
          .resume()
          .once('end', () => done({ status: answer.statusCode ?? 0, took: performance.now() - from }));
      });
      // A kept connection may be closed by the other side while we ask: then we ask again, as browsers do.
      asked.once('error', (problem) => (asked.reusedSocket ? get(url).then(done, fail) : fail(problem)));
      asked.end();
    });
  }
  return { get, end: () => agent.destroy() };
}

import { performance } from 'node:perf_hooks';

/** Until code that runs often has been compiled, on both sides, one would measure the compiler. */
const warmUp = 200;

/** Times in milliseconds of two ways to do the same thing, run in turns so that the machine treats both alike. */
export async function inTurns(
  rounds: number,
  ours: (round: number) => Promise<unknown>,
  peer: (round: number) => Promise<unknown>,
  warm = warmUp,
): Promise<{ ours: number[]; peer: number[] }> {
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let round = 0; round < warm; round += 1) {
    await ours(round);
    await peer(round);
  }
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await timed(() => ours(round)));
    times.peer.push(await timed(() => peer(round)));
  }
  return times;
}

/** Of a clock that only goes forwards. */
export function seconds(): number {
  return performance.now() / 1000;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** The value below which that share of the times lies. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

import { limiter, networkOf } from '../http/limits.ts';

/** More than a whole family, fewer than a program: from one household or office within an hour. */
const calm = limiter({ burst: 6, seconds: 3600 });

/** Whether many forms came from the same corner of the internet lately. Counted in memory; no address is kept. */
export function isBusy(address: string, machineNow: Date): boolean {
  return !calm(networkOf(address), machineNow);
}

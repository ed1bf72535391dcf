import type { StepState } from '../../../platform/contributions.ts';
import { figure } from './standing.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** At night, and not all networks at the same minute. */
const from = 2;
const minutes = 180;
/** After the first, second … failure in a row; the last one goes on. */
const waits = [hour, 6 * hour, day, 2 * day, 4 * day, 7 * day];

/** The next night, at a minute of its own. */
export function nightAfter(now: Date, feedId: string): Date {
  const minute = Number.parseInt(feedId.slice(-6), 16) % minutes;
  const tonight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), from, minute);
  return new Date(tonight > now.getTime() ? tonight : tonight + day);
}

/** Whoever does not answer is asked again soon, then less and less often. */
export function afterFailure(now: Date, failures: number): Date {
  const wait = waits[Math.min(failures, waits.length) - 1] ?? hour;
  return new Date(now.getTime() + wait);
}

const few = 10;

/** Half a list that is missing was lost rather than closed. Somebody has to look before anything is marked. */
export function whyNotShrunk(before: number, now: number): string | undefined {
  if (before < few || now * 2 >= before) return undefined;
  return `It has ${now} services where it had ${before}. Nothing was changed. If that is right, bring it in by hand.`;
}

/** `https://x.example/oruk/services?page=1` is the feed at `https://x.example/oruk`. */
export function baseOf(url: URL): string {
  const path = url.pathname.replace(/\/+$/, '').replace(/\/services$/, '');
  return `${url.origin}${path}`;
}

export function feedsStand(all: readonly { state: string; failures: number }[]): StepState {
  if (all.length === 0)
    return { state: 'open', words: 'None. Lists that councils serve can be read every night.' };
  const on = all.filter(({ state }) => state === 'on').length;
  const failing = all.filter(({ failures }) => failures > 0).length;
  const words = `${figure(on)} read every night${failing > 0 ? `, ${figure(failing)} with trouble` : ''}.`;
  return { state: failing > 0 ? 'partly' : 'done', words };
}

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { counts } from '../metrics.ts';

type Fetch<Given extends readonly unknown[]> = (
  request: Request,
  ...given: Given
) => Response | Promise<Response>;

/** More than this would only make everybody wait longer. */
const mostAtOnce = 100;
/** Few enough that they are soon done, however long the oldest of them has waited. */
const fewAtOnce = 12;
/** How long somebody shall wait at most, as long as many ask at once. */
const goodTimeMs = 280;
/** How late the program may be for its own appointments before new work is turned away. */
const mostDelayMs = 250;
const lookEveryMs = 250;

interface Options {
  readonly mostAtOnce?: number;
}

export interface Carried<Given extends readonly unknown[]> {
  readonly fetch: Fetch<Given>;
  /** When nothing is being answered any more. */
  idle(): Promise<void>;
  /** From now on says that it is not ready. */
  leave(): void;
}

/**
 * Answers as many at once as can be answered in good time, and turns the rest away at once with a time to come back:
 * a queue that grows makes everybody wait and serves nobody. Whoever asks whether we live is always answered.
 */
export function carrying<Given extends readonly unknown[]>(
  fetch: Fetch<Given>,
  options: Options = {},
): Carried<Given> {
  const most = options.mostAtOnce ?? mostAtOnce;
  const delay = delayOfLoop();
  // What is read and what is sent are counted apart: who sends slowly must not keep others from reading.
  const open = { reading: 0, sending: 0 };
  const pace = paceOf(() => open.reading, most);
  let leaving = false;

  function isTooMuch(kind: keyof typeof open): boolean {
    if (open[kind] >= (kind === 'reading' ? pace.limit() : most)) return true;
    return open[kind] >= Math.min(fewAtOnce, most) && delay() > mostDelayMs;
  }

  return {
    async fetch(request, ...given) {
      const { pathname } = new URL(request.url);
      const kind = request.method === 'GET' || request.method === 'HEAD' ? 'reading' : 'sending';
      const isHealth = pathname === '/healthz' || pathname === '/readyz';
      if (leaving && pathname === '/readyz') return away();
      if (!isHealth && isTooMuch(kind)) {
        counts.turnedAway += 1;
        return away();
      }
      const startedAt = performance.now();
      open[kind] += 1;
      counts.open += 1;
      try {
        const answer = await fetch(request, ...given);
        counts.answered(answer.status, performance.now() - startedAt);
        return answer;
      } finally {
        open[kind] -= 1;
        if (kind === 'reading') pace.done();
        counts.open -= 1;
      }
    },
    async idle() {
      while (open.reading + open.sending > 0) await new Promise((done) => setTimeout(done, 20));
    },
    leave() {
      leaving = true;
    },
  };
}

/**
 * How many may be open so that each is done in good time: by Little's law, as many as are done in that time. How many
 * those are is counted while there is enough to do; a first crowd is taken as if the machine were a small one.
 */
function paceOf(open: () => number, most: number): { limit(): number; done(): void } {
  let [limit, finished, isBusy] = [Math.min(most, 48), 0, false];
  setInterval(() => {
    const inGoodTime = (finished * goodTimeMs) / lookEveryMs;
    // A pace is only known of a time that was busy from its beginning to its end.
    const wasBusy = isBusy;
    isBusy = open() >= Math.min(fewAtOnce, most);
    if (wasBusy && isBusy)
      limit = Math.max(Math.min(fewAtOnce, most), Math.min(most, (limit * 3 + inGoodTime) / 4));
    finished = 0;
  }, lookEveryMs).unref();
  return {
    limit: () => Math.round(limit),
    done() {
      finished += 1;
    },
  };
}

function away(): Response {
  return new Response('Busy just now. Wait a moment, then try again.\n', {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '2', 'Cache-Control': 'no-store' },
  });
}

/** How late the program was lately, on average. */
function delayOfLoop(): () => number {
  const monitor = monitorEventLoopDelay({ resolution: 20 });
  monitor.enable();
  let lately = 0;
  setInterval(() => {
    lately = Number.isNaN(monitor.mean) ? 0 : monitor.mean / 1e6 - 20;
    counts.loopDelayMs = Math.max(0, lately);
    monitor.reset();
  }, lookEveryMs).unref();
  return () => lately;
}

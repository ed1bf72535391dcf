import { inventedWeb } from './demo/neighbours.ts';
import type { House } from './platform/contributions.ts';
import type { PracticeRoom } from './platform/ctx.ts';
import { backToFirstDay } from './platform/db/first-day.ts';
import { inOneTransaction } from './platform/db/open.ts';
import { runDue } from './platform/due.ts';
import { guardedEgress } from './platform/egress/egress.ts';
import type { Egress } from './platform/egress/words.ts';
import type { EngineUrls } from './platform/engine/engine.ts';
import { makeCtx, type Source, type Words } from './platform/http/context.ts';
import { drainJobs } from './platform/jobs.ts';
import { log } from './platform/log.ts';
import { job } from './platform/permit.ts';
import { rebuildDocuments } from './slices/directory/actions/remake.ts';

/** What only a practice network can do to itself: let months pass while somebody waits, and go back. */
export function practiceRoom(jobsSource: Source, words: Words, urls: EngineUrls): PracticeRoom {
  return {
    async catchUp(until) {
      words.forget();
      const done = await allAtOnce(jobsSource, until).catch((problem: unknown) => {
        log.warn({ err: problem }, 'time did not pass at once, so it passes piece by piece');
        return runDue(jobsSource, until);
      });
      await drainJobs(jobsSource, words, urls.jobs);
      return done;
    },
    async backToFirstDay() {
      await backToFirstDay(urls.owner);
      words.forget();
    },
  };
}

/** Its neighbours are as invented as itself, and can be asked all the same. */
export function practiceEgress(): Egress {
  return inventedWeb(guardedEgress());
}

/** Nine months hold some thousand pieces: one transaction, the messages in it, and the search made again at its end. */
function allAtOnce(jobsSource: Source, until: Date): Promise<Map<string, number>> {
  return inOneTransaction(jobsSource.database, async (database) => {
    const told: string[] = [];
    const source = { ...jobsSource, database, house: listening(jobsSource.house, told) };
    const done = await runDue(source, until);
    const ctx = makeCtx({ ...source, house: jobsSource.house }, { actor: job, hoursAhead: 0 });
    for (const eventId of told) await jobsSource.house.jobs['write-messages']?.(ctx, { eventId });
    if (done.size > 0) await rebuildDocuments(ctx);
    return done;
  });
}

/** Notes whom an event concerns instead of adding a job for it. */
function listening(house: House, told: string[]): House {
  return {
    ...house,
    eventsWithMessages: new Set(),
    subscribers: [
      {
        events: [...house.eventsWithMessages],
        hear: async (_tx, _ctx, event) => void told.push(event.id),
      },
    ],
  };
}

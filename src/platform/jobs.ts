import { Logger, type Runner, run, runOnce } from 'graphile-worker';
import { makeCtx, type Source, type Words } from './http/context.ts';
import { log } from './log.ts';
import { job } from './permit.ts';

export interface Worker {
  stop(): Promise<void>;
}

/** The queue's name for a task, with what it does, each in a context of its own as a job. */
function tasks(source: Source, words: Words) {
  return Object.fromEntries(
    Object.entries(source.house.jobs).map(([name, work]) => [
      name,
      async (payload: unknown) => {
        const { hoursAhead } = await words.now();
        await work(makeCtx(source, { actor: job, hoursAhead }), payload);
      },
    ]),
  );
}

/** The queue's own lines join ours; its chatter is left out. */
function workerLogger(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error({ worker: message }, 'a job failed');
    if (level === 'warning') log.warn({ worker: message }, 'the job queue warns');
  });
}

/**
 * Runs jobs as they come. Two at a time leave the small machine room for pages.
 * What falls due is looked for every minute, mail that waits as well; the record is sealed every ten minutes.
 */
export async function startWorker(source: Source, words: Words, connectionString: string): Promise<Worker> {
  const runner: Runner = await run({
    connectionString,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: tasks(source, words),
    crontab: ['* * * * * run-due', '* * * * * send-mail ?max=1', '*/10 * * * * seal-record'].join('\n'),
    logger: workerLogger(),
  });
  return { stop: () => runner.stop() };
}

/** Runs what is waiting now and returns when the queue is empty: for commands, tests and the practice clock. */
export async function drainJobs(source: Source, words: Words, connectionString: string): Promise<void> {
  await runOnce({
    connectionString,
    taskList: tasks(source, words),
    noHandleSignals: true,
    logger: workerLogger(),
  });
}

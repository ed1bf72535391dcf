import { setTimeout as sleep } from 'node:timers/promises';
import type { JobHelpers, Logger, Runner, RunnerOptions } from 'graphile-worker';
import { sql } from 'kysely';
import type { Keeper } from './backup/nightly.ts';
import { isBackupDue } from './backup/state.ts';
import type { Jobs } from './contributions.ts';
import { onceThere } from './db/away.ts';
import { patientPool } from './db/patient.ts';
import { runDue } from './due.ts';
import { noteErased } from './erasing.ts';
import { makeCtx, type Source, type Words } from './http/context.ts';
import { log } from './log.ts';
import { sendMail } from './mail.ts';
import { job } from './permit.ts';
import { retain } from './retain.ts';
import { sealRecord } from './seal.ts';

export interface Worker {
  stop(): Promise<void>;
}

/** Two jobs at a time, one that listens, and one to spare. */
const workerConnections = 4;
/** How long a drain waits for what another worker has in hand. */
const drainPatienceMs = 10_000;

/** The house's own work, beside what the slices hand down. */
function builtIn(source: Source): Jobs {
  return {
    'run-due': async (ctx) => void (await runDue(source, ctx.now)),
    'send-mail': async (ctx) => void (await sendMail(ctx)),
    'seal-record': async (ctx) => void (await sealRecord(ctx)),
    retain,
    'note-erased': noteErased,
  };
}

/** The queue's name for a task, with what it does, each in a context of its own as a job. */
function tasks(source: Source, words: Words) {
  return Object.fromEntries(
    Object.entries({ ...builtIn(source), ...source.house.jobs }).map(([name, work]) => [
      name,
      async (payload: unknown, { abortSignal }: Pick<JobHelpers, 'abortSignal'>) => {
        const { hoursAhead } = await words.now();
        await work(makeCtx(source, { actor: job, hoursAhead }), payload, abortSignal);
      },
    ]),
  );
}

/** A backup may take longer than a stop can wait for, so it is broken off; the next start makes it anew. */
function keeping(keeper: Keeper, signal: AbortSignal) {
  return {
    async 'back-up'() {
      if (keeper.apart) {
        const { apart } = await import('./backup/apart.ts');
        return apart(keeper.apart, signal);
      }
      const { backUp } = await import('./backup/nightly.ts');
      await backUp(keeper, signal);
    },
  };
}

/** The queue's own lines join ours; its chatter is left out. */
async function workerLogger(): Promise<Logger> {
  const { Logger } = await import('graphile-worker');
  return new Logger(() => (level, message) => {
    if (level === 'error') log.error({ worker: message }, 'a job failed');
    if (level === 'warning') log.warn({ worker: message }, 'the job queue warns');
  });
}

/**
 * Runs jobs as they come. Two at a time leave the small machine room for pages.
 * What falls due is looked for every minute, mail that waits as well; the record is sealed every ten minutes;
 * what was kept long enough goes at night, and a backup is made then, or at a start that finds the last night missed.
 * A database that is away just now is waited for.
 */
export async function startWorker(
  source: Source,
  words: Words,
  connectionString: string,
  keeper?: Keeper,
): Promise<Worker> {
  const leaving = new AbortController();
  const { run } = await import('graphile-worker');
  const pgPool = patientPool(connectionString, workerConnections);
  const settings: RunnerOptions = {
    pgPool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: { ...tasks(source, words), ...(keeper ? keeping(keeper, leaving.signal) : {}) },
    crontab: [
      '* * * * * run-due',
      '* * * * * send-mail ?max=1',
      '*/10 * * * * seal-record',
      '23 3 * * * retain',
      ...(keeper ? ['40 2 * * * back-up ?max=3&jobKey=back-up'] : []),
    ].join('\n'),
    logger: await workerLogger(),
  };
  const runner = await onceThere(() => run(settings));
  if (keeper) await onceThere(() => backUpIfDue(source, runner));
  return {
    async stop() {
      leaving.abort();
      await runner.stop();
      await pgPool.end();
    },
  };
}

async function backUpIfDue(source: Source, runner: Runner): Promise<void> {
  if (!(await isBackupDue(makeCtx(source, { actor: job, hoursAhead: 0 })))) return;
  await runner.addJob('back-up', {}, { jobKey: 'back-up', maxAttempts: 3 });
}

/** Runs what is waiting now and returns when the queue is empty: for commands, tests and the practice clock. */
export async function drainJobs(source: Source, words: Words, connectionString: string): Promise<void> {
  const { runOnce } = await import('graphile-worker');
  const until = Date.now() + drainPatienceMs;
  const pgPool = patientPool(connectionString, workerConnections);
  try {
    do {
      await runOnce({
        pgPool,
        taskList: tasks(source, words),
        noHandleSignals: true,
        logger: await workerLogger(),
      });
      if ((await jobsLeft(source)) === 0) return;
      await sleep(25);
    } while (Date.now() < until);
  } finally {
    await pgPool.end();
  }
}

/** Ready to run or in some worker's hands; not what failed and waits for its next try. */
async function jobsLeft(source: Source): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*) as left from graphile_worker._private_jobs
    where attempts < max_attempts and (locked_at is not null or run_at <= now())`.execute(
    source.database.open,
  );
  return rows[0]?.left ?? 0;
}

import { expect } from 'vitest';
import { dbTest } from '../../test/helpers/db.ts';
import { quietHouse } from '../../test/helpers/quiet-house.ts';
import type { House } from './contributions.ts';
import { networkWords } from './http/context.ts';
import { drainJobs, startWorker } from './jobs.ts';
import { addJob } from './record.ts';

function houseThatNotes(done: string[]): () => House {
  const note = async (_ctx: unknown, payload: unknown) => void done.push(JSON.stringify(payload));
  return () => quietHouse({}, { note });
}

const drained: string[] = [];
dbTest(
  'the jobs login can empty the queue',
  async ({ jobs, jobsSource, urls }) => {
    await jobs.transaction((tx) => addJob(tx, 'note', { n: 1 }));
    await jobs.transaction((tx) => addJob(tx, 'note', { n: 2 }, 'keyed'));

    await drainJobs(jobsSource, networkWords(jobsSource), urls.jobs);

    expect(drained.sort()).toEqual(['{"n":1}', '{"n":2}']);
  },
  { house: houseThatNotes(drained) },
);

const worked: string[] = [];
dbTest(
  'a worker on the jobs login does what the web login asks for',
  async ({ db, jobsSource, urls }) => {
    const worker = await startWorker(jobsSource, networkWords(jobsSource), urls.jobs);

    await db.transaction((tx) => addJob(tx, 'note', { n: 3 }));
    await drainJobs(jobsSource, networkWords(jobsSource), urls.jobs);
    await worker.stop();

    expect(worked).toEqual(['{"n":3}']);
  },
  { house: houseThatNotes(worked) },
);

import { connect, createServer } from 'node:net';
import { expect, onTestFinished } from 'vitest';
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

const waitedFor: string[] = [];
dbTest(
  'a worker that starts while the database is away waits for it',
  async ({ db, jobsSource, urls }) => {
    const relay = relayTo(urls.jobs);
    const starting = startWorker(jobsSource, networkWords(jobsSource), await relay.url());
    await db.transaction((tx) => addJob(tx, 'note', { n: 4 }));
    await relay.refused();

    relay.open();
    const worker = await starting;
    await expect.poll(() => waitedFor, { timeout: 10_000 }).toEqual(['{"n":4}']);
    await worker.stop();
  },
  { house: houseThatNotes(waitedFor) },
);

/** The way to a database: until it is opened, who comes is sent away. */
function relayTo(url: string) {
  const socket = `${new URL(url).searchParams.get('host')}/.s.PGSQL.5432`;
  let isOpen = false;
  let sentAway: () => void = () => undefined;
  const refused = new Promise<void>((done) => {
    sentAway = done;
  });
  const server = createServer((caller) => {
    caller.on('error', () => undefined);
    if (!isOpen) {
      caller.resetAndDestroy();
      sentAway();
      return;
    }
    const there = connect(socket).on('error', () => caller.destroy());
    caller.pipe(there).pipe(caller);
  });
  onTestFinished(() => void server.close());
  return {
    async url(): Promise<string> {
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      return url.replace(/@localhost\//, `@127.0.0.1:${port}/`).replace(/\?host=.*$/, '');
    },
    refused: () => refused,
    open() {
      isOpen = true;
    },
  };
}

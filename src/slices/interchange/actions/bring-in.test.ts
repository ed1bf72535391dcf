import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { dbTest, type Town } from '../../../../test/helpers/db.ts';
import { coordinating } from '../../../../test/helpers/empty-network.ts';
import { networkWords } from '../../../platform/http/context.ts';
import { drainJobs } from '../../../platform/jobs.ts';
import { bringInList, lookAtList, rouse } from './bring-in.ts';

const program = fileURLToPath(new URL('../../../../test/helpers/list-process.ts', import.meta.url));
const rows = 3000;

dbTest(
  'REL6: a server that is killed in the middle of a list ends in the same state as an undisturbed one',
  async (town) => {
    const { owner } = town;
    const id = await readyToBringIn(town);

    await killedAfterFirstBatch(town, id);
    const stopped = await progress(town, id);
    const tooEarly = await rouse(town.jobCtx, new Date(Date.now() - 60_000));
    await owner
      .updateTable('interchange.import')
      .set({ moved_at: new Date('2026-01-01') })
      .execute();
    const roused = await rouse(town.jobCtx, new Date(Date.now() - 60_000));
    await drainJobs(town.jobsSource, networkWords(town.jobsSource), town.urls.jobs);

    expect(stopped.state).toBe('running');
    expect(stopped.read).toBeLessThan(rows);
    expect([tooEarly, roused]).toEqual([0, 1]);
    expect(await progress(town, id)).toEqual({ state: 'done', read: rows, new: rows - 30, rejected: 30 });
    const groups = owner.selectFrom('register.organisation').select('id').where('kind', '=', 'group');
    expect(await groups.execute()).toHaveLength(rows - 30);
    expect(await owner.selectFrom('directory.document').select('id').execute()).toHaveLength(rows - 30);
  },
  { timeout: 90_000 },
);

dbTest('a process that has to end leaves a list between two batches', async (town) => {
  const id = await readyToBringIn(town);
  const end = new AbortController();
  end.abort();

  await bringInList(town.jobCtx, id, end.signal);
  const left = await progress(town, id);
  await drainJobs(town.jobsSource, networkWords(town.jobsSource), town.urls.jobs);

  expect(left).toMatchObject({ state: 'running', read: 0 });
  expect(await progress(town, id)).toMatchObject({ state: 'done', read: rows });
});

dbTest('a list that cannot be taken in says so, and waits for somebody', async (town) => {
  const id = await readyToBringIn(town, 'sent');
  await town.owner.updateTable('interchange.import').set({ state: 'looking' }).execute();
  const columns = JSON.stringify({ nothing: 'name' });
  await town.owner.updateTable('interchange.import_file').set({ columns }).execute();

  await lookAtList(town.jobCtx, id);

  const one = await town.owner.selectFrom('interchange.import').select(['state', 'problem']).execute();
  expect(one).toEqual([{ state: 'sent', problem: 'There is no heading “nothing” to map.' }]);
});

/** Every hundredth row has no name. */
async function readyToBringIn(town: Town, until: 'sent' | 'running' = 'running'): Promise<string> {
  const ruth = await coordinating(town);
  const lines = Array.from({ length: rows }, (_, index) =>
    index % 100 === 99 ? `GB-CHC-${200_000 + index},` : `GB-CHC-${200_000 + index},Group ${index}`,
  );
  const file = { field: 'file', name: 'long.csv', body: ['org_id,name', ...lines].join('\n') };
  const page = await ruth.get('/imports/new');
  const columns = await ruth.upload(page, 'send-list', file, { kind: 'organisations', source: 'Long list' });
  const [, , id = ''] = columns.url.split('/');
  if (until === 'sent') return id;
  await ruth.submit(columns, 'say-columns');
  await drainJobs(town.jobsSource, networkWords(town.jobsSource), town.urls.jobs);
  await ruth.submit(await ruth.get(`/imports/${id}`), 'bring-in');
  return id;
}

async function killedAfterFirstBatch(town: Town, id: string): Promise<void> {
  const args = ['--import', 'tsx', program, town.urls.jobs, 'bring-in-list', id];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  while ((await progress(town, id)).read === 0) await sleep(5);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function progress({ owner }: Town, id: string) {
  return owner
    .selectFrom('interchange.import')
    .select(['state', 'read', 'new', 'rejected'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

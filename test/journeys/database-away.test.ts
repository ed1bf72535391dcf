import { expect, test, vi } from 'vitest';
import { readEngineFile } from '../../src/platform/engine/engine-file.ts';
import { ask, folderForTest, postmasterPid } from '../helpers/engine-folder.ts';
import { has15, openOutside15, openToAll, settingsOf } from '../helpers/engine15.ts';
import { freePort, type Started, startServer } from './start.ts';

let searches = 0;
const soon = { timeout: 30_000, interval: 200 };

test('REL16 a database that went away is waited for: pages say so, and go on with it, as do jobs', {
  timeout: 120_000,
}, async ({ skip }) => {
  if (!has15) skip('There is no PostgreSQL 15 on this machine: apt-get install postgresql');
  const outside = openToAll(folderForTest('outside'));
  const { urls } = await openOutside15(outside, { durable: true });
  const server = await startServer(folderForTest(), {
    ...{ port: await freePort(), JOINERY_NETWORK: 'empty' },
    ...settingsOf(urls),
  });

  // Twice, and in the middle of jobs: who has one in hand must not end with the database.
  for (let round = 0; round < 2; round += 1) {
    await queueJobs(urls.owner, 200);
    process.kill(postmasterPid(outside) ?? 0, 'SIGKILL');

    await vi.waitFor(async () => expect(await anotherSearch(server)).toBe(503), soon);
    const away = await fetch(`${server.url}/search?q=${round}`);
    expect(away.headers.get('retry-after')).toBe('5');
    expect(await away.text()).toContain('Busy just now');
    expect(await statusOf(server, '/healthz')).toBe(200);
    expect(await statusOf(server, '/readyz')).toBe(503);

    await openOutside15(outside, { durable: true });
    await goesOn(server, urls.owner);
  }

  await queueJobs(urls.owner, 200);
  process.kill(postmasterPid(outside) ?? 0, 'SIGKILL');
  expect(await stopped(server)).toBe(0);
});

test('REL16 the embedded database is started again when it was killed under the program', {
  timeout: 90_000,
}, async () => {
  const folder = folderForTest();
  const server = await startServer(folder, { port: await freePort(), JOINERY_NETWORK: 'empty' });
  const known = readEngineFile(folder);
  const owner = `postgres://joinery_owner:${known?.passwords.owner}@localhost/joinery?host=${known?.socketFolder}`;
  await goesOn(server, owner);
  const first = postmasterPid(folder) ?? 0;

  process.kill(first, 'SIGKILL');
  await vi.waitFor(() => expect(postmasterPid(folder)).not.toBe(first), soon);
  await goesOn(server, owner);

  expect(await stopped(server)).toBe(0);
  expect(postmasterPid(folder)).toBeUndefined();
});

async function statusOf(server: Started, path: string): Promise<number> {
  return (await fetch(server.url + path)).status;
}

/** One that was not asked before, so that no kept answer is given. */
function anotherSearch(server: Started): Promise<number> {
  searches += 1;
  return statusOf(server, `/search?q=another+${searches}`);
}

/** Pages are answered and a job is done. */
async function goesOn(server: Started, ownerUrl: string): Promise<void> {
  await vi.waitFor(async () => expect(await anotherSearch(server)).toBe(200), soon);
  await queueJobs(ownerUrl, 1);
  await vi.waitFor(async () => expect(await jobsReady(ownerUrl)).toBe(0), soon);
}

async function stopped(server: Started): Promise<number | null> {
  server.child.kill('SIGTERM');
  await server.ended;
  return server.child.exitCode;
}

async function queueJobs(ownerUrl: string, many: number): Promise<void> {
  await ask(
    ownerUrl,
    `select graphile_worker.add_job('seal-record', job_key => null) from generate_series(1, ${many})`,
  );
}

/** Those that could be done now; what failed with the database waits for its next try. */
async function jobsReady(ownerUrl: string): Promise<number> {
  const [found] = await ask<{ ready: number }>(
    ownerUrl,
    'select count(*)::int as ready from graphile_worker._private_jobs where run_at <= now() and locked_at is null',
  );
  return found?.ready ?? -1;
}

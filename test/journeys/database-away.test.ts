import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test, vi } from 'vitest';
import { ask, folderForTest, postmasterPid } from '../helpers/engine-folder.ts';
import { has15, openOutside15 } from '../helpers/engine15.ts';
import { freePort, startServer } from './start.ts';

const soon = { timeout: 30_000, interval: 200 };

test('REL16 a database that went away is waited for: pages say so, and go on with it, as do jobs', {
  timeout: 120_000,
}, async ({ skip }) => {
  if (!has15) skip('There is no PostgreSQL 15 on this machine: apt-get install postgresql');
  const outside = folderForTest('outside');
  chmodSync(dirname(outside), 0o755);
  const { urls } = await openOutside15(outside, { durable: true });
  const server = await startServer(folderForTest(), {
    ...{ port: await freePort(), JOINERY_NETWORK: 'empty' },
    ...{ DATABASE_URL: urls.web, DATABASE_OWNER_URL: urls.owner, DATABASE_JOBS_URL: urls.jobs },
  });

  // Twice, and in the middle of jobs: who has one in hand must not end with the database.
  for (let round = 0; round < 2; round += 1) {
    await queueJobs(urls.owner, 200);
    process.kill(postmasterPid(outside) ?? 0, 'SIGKILL');

    await vi.waitFor(async () => expect((await fetch(`${server.url}/search`)).status).toBe(503), soon);
    const away = await fetch(`${server.url}/search?q=${round}`);
    expect(away.headers.get('retry-after')).toBe('5');
    expect(await away.text()).toContain('Busy just now');
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);

    await openOutside15(outside, { durable: true });
    await vi.waitFor(async () => expect((await fetch(`${server.url}/search`)).status).toBe(200), soon);
    await queueJobs(urls.owner, 1);
    await vi.waitFor(async () => expect(await jobsReady(urls.owner)).toBe(0), soon);
  }

  server.child.kill('SIGTERM');
  await server.ended;
  expect(server.child.exitCode).toBe(0);
});

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

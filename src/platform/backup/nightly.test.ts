import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { dbTest, type Town } from '../../../test/helpers/db.ts';
import { folderForTest } from '../../../test/helpers/engine-folder.ts';
import { twoBoroughs } from '../../../test/helpers/two-boroughs.ts';
import { networkWords } from '../http/context.ts';
import { startWorker } from '../jobs.ts';
import { runCommand } from './command.ts';
import { backUp } from './nightly.ts';
import { onShelf } from './shelf.ts';
import { newestBackups } from './state.ts';

const scheduled = { backsUp: true, timeout: 60_000 };

dbTest(
  'REL7 each night’s backup is restored to try it, taken elsewhere, and the coordinator sees that it was',
  async (town) => {
    const shelf = folderForTest('shelf');
    const elsewhere = folderForTest();
    const ruth = await coordinator(town);
    await yesterdayIsLongAgo(town);
    expect((await ruth.get('/readyz')).status).toBe(503);
    expect((await ruth.get('/hub/queues/backups')).list('backups').map((row) => row.text)).toEqual([
      expect.stringContaining('There never was one.'),
    ]);

    const keeper = { ownerUrl: town.urls.owner, shelf, keep: 2, command: ['cp', '-r', '-t', elsewhere] };
    for (let night = 0; night < 3; night += 1) await backUp(keeper);

    expect(onShelf(shelf).length).toBe(2);
    expect(onShelf(elsewhere).length).toBe(3);
    expect((await ruth.get('/readyz')).json()).toMatchObject({ ready: true, checks: { backup: true } });
    expect((await ruth.get('/hub/queues/backups')).html).not.toContain('data-list="backups"');
    const [row] = (await ruth.get('/status')).list('backups');
    expect(row?.text).toContain('Yes, ');
    expect(await proofs(town)).toEqual([]);
  },
  scheduled,
);

dbTest(
  'REL7 a backup that cannot be restored is told, is taken nowhere and pushes no other out',
  async (town) => {
    const shelf = folderForTest('shelf');
    const keeper = { ownerUrl: town.urls.owner, shelf, keep: 1, command: ['touch'] };
    const ruth = await coordinator(town);
    await backUp(keeper);
    const [good = ''] = onShelf(shelf);

    // Somebody changed the record: its rows come back, and its seal proves nothing.
    await sealWrongly(town);
    await backUp(keeper);

    const [bad] = await newestBackups(town.owner, 1);
    expect(bad).toMatchObject({ state: 'whole', provedAt: null, commandCode: null });
    expect(bad?.proofTrouble).toBe('Seal 1 does not prove what stands in the record.');
    expect(onShelf(shelf)).toContain(good);
    expect((await ruth.get('/readyz')).json()).toMatchObject({ ready: false, checks: { backup: false } });
    expect((await ruth.get('/hub/queues/backups')).list('backups')[0]?.text).toContain(
      'The last backup cannot be restored',
    );
    expect((await ruth.get('/status')).text).toContain(
      'The last copy is too old, or could not be read again.',
    );
  },
  scheduled,
);

dbTest(
  'a copy elsewhere that failed is told with its code, and the network stays ready',
  async (town) => {
    const ruth = await coordinator(town);

    await backUp({ ownerUrl: town.urls.owner, shelf: folderForTest('shelf'), keep: 1, command: ['false'] });

    expect((await ruth.get('/hub/queues/backups')).list('backups')[0]?.text).toContain('It ended with 1.');
    expect((await ruth.get('/readyz')).status).toBe(200);
  },
  scheduled,
);

dbTest(
  'who is no coordinator learns whether there are backups, and nothing more',
  async (town) => {
    await coordinator(town);
    await backUp({ ownerUrl: town.urls.owner, shelf: folderForTest('shelf'), keep: 1, command: [] });

    const page = await (await town.browser()).get('/status');

    expect(page.text).toContain('A copy of everything is made each night');
    expect(page.html).not.toContain('data-list="backups"');
  },
  scheduled,
);

dbTest(
  'a start makes the backup that the last night missed, and a stop does not wait for it',
  async (town) => {
    await coordinator(town);
    const shelf = folderForTest('shelf');
    const keeper = { ownerUrl: town.urls.owner, shelf, keep: 1, command: ['sleep', '1000'] };
    const worker = await startWorker(town.jobsSource, networkWords(town.jobsSource), town.urls.jobs, keeper);
    await expect.poll(() => onShelf(shelf).length, { timeout: 20_000 }).toBe(1);

    const startedAt = Date.now();
    await worker.stop();

    expect(Date.now() - startedAt).toBeLessThan(10_000);
    await expect.poll(() => proofs(town)).toEqual([]);
  },
  scheduled,
);

test('a command that does not end is stopped with all it started, and one that is not there is named', async () => {
  const folder = folderForTest();
  const script = join(folder, 'slow.sh');
  writeFileSync(script, '#!/bin/sh\nsleep 30 & echo $! > "$1/pid"\nwait\n', { mode: 0o755 });

  const slow = await runCommand([script], folder, { mostMs: 1000 });
  const missing = await runCommand([join(folder, 'nothing')], folder);

  expect(slow).toEqual({ code: null, trouble: 'It took too long and was stopped.' });
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  await expect.poll(() => isRunning(pid)).toBe(false);
  expect(missing.trouble).toContain('It could not be run');
});

test('a command is told nothing of our settings', async () => {
  const folder = folderForTest();
  const script = join(folder, 'tell.sh');
  writeFileSync(script, '#!/bin/sh\nenv > "$1/env"\n', { mode: 0o755 });
  process.env.SMTP_URL = 'smtp://secret@mail.example';

  await runCommand([script], folder).finally(() => delete process.env.SMTP_URL);

  expect(readdirSync(folder)).toContain('env');
  expect(readFileSync(join(folder, 'env'), 'utf8')).not.toContain('secret');
});

function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function coordinator(town: Town) {
  const { hub } = await twoBoroughs(town);
  const { person_id } = await town.owner
    .selectFrom('register.position')
    .select('person_id')
    .where('organisation_id', '=', hub)
    .executeTakeFirstOrThrow();
  const { token } = await town.signedIn(person_id, 'strong');
  return town.browser(token);
}

async function yesterdayIsLongAgo({ owner }: Town): Promise<void> {
  await sql`update platform.migration set at = at - interval '3 days'`.execute(owner);
}

async function sealWrongly({ owner }: Town): Promise<void> {
  await sql`insert into platform.seal (number, transactions_from, transactions_before, events, previous_hash, hash,
      sealed_at)
    values (1, '0', '1', 0, '\\x00', '\\x00', now())`.execute(owner);
}

async function proofs({ owner }: Town): Promise<unknown[]> {
  const { rows } =
    await sql`select datname from pg_database where starts_with(datname, 'joinery_proof_')`.execute(owner);
  return rows;
}

import { appendFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { asOwner as ask, dbTest, type Town, urlsOf } from '../../../test/helpers/db.ts';
import { folderForTest } from '../../../test/helpers/engine-folder.ts';
import { openDatabase } from '../db/open.ts';
import { asOwner } from '../db/owner.ts';
import { openEngine } from '../engine/engine.ts';
import { holdFolder } from '../engine/server-lock.ts';
import { addJob, record } from '../record.ts';
import { firstBrokenSeal, sealRecord } from '../seal.ts';
import { event } from '../words.ts';
import { type Backup, manifestFile, sha256 } from './manifest.ts';
import { restore } from './restore.ts';
import { findBackup, letOldGo, onShelf } from './shelf.ts';
import { takeBackup } from './take.ts';
import { refuseHalfRestoredFolder } from './unfinished.ts';

const happened = event<{ n: number }>('a_test.happened');
const server = { port: 3999, publicUrl: 'http://localhost:3999' };
const quiet = () => undefined;

dbTest(
  'REL7 a network moves to another server and back, and its record goes on behind the last seal',
  async (town) => {
    await countOn(town, 3000);
    await happen(town, 1, 2);
    await sealAll(town, 2);
    await happen(town, 3);
    await town.jobs.transaction((tx) => addJob(tx, 'write-messages', { eventId: 'one' }, 'a key'));

    const shelf = folderForTest('shelf');
    const dataFolder = folderForTest('data');
    const there = await takeBackup({ ownerUrl: town.urls.owner, shelf });
    expect(await restore(there, { dataFolder, ...server }, quiet)).toBeUndefined();
    const back = await useEmbedded(dataFolder, async (ownerUrl) => {
      await sealedAndWhole(town, ownerUrl, 4);
      return takeBackup({ ownerUrl, shelf });
    });

    const database = urlsOf('town_back');
    await ask('create database town_back');
    try {
      expect(await restore(back, { dataFolder, ...server, database }, quiet)).toBeUndefined();
      await sealedAndWhole(town, database.owner, 5);
      const jobs = await rows(
        database.owner,
        `select task_identifier, key, attempts from graphile_worker.jobs`,
      );
      expect(jobs).toEqual([{ task_identifier: 'write-messages', key: 'a key', attempts: 0 }]);
    } finally {
      await ask('drop database town_back with (force)');
    }
  },
  { timeout: 60_000 },
);

dbTest(
  'REL7 a backup holds one moment, though others write meanwhile',
  async (town) => {
    const shelf = folderForTest('shelf');
    let isWriting = true;
    const writer = (async () => {
      for (let n = 0; isWriting; n += 1) await happen(town, n);
    })();

    const { manifest } = await takeBackup({ ownerUrl: town.urls.owner, shelf });
    isWriting = false;
    await writer;

    const dataFolder = folderForTest('data');
    await restore(findBackup(shelf), { dataFolder, ...server }, quiet);
    await useEmbedded(dataFolder, async (ownerUrl) => {
      const [found] = await rows(ownerUrl, 'select count(*)::integer as events from platform.event');
      expect(found).toEqual({ events: manifest.tables.find(({ table }) => table === 'event')?.rows });
    });
  },
  { timeout: 60_000 },
);

dbTest('REL7 only whoever made a backup can read it, and nothing of it is left undone', async ({ urls }) => {
  const shelf = folderForTest('shelf');

  const { folder } = await takeBackup({ ownerUrl: urls.owner, shelf });

  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const open = readdirSync(folder).filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0);
  expect(open).toEqual([]);
  expect(readdirSync(shelf)).toEqual(onShelf(shelf));
});

dbTest('REL7 a damaged backup is refused before anything is written', async ({ urls }) => {
  const shelf = folderForTest('shelf');
  const dataFolder = folderForTest('data');
  const backup = await takeBackup({ ownerUrl: urls.owner, shelf });

  appendFileSync(join(backup.folder, 'platform.event.copy.gz'), 'x');
  await expect(restore(backup, { dataFolder, ...server }, quiet)).rejects.toThrow(
    'platform.event.copy.gz is not as it was written',
  );
  expect(existsSync(dataFolder)).toBe(false);

  appendFileSync(join(backup.folder, manifestFile), ' ');
  expect(() => findBackup(shelf)).toThrow('its list of contents was changed');
  writeFileSync(join(backup.folder, `${manifestFile}.sha256`), '');
  expect(() => findBackup(shelf)).toThrow('its list of contents was changed');
});

dbTest(
  'REL7 rows that are other than the list of contents says are not taken for a restore',
  async ({ urls }) => {
    const shelf = folderForTest('shelf');
    const dataFolder = folderForTest('data');
    const { folder, manifest } = await takeBackup({ ownerUrl: urls.owner, shelf });
    const tables = manifest.tables.map((one) =>
      one.table === 'event' ? { ...one, content: `${sha256('')}x` } : one,
    );

    const other: Backup = { folder, manifest: { ...manifest, tables } };

    await expect(restore(other, { dataFolder, ...server }, quiet)).rejects.toThrow(
      'platform.event is not what the backup holds',
    );
    expect(existsSync(dataFolder)).toBe(false);
  },
  { timeout: 60_000 },
);

dbTest('a backup of a newer Joinery is left to that one', async ({ urls }) => {
  const { folder, manifest } = await takeBackup({ ownerUrl: urls.owner, shelf: folderForTest('shelf') });
  const migrations = [...manifest.migrations, { name: '9999_later.sql', digest: 'x' }];

  const restoring = restore(
    { folder, manifest: { ...manifest, migrations } },
    { dataFolder: folderForTest('data'), ...server },
    quiet,
  );

  await expect(restoring).rejects.toThrow('whose 9999_later.sql this one does not have');
});

dbTest('a restore wants an empty folder, no server on it, and an empty database', async ({ urls }) => {
  const backup = await takeBackup({ ownerUrl: urls.owner, shelf: folderForTest('shelf') });
  const dataFolder = folderForTest('data');
  mkdirSync(dataFolder);
  writeFileSync(join(dataFolder, 'mine.txt'), '');

  await expect(restore(backup, { dataFolder, ...server }, quiet)).rejects.toThrow('is not empty');
  expect(readdirSync(dataFolder)).toEqual(['mine.txt']);

  const hold = await holdFolder({ dataFolder, port: 4000, publicUrl: 'http://localhost:4000' });
  await expect(restore(backup, { dataFolder, ...server }, quiet)).rejects.toThrow(/process \d+ on port 4000/);
  await hold.release();

  await expect(restore(backup, { dataFolder, ...server, database: urls }, quiet)).rejects.toThrow(
    'That database is not empty',
  );
});

dbTest(
  'a restore that was broken off is not served, and begins anew',
  async ({ urls }) => {
    const backup = await takeBackup({ ownerUrl: urls.owner, shelf: folderForTest('shelf') });
    const dataFolder = folderForTest('data');
    mkdirSync(join(dataFolder, 'postgres'), { recursive: true });
    writeFileSync(join(dataFolder, 'restoring'), '');

    expect(() => refuseHalfRestoredFolder(dataFolder)).toThrow('Restore again: it begins anew.');
    await restore(backup, { dataFolder, ...server }, quiet);

    expect(() => refuseHalfRestoredFolder(dataFolder)).not.toThrow();
    expect(existsSync(join(dataFolder, 'postgres/PG_VERSION'))).toBe(true);

    const database = urlsOf('town_half');
    await ask('create database town_half');
    try {
      await asOwner(database.owner, (client) =>
        client.query('create schema joinery_restoring; create schema areas'),
      );
      expect(await restore(backup, { dataFolder, ...server, database }, quiet)).toBeUndefined();
    } finally {
      await ask('drop database town_half with (force)');
    }
  },
  { timeout: 60_000 },
);

test('the oldest backups go, and those of another kind stay', () => {
  const shelf = folderForTest('shelf');
  const names = [
    'joinery-20260101T000000Z',
    'joinery-20260102T000000Z',
    'joinery-20260101T010000Z-before-0014',
  ];
  for (const name of names) {
    mkdirSync(join(shelf, name), { recursive: true });
    writeFileSync(join(shelf, name, manifestFile), '{}');
  }

  letOldGo(shelf, { keep: 1, kind: /Z$/ });

  expect(onShelf(shelf)).toEqual([names[2], names[1]]);
});

async function happen({ jobCtx }: Town, ...numbers: readonly number[]): Promise<void> {
  for (const n of numbers) await jobCtx.db.transaction((tx) => record(tx, jobCtx, happened, { n }));
}

async function sealAll({ jobCtx }: Town, events: number): Promise<void> {
  let sealed = 0;
  await expect.poll(async () => (sealed += await sealRecord(jobCtx)), { timeout: 60_000 }).toBe(events);
}

/** One more event in a restored network, sealed there; the whole record of so many is proved by its seals. */
async function sealedAndWhole(town: Town, ownerUrl: string, events: number): Promise<void> {
  const database = openDatabase(ownerUrl, { max: 2 });
  const there = { ...town, jobCtx: { ...town.jobCtx, db: database } };
  try {
    await happen(there, events);
    await expect
      .poll(
        async () => {
          await sealRecord(there.jobCtx);
          const { rows: sums } = await sql<{ events: number }>`
          select sum(events)::integer as events from platform.seal`.execute(database.open);
          return sums[0]?.events;
        },
        { timeout: 10_000 },
      )
      .toBe(events);
    expect(await firstBrokenSeal(database.open)).toBeUndefined();
  } finally {
    await database.close();
  }
}

/** Makes the source count higher than a new cluster does. */
async function countOn({ owner }: Town, transactions: number): Promise<void> {
  for (let n = 0; n < transactions; n += 1) await sql`select pg_current_xact_id()`.execute(owner);
}

async function useEmbedded<T>(dataFolder: string, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const engine = await openEngine({ dataFolder });
  try {
    return await work(engine.urls.owner);
  } finally {
    await engine.stop();
  }
}

function rows(ownerUrl: string, text: string): Promise<unknown[]> {
  return asOwner(ownerUrl, async (client) => (await client.query(text)).rows);
}

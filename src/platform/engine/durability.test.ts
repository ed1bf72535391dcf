import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ask, folderForTest, otherProcess, postmasterPid } from '../../../test/helpers/engine-folder.ts';
import { openEngine } from './engine.ts';

test('what the database said is safe is there after server and database were killed', async () => {
  const folder = folderForTest();

  const rounds = [await killedWriter(folder), await killedWriter(folder), await killedWriter(folder)];
  rounds.push(await killedWriter(folder), await killedWriter(folder));

  const engine = await openEngine({ dataFolder: folder });
  const found = await ask<{ number: string }>(engine.urls.owner, 'select number::text from note');
  await engine.stop();
  const kept = new Set(found.map(({ number }) => number));
  const lost = rounds.flat().filter((number) => !kept.has(number));
  expect(rounds.flat().length).toBeGreaterThan(rounds.length);
  expect(lost).toEqual([]);
}, 60_000);

/** Lets another process write, kills it and PostgreSQL at a moment nobody chose, and answers what was promised. */
async function killedWriter(folder: string): Promise<string[]> {
  const writer = otherProcess(folder, { task: 'write' });
  await writer.said(2);
  await pause(50 + Math.random() * 400);
  process.kill(postmasterPid(folder) ?? 0, 'SIGKILL');
  writer.child.kill('SIGKILL');
  await writer.ended;
  return writer.lines.slice(1);
}

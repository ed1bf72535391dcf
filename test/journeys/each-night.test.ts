import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderForTest } from '../helpers/engine-folder.ts';
import { freePort, startServer } from './start.ts';

const soon = { timeout: 30_000 };

test('REL7 a night’s backup is made beside the server, and by hand where somebody wants one now', {
  timeout: 90_000,
}, async () => {
  const folder = folderForTest();
  const shelf = join(folder, 'backups');
  const server = await startServer(folder, { port: await freePort(), JOINERY_NETWORK: 'empty' });
  await expect.poll(() => backups(shelf).length, soon).toBe(1);

  // While the server’s own is still tried out there is no other.
  const again = await vi.waitFor(async () => {
    const { code } = await joinery(folder, ['backup', '--nightly']);
    return code === 1 ? expect.unreachable() : code;
  }, soon);
  const wrong = await joinery(folder, ['backup', '--nightly', '/srv']);
  const off = await joinery(folder, ['backup', '--nightly'], { JOINERY_BACKUPS: 'off' });

  expect([again, backups(shelf).length]).toEqual([0, 2]);
  expect([wrong.code, wrong.said]).toEqual([2, expect.stringContaining('The settings say where')]);
  expect([off.code, off.said]).toEqual([2, expect.stringContaining('JOINERY_BACKUPS is off')]);
  server.child.kill('SIGTERM');
  await server.ended;
  expect(server.child.exitCode).toBe(0);
});

test('REL7 the process that makes it ends with the server, also with one that was killed', {
  timeout: 90_000,
}, async () => {
  const beside = folderForTest();
  const [script, said] = [join(beside, 'slow.sh'), join(beside, 'pid')];
  writeFileSync(script, `#!/bin/sh\necho $PPID > ${said}\nsleep 300\n`, { mode: 0o755 });
  const server = await startServer(folderForTest(), {
    ...{ port: await freePort(), JOINERY_NETWORK: 'empty', JOINERY_BACKUPS_COMMAND: script },
  });
  const maker = await vi.waitFor(() => Number(readFileSync(said, 'utf8')) || expect.unreachable(), soon);
  const isOfItsOwn = maker !== server.child.pid && isRunning(maker);

  server.child.kill('SIGKILL');

  await expect.poll(() => isRunning(maker), soon).toBe(false);
  expect(isOfItsOwn).toBe(true);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function backups(shelf: string): string[] {
  return existsSync(shelf) ? readdirSync(shelf).filter((name) => name.startsWith('joinery-')) : [];
}

function joinery(
  folder: string,
  words: readonly string[],
  more: Record<string, string> = {},
): Promise<{ code: number; said: string }> {
  const env = { ...process.env, JOINERY_DATA: folder, ...more };
  return new Promise((done) => {
    execFile('bin/joinery', [...words], { env }, (problem, _, said) =>
      done({ code: typeof problem?.code === 'number' ? problem.code : 0, said }),
    );
  });
}

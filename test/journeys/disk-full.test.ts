import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { onShelf } from '../../src/platform/backup/shelf.ts';
import { freePort, type Started, startServer } from './start.ts';

const settings = { JOINERY_NETWORK: 'empty', TRUSTED_PROXY: '127.0.0.1', JOINERY_BACKUPS: 'off' };

test('REL16 a full disk stops writing, not reading, and room is enough to go on', {
  timeout: 120_000,
}, async () => {
  const disk = smallDisk();
  // Without the right to mount there is no small disk to fill.
  if (!disk) return;
  const server = await startServer(join(disk, 'data'), { port: await freePort(), ...settings });
  onTestFinished(() => void server.child.kill('SIGTERM'));

  const filler = fill(disk);
  const full = await askForCodes(server, 400);

  expect(full.filter((status) => status !== 303 && status !== 503)).toEqual([]);
  expect(full).toContain(503);
  expect(await statusOf(server, '/healthz')).toBe(200);
  expect(await statusOf(server, '/')).toBe(200);
  expect(await statusOf(server, '/search?q=lunch')).toBe(200);
  expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({
    ready: false,
    checks: { disk: false },
  });

  rmSync(filler);
  expect(new Set(await askForCodes(server, 5))).toEqual(new Set([303]));
  server.child.kill('SIGTERM');
  await server.ended;
});

test('REL16 a backup that finds no room leaves nothing, and says so', { timeout: 120_000 }, async () => {
  const disk = smallDisk();
  if (!disk) return;
  const shelf = join(disk, 'shelf');
  const filler = fill(disk);
  const env = { ...process.env, JOINERY_DATA: inject('journeyData') };

  const kept = spawnSync('bin/joinery', ['backup', shelf], { env, encoding: 'utf8' });
  rmSync(filler);
  const again = spawnSync('bin/joinery', ['backup', shelf], { env, encoding: 'utf8' });

  expect(kept.status).toBe(2);
  expect(kept.stderr).toContain('could not be made: the disk is full. Nothing of it is left.');
  expect(again).toMatchObject({ status: 0, stderr: '' });
  expect(onShelf(shelf).length).toBe(1);
});

function smallDisk(): string | undefined {
  const disk = mkdtempSync(join(tmpdir(), 'joinery-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=120m,mode=755', 'none', disk]);
  onTestFinished(() => {
    if (mounted.status === 0) spawnSync('umount', ['--lazy', disk]);
    rmSync(disk, { recursive: true, force: true });
  });
  return mounted.status === 0 ? disk : undefined;
}

/** Takes all the room there is; returns the file that has it. */
function fill(disk: string): string {
  const file = join(disk, 'filler');
  const handle = openSync(file, 'w');
  try {
    for (const block of [Buffer.alloc(1 << 20), Buffer.alloc(4096)]) writeAll(handle, block);
  } finally {
    closeSync(handle);
  }
  return file;
}

function writeAll(handle: number, block: Buffer): void {
  try {
    for (;;) writeSync(handle, block);
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'ENOSPC')) throw problem;
  }
}

let from = 0;

/** Each from another place, so that nobody is told to wait. */
async function askForCodes({ url }: Started, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    from += 1;
    const headers = { origin: url, 'x-forwarded-for': `10.9.${from >> 8}.${from & 255}` };
    const body = new URLSearchParams({ email: `somebody${from}@wicket.example`, next: '/me' });
    const answer = await fetch(`${url}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
    statuses.push(answer.status);
  }
  return statuses;
}

async function statusOf({ url }: Started, path: string): Promise<number> {
  const answer = await fetch(url + path);
  await answer.text();
  return answer.status;
}

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { checkFiles, readBackup } from '../../src/platform/backup/manifest.ts';
import { onShelf } from '../../src/platform/backup/shelf.ts';
import { markerIn } from '../../src/platform/backup/unfinished.ts';
import { folderForTest } from '../helpers/engine-folder.ts';
import { freePort, startServer } from './start.ts';

const rounds = 4;

function joinery(dataFolder: string, ...args: readonly string[]) {
  const env = { ...process.env, JOINERY_DATA: dataFolder };
  const child = spawn('bin/joinery', args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  return { child, ended: Promise.all([code, said]).then(([of, [out, err]]) => ({ code: of, out, err })) };
}

test('REL7 a network is kept while it is open, and opens again from what was kept', async () => {
  const shelf = folderForTest('shelf');
  const folder = folderForTest('data');

  const kept = await joinery(inject('journeyData'), 'backup', shelf, '--json').ended;
  const restored = await joinery(folder, 'restore', shelf).ended;
  const again = await joinery(folder, 'restore', shelf).ended;

  expect(kept).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(kept.out)).toMatchObject({ folder: join(shelf, onShelf(shelf)[0] ?? '') });
  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(restored.out).toContain('Every row was compared with the backup');
  expect(again).toMatchObject({ code: 2, out: '' });
  expect(again.err).toContain('is not empty');

  const server = await startServer(folder, { port: await freePort() });
  const found = await fetch(`${server.url}/api/v1/search?q=lunch`);
  const before = await fetch(`${inject('journeyUrl')}/api/v1/search?q=lunch`);
  expect(total(await found.json())).toBe(total(await before.json()));
  server.child.kill('SIGTERM');
  await server.ended;
});

test('REL7 a backup that was killed is no backup, a restore that was killed is no network', {
  timeout: 180_000,
}, async () => {
  const shelf = folderForTest('shelf');
  for (let round = 0; round < rounds; round += 1) {
    const making = joinery(inject('journeyData'), 'backup', shelf);
    await pause(150 + Math.random() * 700);
    making.child.kill('SIGKILL');
    await making.ended;
    for (const name of onShelf(shelf)) await checkFiles(readBackup(join(shelf, name)));
  }
  await joinery(inject('journeyData'), 'backup', shelf).ended;

  const folder = folderForTest('data');
  for (let round = 0; round < rounds; round += 1) {
    const restoring = joinery(folder, 'restore', shelf);
    await pause(300 + Math.random() * 900);
    restoring.child.kill('SIGKILL');
    await restoring.ended;
    const isBegun = existsSync(markerIn(folder));
    const kept = await joinery(folder, 'backup', shelf).ended;
    expect(kept.code === 2, `${kept.out}${kept.err}`).toBe(isBegun || !existsSync(join(folder, 'postgres')));
    if (kept.code === 0) return;
  }
  const restored = await joinery(folder, 'restore', shelf).ended;
  expect(restored).toMatchObject({ code: 0, err: '' });
});

test('REL8 a first start that is killed again and again goes on where it was', {
  timeout: 120_000,
}, async () => {
  const folder = folderForTest('data');
  process.env.JOINERY_NETWORK = 'empty';
  try {
    for (let round = 0; round < rounds; round += 1) {
      const first = joinery(folder, 'mail');
      await pause(500 + Math.random() * 700);
      first.child.kill('SIGKILL');
      await first.ended;
    }

    expect(await joinery(folder, 'mail').ended).toEqual({ code: 0, out: 'There is no mail.\n', err: '' });
  } finally {
    delete process.env.JOINERY_NETWORK;
  }
});

function total(answer: unknown): unknown {
  return Reflect.get(Object(Reflect.get(Object(answer), 'meta')), 'total');
}

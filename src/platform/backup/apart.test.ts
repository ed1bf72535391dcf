import { readFileSync, writeFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderForTest } from '../../../test/helpers/engine-folder.ts';
import { apart } from './apart.ts';

const never = new AbortController().signal;

/** A program that says its own number and its priority in a file, and then does as it is told. */
function program(folder: string, then: string): readonly string[] {
  const file = join(folder, 'program.mjs');
  const said = JSON.stringify(join(folder, 'said'));
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(${said}, String(process.pid));\n${then}`,
  );
  return [process.execPath, file];
}

test('a process apart gives way to others, and says whether it ended well', async () => {
  const folder = folderForTest();
  const seen = join(folder, 'seen');
  const waits = `while (!(await import('node:fs')).existsSync(${JSON.stringify(seen)})) await new Promise((go) => setTimeout(go, 20));`;
  const ended = apart(program(folder, waits), never);
  const pid = await saidPid(folder);

  const priority = getPriority(pid);
  writeFileSync(seen, '');

  await expect(ended).resolves.toBeUndefined();
  expect(priority).toBe(constants.priority.PRIORITY_LOW);
  await expect(apart(program(folder, 'process.exit(3)'), never)).rejects.toThrow('ended with 3');
  await expect(apart([join(folder, 'nothing')], never)).rejects.toThrow('ENOENT');
});

test('it is told to end when its signal comes', async () => {
  const folder = folderForTest();
  const leaving = new AbortController();
  const ended = apart(program(folder, 'setInterval(() => undefined, 1000);'), leaving.signal);
  await saidPid(folder);

  leaving.abort();

  await expect(ended).rejects.toThrow('ended with SIGTERM');
});

function saidPid(folder: string): Promise<number> {
  return vi.waitFor(() => Number(readFileSync(join(folder, 'said'), 'utf8')) || expect.unreachable(), 5000);
}

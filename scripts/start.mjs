// npm start: installs and builds what is missing, then runs the server. With --watch it builds and starts again
// when a source changes. No dependencies: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, passSignalsTo, root } from './prepare.mjs';

const main = join(root, 'dist/main.js');

try {
  await ensureInstalled(console.log);
  if (process.argv.includes('--watch')) await startAgainOnChange();
  else process.exitCode = await startOnce();
} catch (problem) {
  console.error(problem.message);
  process.exitCode = 2;
}

async function startOnce() {
  await ensureBuilt(console.log);
  const server = startServer();
  passSignalsTo(server);
  return ended(server);
}

function startServer() {
  return spawn(process.execPath, ['--enable-source-maps', main], { stdio: 'inherit' });
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

async function startAgainOnChange() {
  const told = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => told.abort());
  let server;
  do {
    if (await couldBuild()) {
      await stop(server);
      server = startServer();
    }
  } while (await sourceChange(told.signal));
  await stop(server);
}

async function couldBuild() {
  try {
    await ensureInstalled(console.log);
    await ensureBuilt(console.log);
    return true;
  } catch (problem) {
    console.error(problem.message);
    return false;
  }
}

async function stop(server) {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGTERM');
  await ended(server);
}

/** True after a change, a moment later because editors write in bursts; false when we are told to end. */
async function sourceChange(signal) {
  const changed = ['src', 'public', 'db'].map((folder) => watch(join(root, folder), { recursive: true }));
  const isChanged = await new Promise((resolve) => {
    for (const watcher of changed) watcher.once('change', () => setTimeout(() => resolve(true), 100));
    signal.addEventListener('abort', () => resolve(false));
    if (signal.aborted) resolve(false);
  });
  for (const watcher of changed) watcher.close();
  return isChanged;
}

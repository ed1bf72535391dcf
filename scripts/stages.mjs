// The stages of `npm run check` and `npm test`: each is a program that ends well or not, with its time.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passSignalsTo, root } from './prepare.mjs';

/** Runs a program of node_modules quietly; what it said is shown when it failed. */
export async function quietStage(name, tool, args) {
  const { code, said, seconds } = await runTool(tool, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(said.trimEnd());
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** Runs tests and counts them. */
export async function testStage(name, args, { env = {}, isQuiet = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-report-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code, said, seconds } = await runTool(
    'vitest',
    ['run', '--passWithNoTests', ...reporters, ...args],
    {
      stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 1, 2],
      env: { ...process.env, ...env },
    },
  );
  const counted = count(report, code);
  rmSync(folder, { recursive: true, force: true });
  if (isQuiet && code !== 0) console.log(said.trimEnd());
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}: ${sentence(counted)} (${seconds} s)`);
  return counted;
}

export function sum(results) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results) for (const key of Object.keys(total)) total[key] += result[key];
  return total;
}

export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

async function runTool(tool, args, options) {
  const startedAt = Date.now();
  const child = spawn(join(root, 'node_modules/.bin', tool), args, { cwd: root, ...options });
  const forget = passSignalsTo(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (piece) => {
      said += piece;
    });
  }
  const code = await new Promise((resolve) => {
    child.on('error', (problem) => {
      said += problem.message;
      resolve(1);
    });
    child.on('close', resolve);
  });
  forget();
  return { code, said, seconds: ((Date.now() - startedAt) / 1000).toFixed(1) };
}

/** A file that cannot be loaded holds no tests to count, and yet something failed. */
function count(report, code) {
  const found = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] };
  const broken = found.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  const failed = (found.numFailedTests ?? 0) + broken.length;
  return {
    passed: found.numPassedTests ?? 0,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: (found.numPendingTests ?? 0) + (found.numTodoTests ?? 0),
  };
}

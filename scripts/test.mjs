// npm test: everything, closed by one line that counts the tests.
import { existsSync } from 'node:fs';
import { check } from './check.mjs';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';
import { sentence, sum, testStage } from './stages.mjs';

const postgres15 = '/usr/lib/postgresql/15/bin';

try {
  requireTools();
  await ensureInstalled(console.log);
  const total = await testAll();
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(sentence(total));
} catch (problem) {
  console.error(problem.message);
  process.exitCode = 2;
}

function requireTools() {
  const chromium = process.env.CHROMIUM || '/usr/bin/chromium';
  if (!existsSync(chromium)) {
    throw new Error(
      `The tests open pages in Chromium, and there is none at ${chromium}. ` +
        'Install the Debian package "chromium", or set CHROMIUM to where yours is.',
    );
  }
  if (process.env.REQUIRE_POSTGRES_15 && !existsSync(postgres15)) {
    throw new Error(
      `The tests run on PostgreSQL 15 too, and there is none in ${postgres15}. ` +
        'Install the Debian package "postgresql-15".',
    );
  }
}

async function testAll() {
  const results = [await check(), await buildStage()];
  results.push(await testStage('unit tests and laws', ['--project', 'unit']));
  if (existsSync(postgres15)) {
    const env = { TEST_ENGINE: '15' };
    results.push(await testStage('the same on PostgreSQL 15', ['--project', 'unit'], { env }));
  }
  results.push(await testStage('journeys', ['--project', 'journeys']));
  return sum(results);
}

async function buildStage() {
  try {
    await ensureBuilt(console.log);
    return { passed: 0, failed: 0, skipped: 0 };
  } catch (problem) {
    console.log(`FAILED build: ${problem.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

// npm run check: types, lint and the laws that need no database or browser.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, root } from './prepare.mjs';
import { quietStage, sum, testStage } from './stages.mjs';

export async function check() {
  const stages = [
    quietStage('types', 'tsc', ['--noEmit']),
    quietStage('lint', 'biome', ['check', '--colors=off', '--diagnostic-level=warn']),
    quietStage('nothing unused', 'knip', ['--include', 'files,dependencies,exports']),
    testStage('laws of the sources', ['--project', 'static'], { isQuiet: true }),
  ];
  if (existsSync(join(root, 'dependency-rules.cjs'))) {
    stages.push(quietStage('law of imports', 'depcruise', ['--config', 'dependency-rules.cjs', 'src']));
  }
  return sum(await Promise.all(stages));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensureInstalled(console.log);
    const { failed } = await check();
    process.exitCode = failed > 0 ? 1 : 0;
  } catch (problem) {
    console.error(problem.message);
    process.exitCode = 2;
  }
}

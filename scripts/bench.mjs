// npm run bench -- NAME [--size N] [--json FILE]: one benchmark of bench/ with its peers; without a name, the names.
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, root } from './prepare.mjs';

try {
  await ensureInstalled(console.error);
  process.exitCode = await main();
} catch (problem) {
  console.error(problem.stack ?? String(problem));
  process.exitCode = 2;
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { size: { type: 'string' }, json: { type: 'string' } },
    allowPositionals: true,
  });
  const benches = await loadAll();
  const [name] = positionals;
  if (name === undefined) {
    for (const one of benches) console.log(`${one.name.padEnd(12)} ${one.what} (--size ${one.size})`);
    return 0;
  }
  const bench = benches.find((one) => one.name === name);
  if (!bench) throw new Error(`There is no benchmark “${name}”. npm run bench lists them.`);
  const size = Number(values.size ?? bench.size);
  if (!Number.isInteger(size) || size < 1) throw new Error('--size wants a whole number.');
  for await (const figure of bench.run({ size })) {
    const line = JSON.stringify({ bench: name, size, ...figure });
    console.log(line);
    if (values.json) appendFileSync(values.json, `${line}\n`);
  }
  return 0;
}

/** Every file of bench/ that exports `bench`. */
async function loadAll() {
  const { tsImport } = await import('tsx/esm/api');
  const files = readdirSync(join(root, 'bench')).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(
    files.sort().map((file) => tsImport(join(root, 'bench', file), import.meta.url)),
  );
  return modules.map((module) => module.bench).filter((bench) => bench !== undefined);
}

// npm run bench -- NAME [--size N] [--json FILE] [--write]: one benchmark of bench/ with its peers; without a name, the
// names. With --write its figures stand in bench/README.md afterwards, with the day and the machine.
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, root } from './prepare.mjs';

const beginning = '<!-- From here on it is written by `npm run bench -- NAME --write`. -->';

try {
  await ensureInstalled(console.error);
  process.exitCode = await main();
} catch (problem) {
  console.error(problem.stack ?? String(problem));
  process.exitCode = 2;
}

async function main() {
  const { values, positionals } = parseArgs({
    options: { size: { type: 'string' }, json: { type: 'string' }, write: { type: 'boolean' } },
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
  const figures = [];
  for await (const figure of bench.run({ size })) {
    figures.push(figure);
    const line = JSON.stringify({ bench: name, size, ...figure });
    console.log(line);
    if (values.json) appendFileSync(values.json, `${line}\n`);
  }
  if (values.write) writeDown(name, size, figures);
  return 0;
}

/** In place of what this benchmark gave at this size before. */
function writeDown(name, size, figures) {
  const file = join(root, 'bench/figures.json');
  const before = JSON.parse(readFileSync(file, 'utf8'));
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model ?? 'unknown'}, Node ${process.versions.node}`;
  const run = { bench: name, size, on: new Date().toISOString().slice(0, 10), machine, figures };
  const others = before.filter((one) => one.bench !== name || one.size !== size);
  const all = [...others, run].sort((a, b) => a.bench.localeCompare(b.bench) || a.size - b.size);
  writeFileSync(file, `${JSON.stringify(all, null, 1)}\n`);
  const readme = join(root, 'bench/README.md');
  const text = readFileSync(readme, 'utf8');
  const [head = ''] = text.split(beginning);
  writeFileSync(readme, `${head}${beginning}\n\n${[...all.flatMap(section), ...growth(all)].join('\n')}\n`);
}

/** A row for each figure, a column for each peer. */
function section({ bench, size, on, machine, figures }) {
  const peers = [
    ...new Set(figures.flatMap(({ metric, peer }) => (peer === null ? [] : [apart(metric).against]))),
  ];
  const rows = new Map();
  for (const { metric, ours, peer, ratio } of figures) {
    const { what, against } = apart(metric);
    const row = rows.get(what) ?? { ours, cells: new Map() };
    if (peer !== null) row.cells.set(against, `${peer} (${ratio}×)`);
    rows.set(what, row);
  }
  return [
    ...[`### ${bench}, ${size.toLocaleString('en-GB')}`, '', `${on}; ${machine}.`, ''],
    `| | Ours | ${peers.join(' | ')} |`,
    `|---|---|${'---|'.repeat(peers.length)}`,
    ...[...rows].map(
      ([what, row]) =>
        `| ${[what, row.ours, ...peers.map((name) => row.cells.get(name) ?? '')].join(' | ')} |`,
    ),
    '',
  ];
}

/** `name, p95 ms, against SQLite FTS5` is of names and of SQLite. */
function apart(metric) {
  const [what = '', against = 'Peer'] = metric.split(', against ');
  return { what, against };
}

/** G13: how fast the time of the slow ones grows from the smallest size to the largest, as an exponent of the size. */
function growth(all) {
  const rows = [];
  for (const name of new Set(all.map((run) => run.bench))) {
    const runs = all.filter((run) => run.bench === name);
    const [small, large] = [runs[0], runs.at(-1)];
    if (small === undefined || large === undefined || small.size === large.size) continue;
    for (const figure of large.figures.filter(({ metric }) => metric.includes('p95'))) {
      const then = small.figures.find(({ metric }) => metric === figure.metric);
      if (!then) continue;
      const grown = (now, before) =>
        now === null || before === null
          ? ''
          : (Math.log(now / before) / Math.log(large.size / small.size)).toFixed(2);
      const sizes = `${small.size.toLocaleString('en-GB')} to ${large.size.toLocaleString('en-GB')}`;
      rows.push(
        `| ${name}: ${figure.metric} | ${sizes} | ${grown(figure.ours, then.ours)} | ${grown(figure.peer, then.peer)} |`,
      );
    }
  }
  return rows.length === 0
    ? []
    : ['### Growth', '', '| | From, to | Ours | Peer |', '|---|---|---|---|', ...rows, ''];
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

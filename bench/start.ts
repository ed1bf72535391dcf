import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { openEngine } from '../src/platform/engine/engine.ts';
import { type Bench, type Figure, figure } from './tools/bench.ts';
import { bringInCharities, startPractice } from './tools/practice.ts';
import { quantile } from './tools/times.ts';

const starts = 5;

/** G12: how soon the second start is open, against a bare `http` server, and how much memory the process holds. */
export const bench: Bench = {
  name: 'start',
  what: 'second start and memory, against a bare http start and the bytes of the database',
  size: 100_000,
  async *run({ size }) {
    const first = await startPractice();
    await first.stop({ keep: true });
    yield figure('first start with the sample network, ms', first.openMs);

    const ours: number[] = [];
    const bare: number[] = [];
    for (let turn = 0; turn < starts; turn += 1) {
      const again = await startPractice(first.folder);
      ours.push(again.openMs);
      await again.stop({ keep: true });
      bare.push(await bareStart());
    }
    const usual = quantile(bare, 0.5);
    yield figure('second start, engine included, ms, against a bare http start', quantile(ours, 0.5), usual);
    yield* outside(first.folder);

    await bringInCharities(first.folder, size);
    const last = await startPractice(first.folder);
    for (let page = 0; page < 200; page += 1)
      await (await fetch(`${last.url}/search?q=lunch&near=AV3+4QT`)).text();
    const memory = residentBytes(last.pid);
    const engine = await openEngine({ dataFolder: first.folder });
    const bytes = await databaseBytes(engine.urls.owner);
    await engine.stop();
    yield figure(
      'memory of the process after 200 pages, MB, against the database',
      memory / 1e6,
      bytes / 1e6,
    );
    await last.stop();
  },
};

/** The database runs already, as with an outside PostgreSQL. */
async function* outside(folder: string): AsyncIterable<Figure> {
  const engine = await openEngine({ dataFolder: folder });
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let turn = 0; turn < starts * 2; turn += 1) {
    const server = await startPractice(undefined, engine.urls);
    times.ours.push(server.openMs);
    await server.stop();
    times.bare.push(await bareStart());
  }
  await engine.stop();
  yield figure(
    'start with an outside database, ms, against a bare http start',
    quantile(times.ours, 0.5),
    quantile(times.bare, 0.5),
  );
}

/** A process that answers with a word, from its start to the line that says so. */
function bareStart(): Promise<number> {
  const from = performance.now();
  const script = "require('http').createServer((q,a)=>a.end('x')).listen(0,()=>console.log('open'))";
  const server = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((done) => {
    server.stdout.once('data', () => {
      const took = performance.now() - from;
      server.once('exit', () => done(took));
      server.kill('SIGTERM');
    });
  });
}

function residentBytes(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}

async function databaseBytes(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ size: number }>(
    'select pg_database_size(current_database())::float8 as size',
  );
  await client.end();
  return rows[0]?.size ?? 0;
}

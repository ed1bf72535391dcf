import { join } from 'node:path';
import pg from 'pg';
import { openEngine } from '../src/platform/engine/engine.ts';
import { type Bench, figure } from './tools/bench.ts';
import { anotherSearch, evenly, readers } from './tools/crowd.ts';
import { bringInCharities, startPractice } from './tools/practice.ts';
import { quantile } from './tools/times.ts';

const pagesASecond = 5;
const secondsAlone = 30;
/** A backup of 100,000 takes half a minute: two of them give so many, one of a million more. */
const pagesToCompare = 250;

/** REL7: what readers notice of a backup, by the p95 of searches that nobody asked before. */
export const bench: Bench = {
  name: 'backup',
  what: 'pages while a backup is made and proved, against pages before and after it',
  size: 100_000,
  async *run({ size }) {
    const first = await startPractice();
    await first.stop({ keep: true });
    await bringInCharities(first.folder, size);

    const ours = await startPractice(first.folder, undefined, {
      JOINERY_BACKUPS: join(first.folder, 'shelf'),
    });
    const engine = await openEngine({ dataFolder: first.folder });
    const database = new pg.Pool({ connectionString: engine.urls.owner, max: 1 });
    const crowd = readers(50);
    let turn = 0;
    const pages = (times: number[]) =>
      evenly(pagesASecond, 1, async () => {
        turn += 1;
        times.push((await crowd.get(ours.url + anotherSearch(turn))).took);
      });
    try {
      const [during, alone]: [number[], number[]] = [[], []];
      const seconds: number[] = [];
      // A start that finds no backup makes one: meanwhile everything grows warm.
      do await pages([]);
      while (await isMaking(database));
      while (during.length < pagesToCompare) {
        for (let second = 0; second < secondsAlone; second += 1) await pages(alone);
        await database.query(`select graphile_worker.add_job('back-up', '{}', job_key => 'back-up')`);
        const from = performance.now();
        do await pages(during);
        while (await isMaking(database));
        seconds.push((performance.now() - from) / 1000);
      }

      yield figure(
        'p95 of a page while a backup is made, ms, against none',
        quantile(during, 0.95),
        quantile(alone, 0.95),
      );
      yield figure('p50 of the same, ms', quantile(during, 0.5), quantile(alone, 0.5));
      yield figure('seconds for a backup and its proof', quantile(seconds, 0.5));
    } finally {
      crowd.end();
      await database.end();
      await engine.stop();
      await ours.stop();
    }
  },
};

async function isMaking(database: pg.Pool): Promise<boolean> {
  const { rows } = await database.query(`select from graphile_worker.jobs where task_identifier = 'back-up'`);
  return rows.length > 0;
}

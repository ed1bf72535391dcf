import { join } from 'node:path';
import { makeCtx } from '../src/platform/http/context.ts';
import { job } from '../src/platform/permit.ts';
import { loadAreas, loadPostcodes } from '../src/slices/areas/door.ts';
import { importList } from '../src/slices/interchange/door.ts';
import { bareInsert } from './tools/bare-insert.ts';
import { type Bench, figure } from './tools/bench.ts';
import { postcodes, writeCharities } from './tools/charities.ts';
import { openRoom } from './tools/room.ts';

/** G6: a list taken in with everything that belongs to it, against the bare insert of the rows it leaves behind. */
export const bench: Bench = {
  name: 'import',
  what: 'a list of organisations, against a bare insert into the same tables',
  size: 100_000,
  async *run({ size }) {
    const room = await openRoom();
    try {
      const ours = await room.open('ours');
      const peer = await room.open('peer');
      const ctx = makeCtx(ours.source, { actor: job, hoursAhead: 0 });
      const areas = Array.from({ length: 8 }, (_, index) => `B0${index}`);
      await loadAreas(
        ctx,
        areas.map((code) => ({ code, name: code, level: 'borough' })),
      );
      await loadPostcodes(ctx, postcodes());
      const list = join(room.folder, 'charities.csv');
      await writeCharities(list, size);

      const memory = watchMemory();
      const first = await take();
      const peakMb = memory.stop();
      if (first.new !== size) throw new Error(`Only ${first.new} of ${size} rows were new.`);
      const again = await take();
      if (again.unchanged !== size) throw new Error(`${again.changed} rows changed the second time.`);
      const bareSeconds = await bareInsert({ from: ours.urls.owner, into: peer.urls.owner, rows: 500 });

      yield figure('rows a second', size / first.seconds, size / bareSeconds);
      yield figure('rows a second, the same list again', size / again.seconds);
      yield figure('peak memory of the process, MB', peakMb);

      function take() {
        return importList(ctx, {
          kind: 'organisations',
          paths: [list],
          map: new Map(),
          source: 'Charities',
          dry: false,
          rejectsFolder: room.folder,
          say: () => undefined,
          progress: () => undefined,
        });
      }
    } finally {
      await room.close();
    }
  },
};

function watchMemory(): { stop(): number } {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return peak / 2 ** 20;
    },
  };
}

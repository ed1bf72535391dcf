import { openDatabase } from '../../src/platform/db/open.ts';
import { makeCtx } from '../../src/platform/http/context.ts';
import { job } from '../../src/platform/permit.ts';
import { wire } from '../../src/wiring.ts';
import { takeIn } from './lists.ts';

// An import in a process of its own, for tests that kill it: import-process.ts URL LIST FOLDER. Says each batch.
const [url = '', list = '', folder = ''] = process.argv.slice(2);
const source = { database: openDatabase(url, { max: 2 }), house: wire(), publicUrl: 'http://localhost:3000' };
const ctx = makeCtx(source, { actor: job, hoursAhead: 0 });
await takeIn(ctx, 'organisations', [list], {
  folder,
  progress: (counts) => process.stdout.write(`${counts.read}\n`),
});
await source.database.close();

import { openDatabase } from '../../src/platform/db/open.ts';
import { makeCtx } from '../../src/platform/http/context.ts';
import { job } from '../../src/platform/permit.ts';
import { jobs } from '../../src/slices/interchange/jobs.ts';
import { wire } from '../../src/wiring.ts';

// The job of a list that came through a page, in a process of its own, for tests that kill it: list-process.ts URL JOB ID.
const [url = '', name = '', importId = ''] = process.argv.slice(2);
const source = { database: openDatabase(url, { max: 2 }), house: wire(), publicUrl: 'http://localhost:3000' };
await jobs[name]?.(makeCtx(source, { actor: job, hoursAhead: 0 }), { importId });
await source.database.close();

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { moments } from '../../src/platform/db/known.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { type EngineUrls, openEngine } from '../../src/platform/engine/engine.ts';
import { makeCtx, type Source } from '../../src/platform/http/context.ts';
import { job } from '../../src/platform/permit.ts';
import { makeNetwork } from '../../src/slices/network/door.ts';
import { wire } from '../../src/wiring.ts';

/** An engine of its own with durable writes, as in use; gone afterwards. */
export interface Room {
  folder: string;
  /** A migrated database with a network. */
  open(name: string): Promise<{ urls: EngineUrls; source: Source }>;
  close(): Promise<void>;
}

export async function openRoom(): Promise<Room> {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-bench-'));
  const engine = await openEngine({ dataFolder: join(folder, 'data') });
  const closing: (() => Promise<void>)[] = [];
  return {
    folder,
    async open(name) {
      await asOwner(engine.urls.owner, `create database ${name}`);
      const urls = engine.urlsFor(name);
      await migrate(urls.owner);
      // As the server does it: what seldom changes is read once in a moment.
      const { now, end } = moments();
      const database = openDatabase(urls.jobs, { max: 4, moment: now, onChange: end });
      closing.push(() => database.close());
      const source: Source = { database, house: wire(), publicUrl: 'http://localhost:3000' };
      await makeNetwork(makeCtx(source, { actor: job, hoursAhead: 0 }), network);
      return { urls, source };
    },
    async close() {
      for (const close of closing) await close();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const network = {
  name: 'Bench',
  strapline: '',
  practice: false,
  promise: [],
  hubName: 'Hub',
  hubPhone: '01632 960100',
  hubEmail: 'hub@bench.example',
};

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

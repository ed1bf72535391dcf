import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/db/migrate.ts';
import { type Engine, openEngine } from '../../src/platform/engine/engine.ts';
import { openOutside15 } from './engine15.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Logins on the database `joinery`; another database of the same engine differs in the path only. */
    engineOwnerUrl: string;
    engineWebUrl: string;
    engineJobsUrl: string;
    /** A migrated, empty database: `create database mine template …` takes a moment. */
    engineTemplate: string;
  }
}

const template = 'joinery_template';

/** One engine for the whole run. `TEST_ENGINE=15` takes Debian's PostgreSQL 15 in place of the embedded one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-test-'));
  chmodSync(folder, 0o755);
  const engine = await open(folder);
  await makeTemplate(engine);
  project.provide('engineOwnerUrl', engine.urls.owner);
  project.provide('engineWebUrl', engine.urls.web);
  project.provide('engineJobsUrl', engine.urls.jobs);
  project.provide('engineTemplate', template);
  return async () => {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function open(folder: string): Promise<Engine> {
  if (process.env.TEST_ENGINE === '15') return openOutside15(folder);
  return openEngine({ dataFolder: folder, durable: false });
}

async function makeTemplate(engine: Engine): Promise<void> {
  const client = new pg.Client(engine.urls.owner);
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  await migrate(engine.urlsFor(template).owner);
}

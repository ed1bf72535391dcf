import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { fillDemo } from '../../src/demo/fill.ts';
import { keepFirstDay } from '../../src/platform/db/first-day.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { networkWords, type Source } from '../../src/platform/http/context.ts';
import { drainJobs } from '../../src/platform/jobs.ts';
import { practiceEgress } from '../../src/practice-room.ts';
import { wire } from '../../src/wiring.ts';
import { asOwner, dbTest, fieldKey, type Town, urlsOf } from './db.ts';

const filled = 'joinery_demo_town';
/** One worker fills while the others wait. */
const fillLock = 735_201_120;

/** A test in the practice network as it is on its first day: the cast, 13 centres, 450 groups. */
export function demoTest(name: string, work: (town: Town) => Promise<void>): void {
  dbTest(name, work, { template: filledTemplate, practice: true, timeout: 120_000 });
}

/** Filled once a run, by whoever needs it first; from then on it is copied in a moment. */
async function filledTemplate(): Promise<string> {
  const client = new pg.Client(inject('engineOwnerUrl'));
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [fillLock]);
    const { rows } = await client.query('select from pg_database where datname = $1', [filled]);
    if (rows.length === 0) await fillTemplate();
  } finally {
    await client.end();
  }
  return filled;
}

async function fillTemplate(): Promise<void> {
  const half = `${filled}_half`;
  await asOwner(`drop database if exists ${half} with (force)`);
  await asOwner(`create database ${half} template ${inject('engineTemplate')} strategy file_copy`);
  const urls = urlsOf(half);
  const database = openDatabase(urls.jobs, { max: 4 });
  const egress = practiceEgress();
  const publicUrl = 'http://localhost:3000';
  const source: Source = { database, house: wire(), publicUrl, egress, fieldKey };
  await fillDemo(source, () => undefined);
  await drainJobs(source, networkWords(source), urls.jobs);
  await database.close();
  await keepFirstDay(urls.owner);
  // The last connections need a moment to leave before the name can change.
  await sleep(200);
  await asOwner(`alter database ${half} rename to ${filled}`);
}

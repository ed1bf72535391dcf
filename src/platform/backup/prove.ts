import { randomBytes } from 'node:crypto';
import { asOwner, atDatabase, quoted } from '../db/owner.ts';
import { CannotRun } from '../engine/cannot-run.ts';
import { load, refuseNewerBackup } from './load.ts';
import { type Backup, checkFiles } from './manifest.ts';

const throwAway = 'joinery_proof_';

/** Restores a backup into a database that is thrown away, beside the one that is served. Throws what went wrong. */
export async function prove(ownerUrl: string, backup: Backup, signal?: AbortSignal): Promise<void> {
  await refuseNewerBackup(backup);
  await checkFiles(backup);
  await dropLeftOvers(ownerUrl);
  const name = `${throwAway}${randomBytes(6).toString('hex')}`;
  await asOwner(ownerUrl, (client) =>
    client.query(`create database ${quoted(name)} encoding 'UTF8' template template0`),
  );
  try {
    const broken = await load(atDatabase(ownerUrl, name), backup, { say: () => undefined, signal });
    if (broken !== undefined) throw new CannotRun(`Seal ${broken} does not prove what stands in the record.`);
  } finally {
    await drop(ownerUrl, name);
  }
}

/** Whoever was killed in the middle of a proof left its database behind. */
async function dropLeftOvers(ownerUrl: string): Promise<void> {
  const names = await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname::text as name from pg_database where starts_with(datname, $1)',
      [throwAway],
    );
    return rows.map(({ name }) => name);
  });
  for (const name of names) await drop(ownerUrl, name);
}

async function drop(ownerUrl: string, name: string): Promise<void> {
  await asOwner(ownerUrl, (client) => client.query(`drop database if exists ${quoted(name)} with (force)`));
}

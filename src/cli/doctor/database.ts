import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { type BackupState, newestBackups } from '../../platform/backup/state.ts';
import { refuseHalfRestoredDatabase, refuseHalfRestoredFolder } from '../../platform/backup/unfinished.ts';
import type { Config } from '../../platform/config.ts';
import { migrations } from '../../platform/db/migrate.ts';
import { openDatabase } from '../../platform/db/open.ts';
import { refuseUnfitServer } from '../../platform/db/outside.ts';
import { asOwner } from '../../platform/db/owner.ts';
import { newClient } from '../../platform/engine/client.ts';
import { type EngineUrls, openEngine } from '../../platform/engine/engine.ts';
import { advice, type Finding, finding } from './finding.ts';

/** What the database tells of the network in it, as far as it is there. */
export interface Seen {
  readonly findings: readonly Finding[];
  /** Absent when there is no network yet. */
  readonly network?: { readonly practice: boolean; readonly hubEmail: string };
  readonly backups: readonly BackupState[];
}

/** Looks at the database as it stands: whoever looks neither changes it nor fills it. */
export async function lookAtDatabase(config: Config): Promise<Seen> {
  if (config.database) {
    await refuseUnfitServer(config.database);
    await refuseHalfRestoredDatabase(config.database.owner);
    return look(config.database);
  }
  refuseHalfRestoredFolder(config.dataFolder);
  if (!existsSync(join(config.dataFolder, 'postgres'))) {
    const problem = `There is none in ${config.dataFolder} yet. The first start makes it.`;
    return { findings: [{ what: 'There is a network', level: 'advice', problem }], backups: [] };
  }
  const engine = await openEngine({ dataFolder: config.dataFolder });
  try {
    return await look(engine.urls);
  } finally {
    await engine.stop();
  }
}

async function look(urls: EngineUrls): Promise<Seen> {
  const logins = [await strengthFindings('web', urls.web), await strengthFindings('jobs', urls.jobs)].flat();
  const there = await asOwner(urls.owner, async (client) => ({
    done: await names(client),
    network: await networkOf(client),
    record: await one<{ at: Date | null }>(client, 'select max(machine_at) as at from platform.event'),
    server: await one<{ at: Date }>(client, 'select clock_timestamp() as at'),
  }));
  const waiting = (await migrations()).filter(({ name }) => !there.done.has(name));
  const backups = there.done.has('0024_platform__backup_words.sql') ? await backupsOf(urls.owner) : [];
  const now = Date.now();
  return {
    findings: [
      ...logins,
      finding(
        'The clock is right',
        Math.abs(now - (there.server?.at.getTime() ?? 0)) < 60_000 &&
          (there.record?.at?.getTime() ?? 0) < now + 60_000,
        'It is behind what was written last, or differs from the database server’s. Let it be set by the network (NTP).',
      ),
      advice(
        'The database is that of this program',
        waiting.length === 0,
        `The next start changes it: ${waiting.length} changes, after a backup.`,
      ),
    ],
    ...(there.network ? { network: there.network } : {}),
    backups,
  };
}

async function strengthFindings(name: string, url: string): Promise<Finding[]> {
  const client = newClient(url);
  await client.connect();
  try {
    const found = await one<{ superuser: boolean; bypasses: boolean }>(
      client,
      'select rolsuper as superuser, rolbypassrls as bypasses from pg_roles where rolname = current_user',
    );
    return [
      finding(`The ${name} login is no superuser`, found?.superuser === false, 'Take SUPERUSER from it.'),
      finding(
        `The ${name} login keeps row-level security`,
        found?.bypasses === false,
        'Take BYPASSRLS from it.',
      ),
    ];
  } finally {
    await client.end();
  }
}

async function names(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>('select name from platform.migration');
  return new Set(rows.map(({ name }) => name));
}

function networkOf(client: pg.Client): Promise<{ practice: boolean; hubEmail: string } | undefined> {
  return one(client, 'select practice, hub_email as "hubEmail" from network.network');
}

async function one<Row extends pg.QueryResultRow>(client: pg.Client, text: string): Promise<Row | undefined> {
  const { rows } = await client.query<Row>(text);
  return rows[0];
}

async function backupsOf(ownerUrl: string): Promise<BackupState[]> {
  const database = openDatabase(ownerUrl, { max: 1 });
  try {
    return await newestBackups(database.open, 60);
  } finally {
    await database.close();
  }
}

/** Whether what people wrote is there twice. */
export function backupFinding(backups: readonly BackupState[], now: Date): Finding {
  const good = backups.find(({ state, proofTrouble }) => state === 'whole' && proofTrouble === '');
  const hours = good ? (now.getTime() - good.startedAt.getTime()) / 3_600_000 : Number.POSITIVE_INFINITY;
  const problem = good
    ? `The last good one is from ${good.startedAt.toISOString()}. Is a server running at night?`
    : 'There never was one. A server makes one each night; bin/joinery backup FOLDER makes one now.';
  return finding('There is a backup of today or yesterday', hours < 26, problem);
}

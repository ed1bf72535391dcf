import { statSync } from 'node:fs';
import { sql } from 'kysely';
import { openHouse } from '../open-house.ts';
import { type Config, readConfig } from '../platform/config.ts';
import type { Db } from '../platform/db/open.ts';
import { readArgs, type Verb } from './verb.ts';

interface Finding {
  what: string;
  /** Why not, and what to do about it. */
  problem?: string;
}

export const doctor: Verb = {
  usage: 'doctor [--json]',
  what: 'looks whether this installation is as it should be',
  async run(args) {
    const { values } = readArgs(args, { json: { type: 'boolean' } });
    const config = readConfig(process.env);
    const findings = [...settingsOf(config), ...(await database(config)), ...folder(config)];
    for (const { what, problem } of findings) {
      if (!values.json) console.log(problem ? `NOT WELL  ${what}: ${problem}` : `well      ${what}`);
    }
    if (values.json) console.log(JSON.stringify({ findings }));
    return findings.some((finding) => finding.problem !== undefined) ? 1 : 0;
  },
};

function settingsOf(config: Config): Finding[] {
  const url = new URL(config.publicUrl);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const listensLocally = ['127.0.0.1', '::1', 'localhost'].includes(config.host);
  return [
    finding('The public address is encrypted', isLocal || url.protocol === 'https:', 'PUBLIC_URL is http.'),
    finding(
      'Only this machine reaches the port',
      listensLocally || !isLocal,
      `HOST is ${config.host}, though PUBLIC_URL names this machine only.`,
    ),
    finding(
      'A proxy stands between the port and the world',
      isLocal || config.trustedProxy !== '',
      'TRUSTED_PROXY is empty, so rates are counted by the address of the proxy.',
    ),
  ];
}

async function database(config: Config): Promise<Finding[]> {
  const house = await openHouse(config, () => undefined);
  try {
    const web = await rightsOf(house.source.database.open);
    const jobs = await rightsOf(house.jobsSource.database.open);
    return [
      finding('The web login is no superuser', !web.superuser, 'Take SUPERUSER from it.'),
      finding('The web login keeps row-level security', !web.bypasses, 'Take BYPASSRLS from it.'),
      finding('The jobs login is no superuser', !jobs.superuser, 'Take SUPERUSER from it.'),
      finding('The jobs login keeps row-level security', !jobs.bypasses, 'Take BYPASSRLS from it.'),
    ];
  } finally {
    await house.close();
  }
}

async function rightsOf(db: Db): Promise<{ superuser: boolean; bypasses: boolean }> {
  const { rows } = await sql<{ superuser: boolean; bypasses: boolean }>`
    select rolsuper as superuser, rolbypassrls as bypasses from pg_roles where rolname = current_user`.execute(
    db,
  );
  return rows[0] ?? { superuser: true, bypasses: true };
}

function folder(config: Config): Finding[] {
  const found = statSync(config.dataFolder, { throwIfNoEntry: false });
  if (!found || process.platform === 'win32') return [];
  const othersWrite = (found.mode & 0o022) !== 0;
  return [
    finding('Nobody else writes into the data folder', !othersWrite, `chmod go-w ${config.dataFolder}`),
  ];
}

function finding(what: string, isWell: boolean, problem: string): Finding {
  return isWell ? { what } : { what, problem };
}

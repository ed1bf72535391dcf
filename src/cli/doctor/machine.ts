import { existsSync, type Stats, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../platform/config.ts';
import { runningServer } from '../../platform/engine/server-lock.ts';
import { type Finding, finding } from './finding.ts';

const leastBytes = 500 * 1024 * 1024;

/** The data folder and the disk it is on. */
export function folderFindings(config: Config): Finding[] {
  const found = stats(config.dataFolder);
  if (!found || process.platform === 'win32') return [];
  const { bavail, bsize } = statfsSync(config.dataFolder);
  const key = stats(join(config.dataFolder, 'field.key'));
  const names = ['backups', 'imports'].map((name) => join(config.dataFolder, name));
  const open = names.find((path) => ((stats(path)?.mode ?? 0) & 0o004) !== 0 && isEntered(found));
  return [
    finding(
      'Nobody else writes into the data folder',
      (found.mode & 0o022) === 0,
      `Others may put files there. chmod go-w ${config.dataFolder}`,
    ),
    finding(
      'Nobody else reads what lies in the data folder',
      open === undefined,
      `Others may read ${open}, which holds people’s data. chmod go-rwx ${open}`,
    ),
    finding(
      'The key of encrypted fields is readable by its owner only',
      !key || (key.mode & 0o077) === 0,
      `chmod go-rwx ${join(config.dataFolder, 'field.key')}`,
    ),
    finding(
      'There is room on the disk',
      bavail * bsize > leastBytes,
      `${Math.round((bavail * bsize) / 1024 / 1024)} MB are left. Without room nothing more can be written.`,
    ),
  ];
}

/** Backups on the disk of the data are lost with it. */
export function shelfFinding({ backups, dataFolder }: Config): Finding {
  const what = 'Backups are on another disk, or taken elsewhere';
  if (!backups)
    return { what, level: 'not well', problem: 'JOINERY_BACKUPS is off. Then make them another way.' };
  const [data, shelf] = [stats(dataFolder), stats(existsSync(backups.shelf) ? backups.shelf : dataFolder)];
  const isApart = data && shelf && data.dev !== shelf.dev;
  if (isApart || backups.command.length > 0) return { what, level: 'well' };
  const problem = `${backups.shelf} is on the disk of the data. Set JOINERY_BACKUPS_COMMAND to take each one elsewhere.`;
  return { what, level: 'advice', problem };
}

/** What the running server says of itself; nothing when none runs. */
export async function serverFindings(config: Config): Promise<Finding[]> {
  const server = runningServer(config.dataFolder);
  if (!server) return [];
  const what = `The server answers (process ${server.pid}, port ${server.port})`;
  try {
    const answer = await fetch(`http://localhost:${server.port}/readyz`, {
      signal: AbortSignal.timeout(5000),
    });
    const { checks } = Object(await answer.json());
    const failing = Object.entries(Object(checks)).flatMap(([name, isOk]) => (isOk === true ? [] : [name]));
    return [finding(what, failing.length === 0, `It says that this is not well: ${failing.join(', ')}.`)];
  } catch (problem) {
    return [finding(what, false, `It does not: ${problem instanceof Error ? problem.message : problem}.`)];
  }
}

/** Whether others may walk through it to what lies inside. */
function isEntered({ mode }: Stats): boolean {
  return (mode & 0o001) !== 0;
}

function stats(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

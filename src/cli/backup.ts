import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sizeOf } from '../platform/backup/manifest.ts';
import { backUp } from '../platform/backup/nightly.ts';
import { noted } from '../platform/backup/note.ts';
import { takeBackup } from '../platform/backup/take.ts';
import { refuseHalfRestoredFolder } from '../platform/backup/unfinished.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { CannotRun } from '../platform/engine/cannot-run.ts';
import { openEngine } from '../platform/engine/engine.ts';
import { onSignal } from '../platform/signals.ts';
import { figure, progressLine, readArgs, type Verb, WrongUse } from './verb.ts';

export const backup: Verb = {
  usage: 'backup FOLDER [--json] | backup --nightly',
  what: 'writes everything the network holds into a new folder inside FOLDER, also while it is open',
  async run(args) {
    const { values, positionals } = readArgs(args, {
      json: { type: 'boolean' },
      nightly: { type: 'boolean' },
    });
    if (values.nightly) return asEachNight(positionals);
    const [shelf, ...rest] = positionals;
    if (shelf === undefined || rest.length > 0) throw new WrongUse('Name the folder for backups.');
    const startedAt = Date.now();
    const line = progressLine();
    const { folder, manifest } = await withOwner(readConfig(process.env), (ownerUrl) =>
      noted(ownerUrl, 'by hand', () =>
        takeBackup({ ownerUrl, shelf: resolve(shelf), say: (text) => line.show(text) }),
      ),
    ).finally(() => line.clear());
    const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
    const { rows, bytes } = sizeOf(manifest);
    if (values.json) {
      console.log(JSON.stringify({ folder, tables: manifest.tables.length, rows, bytes, seconds }));
    } else {
      console.log(`${figure(rows)} rows of ${manifest.tables.length} tables in ${seconds} s: ${folder}`);
      console.log(whatIsNotInIt);
    }
    return 0;
  },
};

const whatIsNotInIt =
  'It holds people’s data: keep it where only you can read it, and one copy in another place. Settings are not in it, ' +
  'and neither is the key of encrypted fields (JOINERY_KEY, or field.key in the data folder): keep them elsewhere.';

/** The whole of it, as the server has it made each night: proved, taken elsewhere, and the oldest let go. */
async function asEachNight(words: readonly string[]): Promise<number> {
  if (words.length > 0) throw new WrongUse('The settings say where the backup of each night goes.');
  const config = readConfig(process.env);
  const { backups } = config;
  if (!backups) throw new CannotRun('JOINERY_BACKUPS is off, so there is no backup each night.');
  const leaving = new AbortController();
  const leave = async () => leaving.abort();
  // Whoever started it is gone. The channel that says so keeps nobody waiting.
  process.once('disconnect', leave);
  process.channel?.unref();
  const isMade = await withOwner(
    config,
    (ownerUrl) => backUp({ ...backups, ownerUrl }, leaving.signal),
    leave,
  );
  if (isMade) return 0;
  console.error('Another process makes a backup just now.');
  return 1;
}

/** The database as it stands: a backup neither changes it nor fills it. */
async function withOwner<T>(
  config: Config,
  work: (ownerUrl: string) => Promise<T>,
  leave?: () => Promise<void>,
): Promise<T> {
  if (config.database) {
    const forget = leave ? onSignal(leave) : () => undefined;
    return work(config.database.owner).finally(forget);
  }
  refuseHalfRestoredFolder(config.dataFolder);
  if (!existsSync(join(config.dataFolder, 'postgres'))) {
    throw new CannotRun(`There is no network in ${config.dataFolder}, so there is nothing to keep.`);
  }
  const engine = await openEngine({ dataFolder: config.dataFolder });
  const forget = onSignal(leave ?? (() => engine.stop().finally(() => process.exit(2))));
  try {
    return await work(engine.urls.owner);
  } finally {
    forget();
    await engine.stop();
  }
}

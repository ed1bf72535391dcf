import { join } from 'node:path';
import { fillWhenEmpty } from './first-filling.ts';
import type { Keeper } from './platform/backup/nightly.ts';
import { refuseHalfRestoredDatabase, refuseHalfRestoredFolder } from './platform/backup/unfinished.ts';
import { type Config, shelfOf } from './platform/config.ts';
import { moments } from './platform/db/known.ts';
import { refuseStrongLogin } from './platform/db/logins.ts';
import { migrate } from './platform/db/migrate.ts';
import { openDatabase } from './platform/db/open.ts';
import { refuseUnfitServer } from './platform/db/outside.ts';
import { type EngineUrls, openEngine } from './platform/engine/engine.ts';
import { eraseAgain, erasedName } from './platform/erasing.ts';
import { keyInFolder } from './platform/field-key.ts';
import { networkWords, type Source, type Words } from './platform/http/context.ts';
import { type Kept, keptAnswers } from './platform/http/kept.ts';
import { log } from './platform/log.ts';
import { pdfsWith } from './platform/pdf.ts';
import { onSignal } from './platform/signals.ts';
import { practiceEgress, practiceRoom } from './practice-room.ts';
import { wire } from './wiring.ts';

export interface OpenHouse {
  /** For pages: the web login. */
  readonly source: Source;
  /** For jobs and commands. */
  readonly jobsSource: Source;
  readonly words: Words;
  /** Public answers, forgotten at each change. */
  readonly kept: Kept;
  readonly urls: EngineUrls;
  /** Where backups are made by themselves. */
  readonly keeper?: Keeper;
  /** For who stays: an embedded database that was killed is started again. */
  watch(): void;
  close(): Promise<void>;
}

/** Engine, migrations, first filling, both logins: everything but the port. */
export async function openHouse(config: Config, say: (line: string) => void): Promise<OpenHouse> {
  if (config.database) {
    await refuseUnfitServer(config.database);
    await refuseHalfRestoredDatabase(config.database.owner);
  } else refuseHalfRestoredFolder(config.dataFolder);
  const engine = config.database ? undefined : await openEngine({ dataFolder: config.dataFolder });
  const urls = engine?.urls ?? config.database;
  if (!urls) throw new Error('There is neither an embedded nor an outside database.');
  async function leave(): Promise<void> {
    await engine?.stop();
  }
  const forget = onSignal(() => leave().finally(() => process.exit(2)));
  try {
    const furnished = await furnish(config, { urls, leave }, say);
    return { ...furnished, watch: () => engine?.watch(sayWhatBecame) };
  } catch (problem) {
    await leave();
    throw problem;
  } finally {
    forget();
  }
}

function sayWhatBecame(problem?: unknown): void {
  if (problem === undefined) log.warn('PostgreSQL had ended and was started again');
  else log.error({ err: problem }, 'PostgreSQL has ended and cannot be started again');
}

async function furnish(
  config: Config,
  { urls, leave }: { urls: EngineUrls; leave: () => Promise<void> },
  say: (line: string) => void,
): Promise<Omit<OpenHouse, 'watch'>> {
  await migrate(urls.owner, { say, before: (first) => keepAsItIs(config, urls.owner, { first, say }) });
  const kept = keptAnswers();
  const moment = moments();
  function onChange(): void {
    kept.forget();
    moment.end();
  }
  const read = config.database?.read ? { readUrl: config.database.read } : {};
  const web = openDatabase(urls.web, { ...read, onChange, moment: moment.now });
  const jobs = openDatabase(urls.jobs, { max: 5, onChange, moment: moment.now });
  const { publicUrl, smtpUrl, dataFolder } = config;
  const fieldKey = config.fieldKey ?? keyInFolder(dataFolder);
  const pdfs = config.chromium ? { makePdf: pdfsWith(config.chromium) } : {};
  const token = config.metricsToken ? { metricsToken: config.metricsToken } : {};
  const erasedFile = join(shelfOf(config), erasedName);
  const bare = { house: wire(), publicUrl, smtpUrl, dataFolder, fieldKey, erasedFile, ...token, ...pdfs };
  const jobsSource: Source = { ...bare, database: jobs };
  const words = alsoForgetting(networkWords({ ...bare, database: web }), onChange);
  async function close(): Promise<void> {
    await web.close();
    await jobs.close();
    await leave();
  }

  await Promise.all([
    refuseStrongLogin('DATABASE_URL', web.open),
    refuseStrongLogin('DATABASE_JOBS_URL', jobs.open),
  ]);
  await fillWhenEmpty({ config, jobsSource, words, urls }, say);
  await eraseAgain(jobsSource);
  const { practice } = await words.now();
  const keeper = keeperOf(config, urls.owner, practice);
  const also = { ...(keeper ? { backsUp: true } : {}), ...(practice ? { egress: practiceEgress() } : {}) };
  const jobsHere = { ...jobsSource, ...also };
  const room = practice ? { practice: practiceRoom(jobsHere, words, urls) } : {};
  return {
    source: { ...bare, ...also, database: web, ...room },
    jobsSource: jobsHere,
    words,
    kept,
    urls,
    ...(keeper ? { keeper } : {}),
    close,
  };
}

/** A change that turns out wrong can be gone back on: two of these are kept. */
async function keepAsItIs(
  config: Config,
  ownerUrl: string,
  { first, say }: { first: string; say: (line: string) => void },
): Promise<void> {
  const { keepBeforeChange } = await import('./platform/backup/before-change.ts');
  const shelf = shelfOf(config);
  say(`Keeping everything as it is in ${shelf}, before the database is changed …`);
  await keepBeforeChange(ownerUrl, { shelf, first });
}

/** A practice network plays its days and can be had anew at any time. */
function keeperOf({ backups }: Config, ownerUrl: string, practice: boolean): Keeper | undefined {
  if (!backups || (practice && !backups.chosen)) return undefined;
  const { shelf, keep, command } = backups;
  return { ownerUrl, shelf, keep, command };
}

/** Who moves the clock or goes back to the first day forgets the words; then no page may stay either. */
function alsoForgetting(words: Words, forgetMore: () => void): Words {
  return {
    now: () => words.now(),
    foot: () => words.foot(),
    forget() {
      words.forget();
      forgetMore();
    },
  };
}

import type { Config } from './platform/config.ts';
import type { PracticeRoom } from './platform/ctx.ts';
import { backToFirstDay } from './platform/db/first-day.ts';
import { migrate } from './platform/db/migrate.ts';
import { openDatabase } from './platform/db/open.ts';
import { runDue } from './platform/due.ts';
import { type EngineUrls, openEngine } from './platform/engine/engine.ts';
import { networkWords, type Source, type Words } from './platform/http/context.ts';
import { drainJobs } from './platform/jobs.ts';
import { wire } from './wiring.ts';

export interface OpenHouse {
  /** For pages: the web login. */
  readonly source: Source;
  /** For jobs and commands. */
  readonly jobsSource: Source;
  readonly words: Words;
  readonly urls: EngineUrls;
  close(): Promise<void>;
}

/** Engine, migrations, first filling, both logins: everything but the port. */
export async function openHouse(config: Config, say: (line: string) => void): Promise<OpenHouse> {
  const engine = config.database ? undefined : await openEngine({ dataFolder: config.dataFolder });
  const urls = engine?.urls ?? config.database;
  if (!urls) throw new Error('There is neither an embedded nor an outside database.');
  await migrate(urls.owner, say);

  const house = wire();
  const web = openDatabase(urls.web, config.database?.read ? { readUrl: config.database.read } : {});
  const jobs = openDatabase(urls.jobs, { max: 5 });
  const bare = { house, publicUrl: config.publicUrl, smtpUrl: config.smtpUrl };
  const jobsSource: Source = { ...bare, database: jobs };
  const words = networkWords({ ...bare, database: web });

  const practice: PracticeRoom = {
    async catchUp(until) {
      words.forget();
      const done = await runDue(jobsSource, until);
      await drainJobs(jobsSource, words, urls.jobs);
      return done;
    },
    async backToFirstDay() {
      await backToFirstDay(urls.owner);
      words.forget();
    },
  };

  return {
    source: { ...bare, database: web, practice },
    jobsSource,
    words,
    urls,
    async close() {
      await web.close();
      await jobs.close();
      await engine?.stop();
    },
  };
}

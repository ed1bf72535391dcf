import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { makeApp } from './app.ts';
import { inviteFirstCoordinator } from './first-filling.ts';
import { openHouse } from './open-house.ts';
import { type Config, readConfig, UnusableSetting } from './platform/config.ts';
import { type FolderHold, holdFolder } from './platform/engine/server-lock.ts';
import { staticFiles } from './platform/http/files.ts';
import { carrying } from './platform/http/load.ts';
import { letInWhoCame, refuseTakenPort } from './platform/http/port.ts';
import { startWorker, type Worker } from './platform/jobs.ts';
import { log } from './platform/log.ts';
import { onSignal } from './platform/signals.ts';

/** How long a stop waits for answers that are being written, and for jobs in hand. */
const patienceMs = 10_000;

function inTime(work: Promise<void> | undefined): Promise<void> {
  return Promise.race([work, new Promise<void>((done) => setTimeout(done, patienceMs).unref())]);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const hold = await holdFolder(config);
  try {
    await refuseTakenPort(config.port, config.host);
    await open(config, hold);
  } catch (problem) {
    await hold.release();
    throw problem;
  }
}

async function open(config: Config, hold: FolderHold): Promise<void> {
  const house = await openHouse(config, (line) => console.log(line));
  house.watch();
  await inviteFirstCoordinator({ config, ...house }, (line) => console.log(line));
  const { files, assets } = staticFiles();
  const { words, kept } = house;
  const app = makeApp({ ...house.source, words, kept, trustedProxy: config.trustedProxy, files, assets });

  const answering = carrying(app.fetch);
  const server = serve({
    fetch: answering.fetch,
    port: config.port,
    hostname: config.host,
    serverOptions: {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      connectionsCheckingInterval: 1000,
      keepAliveTimeout: 5000,
    },
  });

  let worker: Promise<Worker> | undefined;
  async function leave(code: number): Promise<void> {
    // Without a database the jobs in hand would wait for it.
    await inTime(worker?.then((running) => running.stop()).catch(() => undefined));
    await house.close();
    await hold.release();
    process.exit(code);
  }
  onSignal(async () => {
    answering.leave();
    async function finish(): Promise<void> {
      await letInWhoCame(server);
      await new Promise((done) => server.close(done));
      await answering.idle();
    }
    await inTime(finish());
    await leave(0);
  });

  server.once('listening', () => {
    console.log(`Joinery is open at ${config.publicUrl}`);
    // Jobs were rows before and still are, so pages need not wait for who works on them.
    const keeper = house.keeper && { ...house.keeper, apart: nightly() };
    worker = startWorker(house.jobsSource, house.words, house.urls.jobs, keeper);
    worker.catch((problem: unknown) => {
      log.fatal({ err: problem }, 'no job can be worked on');
      void leave(2);
    });
  });
  server.once('error', (error) => {
    console.error(`Port ${config.port} cannot be used: ${error.message}`);
    void leave(2);
  });
}

/** As a command, where the program is built: a backup is much work, and pages should not feel it. */
function nightly(): readonly string[] | undefined {
  const cli = fileURLToPath(new URL('./cli.js', import.meta.url));
  return existsSync(cli) ? [process.execPath, cli, 'backup', '--nightly'] : undefined;
}

main().catch((error: unknown) => {
  const known = error instanceof UnusableSetting || (error instanceof Error && error.name === 'CannotRun');
  if (known && error instanceof Error) console.error(error.message);
  else {
    log.fatal({ err: error }, 'the server could not start');
    console.error(error instanceof Error ? error.message : String(error));
  }
  process.exit(2);
});

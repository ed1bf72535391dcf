import { serve } from '@hono/node-server';
import { makeApp } from './app.ts';
import { openHouse } from './open-house.ts';
import { readConfig, UnusableSetting } from './platform/config.ts';
import { holdFolder } from './platform/engine/server-lock.ts';
import { staticFiles } from './platform/http/files.ts';
import { startWorker } from './platform/jobs.ts';
import { log } from './platform/log.ts';

/** How long a stop waits for answers that are being written. */
const patienceMs = 10_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const hold = await holdFolder({ dataFolder: config.dataFolder, port: config.port });
  const house = await openHouse(config, (line) => console.log(line));
  const worker = await startWorker(house.jobsSource, house.words, house.urls.jobs);
  const { files, assets } = staticFiles();
  const app = makeApp({
    ...house.source,
    words: house.words,
    trustedProxy: config.trustedProxy,
    files,
    assets,
  });

  const server = serve({
    fetch: app.fetch,
    port: config.port,
    hostname: config.host,
    serverOptions: {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      connectionsCheckingInterval: 1000,
      keepAliveTimeout: 5000,
    },
  });

  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    const closed = new Promise<void>((done) => server.close(() => done()));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await Promise.race([closed, new Promise((done) => setTimeout(done, patienceMs).unref())]);
    await worker.stop();
    await house.close();
    await hold.release();
    process.exit(0);
  }
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());

  server.once('listening', () => console.log(`Joinery is open at ${config.publicUrl}`));
  server.once('error', (error) => {
    console.error(`Port ${config.port} cannot be used: ${error.message}`);
    void house.close().then(() => process.exit(2));
  });
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

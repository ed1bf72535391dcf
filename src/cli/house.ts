import { openHouse } from '../open-house.ts';
import { type Config, readConfig } from '../platform/config.ts';
import type { Ctx } from '../platform/ctx.ts';
import { makeCtx } from '../platform/http/context.ts';
import { job } from '../platform/permit.ts';

/**
 * Opens the house beside a server that runs, or alone, and acts in it as a job. The embedded database is stopped
 * afterwards when nobody else uses it, also when somebody stops the command.
 */
export async function inHouse<Result>(work: (ctx: Ctx, config: Config) => Promise<Result>): Promise<Result> {
  const config = readConfig(process.env);
  const house = await openHouse(config, (line) => {
    if (process.stderr.isTTY) console.error(line);
  });
  const leave = onSignal(() => house.close());
  try {
    const { hoursAhead } = await house.words.now();
    return await work(makeCtx(house.jobsSource, { actor: job, hoursAhead }), config);
  } finally {
    leave();
    await house.close();
  }
}

function onSignal(close: () => Promise<void>): () => void {
  let isLeaving = false;
  function stop(): void {
    if (isLeaving) return;
    isLeaving = true;
    void close().finally(() => process.exit(2));
  }
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
}

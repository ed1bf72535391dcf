import { openHouse } from '../open-house.ts';
import { type Config, readConfig } from '../platform/config.ts';
import type { Ctx } from '../platform/ctx.ts';
import { runningServer } from '../platform/engine/server-lock.ts';
import { makeCtx } from '../platform/http/context.ts';
import { job } from '../platform/permit.ts';
import { onSignal } from '../platform/signals.ts';

/**
 * Opens the house beside a server that runs, or alone, and acts in it as a job. The embedded database is stopped
 * afterwards when nobody else uses it, also when somebody stops the command.
 */
export async function inHouse<Result>(work: (ctx: Ctx, config: Config) => Promise<Result>): Promise<Result> {
  const config = besideServer(readConfig(process.env));
  const house = await openHouse(config, (line) => {
    if (process.stderr.isTTY) console.error(line);
  });
  const forget = onSignal(() => house.close().finally(() => process.exit(2)));
  try {
    const { hoursAhead } = await house.words.now();
    return await work(makeCtx(house.jobsSource, { actor: job, hoursAhead }), config);
  } finally {
    forget();
    await house.close();
  }
}

/** Links of a command lead to the server that runs, unless an address was given. */
function besideServer(config: Config): Config {
  const server = process.env.PUBLIC_URL ? undefined : runningServer(config.dataFolder);
  return { ...config, publicUrl: server?.publicUrl ?? config.publicUrl };
}

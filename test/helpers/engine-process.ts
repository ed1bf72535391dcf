import pg from 'pg';
import { type Engine, openEngine } from '../../src/platform/engine/engine.ts';

// A process of its own that uses the engine, for tests that kill one: engine-process.ts FOLDER hold|write
const [dataFolder = '', task] = process.argv.slice(2);
const engine = await openEngine({ dataFolder, durable: task === 'write' });

process.once('SIGTERM', async () => {
  await engine.stop();
  process.exit(0);
});
say('open');
if (task === 'write') await write(engine);
else setInterval(() => undefined, 60_000);

/** Says each number after the database has said that it is safe. */
async function write({ urls }: Engine): Promise<void> {
  const client = new pg.Client(urls.owner);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table if not exists note (number bigint primary key)');
  const { rows } = await client.query<{ last: string }>('select coalesce(max(number), 0) as last from note');
  for (let number = Number(rows[0]?.last) + 1; ; number += 1) {
    await client.query('insert into note (number) values ($1)', [number]);
    say(String(number));
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

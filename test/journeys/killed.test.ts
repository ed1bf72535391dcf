import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { CookieJar } from '../helpers/cookies.ts';
import { folderForTest, postmasterPid } from '../helpers/engine-folder.ts';
import { has15, openOutside15, openToAll, settingsOf } from '../helpers/engine15.ts';
import { freePort, type Started, startServer } from './start.ts';

/** More on demand: KILL_ROUNDS=20 npx vitest run --project journeys test/journeys/killed.test.ts */
const rounds = Number(process.env.KILL_ROUNDS ?? 5);
const writersAtOnce = 4;
const long = { timeout: 60_000 + rounds * 12_000 };

/** By draft: the number of the last sentence whose keeping was answered. */
type Promised = Map<string, number>;

test(
  'REL1 what was answered is there after server and database were killed in the middle of writing',
  long,
  async () => {
    const folder = folderForTest();

    await killInTheMiddle(folder, {
      settings: () => Promise.resolve({}),
      kill: () => void process.kill(postmasterPid(folder) ?? 0, 'SIGKILL'),
    });
  },
);

test('REL1 the same with a PostgreSQL 15 outside', long, async ({ skip }) => {
  if (!has15) skip('There is no PostgreSQL 15 on this machine: apt-get install postgresql');
  const outside = openToAll(folderForTest('outside'));

  await killInTheMiddle(folderForTest(), {
    async settings() {
      // Who runs the server starts it again; for one that still runs this is one holder more.
      return settingsOf((await openOutside15(outside, { durable: true })).urls);
    },
    kill: () => void process.kill(postmasterPid(outside) ?? 0, 'SIGKILL'),
  });
});

interface Killable {
  /** What the program is told of its database, which runs from then on. */
  settings(): Promise<Record<string, string>>;
  kill(): void;
}

async function killInTheMiddle(folder: string, database: Killable): Promise<void> {
  const port = await freePort();
  // Behind a proxy each request may say where it is from, so that nobody is told to wait.
  const settings = { port, JOINERY_NETWORK: 'empty', TRUSTED_PROXY: '127.0.0.1' };
  const start = async () => startServer(folder, { ...settings, ...(await database.settings()) });
  let server = await start();
  const someone = await signIn(server, folder, await database.settings());
  const promised: Promised = new Map();

  for (let round = 0; round < rounds; round += 1) {
    const before = promised.size;
    const writers = Array.from({ length: writersAtOnce }, () => writeUntilItEnds(server, someone, promised));
    const something = () =>
      expect(promised.size, `nothing was written in round ${round}`).toBeGreaterThan(before);
    await vi.waitFor(something, { timeout: 20_000, interval: 20 });
    await pause(Math.random() * 900);
    if (round % 2 === 0) database.kill();
    server.child.kill('SIGKILL');
    await Promise.all([server.ended, ...writers]);
    server = await start();
  }

  // One after the other: all at once would be a crowd, and part of a crowd is told to come back later.
  const lost: string[] = [];
  for (const one of promised) lost.push(...(await isLost(server, someone, one)));
  server.child.kill('SIGTERM');
  await server.ended;
  expect(lost).toEqual([]);
  if (process.env.KILL_ROUNDS !== undefined)
    console.log(`${rounds} rounds, ${promised.size} drafts promised, ${lost.length} lost`);
}

async function signIn(server: Started, folder: string, settings: Record<string, string>): Promise<CookieJar> {
  const jar = new CookieJar();
  await send(server, jar, { path: '/sign-in', form: { email: 'ama@wicket.example', next: '/me' } });
  const env = { ...process.env, ...settings, JOINERY_DATA: folder };
  const { stdout } = await promisify(execFile)('bin/joinery', ['mail', '--last', '1'], { env });
  const code = /code is ([\d ]+)/.exec(stdout)?.[1]?.trim() ?? '';
  await send(server, jar, { path: '/sign-in/code', form: { code } });
  return jar;
}

/** Draft after draft, five sentences each; a number is promised once its answer is there. */
async function writeUntilItEnds(server: Started, someone: CookieJar, promised: Promised): Promise<void> {
  try {
    for (;;) {
      const begun = await send(server, someone, { path: '/register', form: {} });
      const [id = ''] = /[0-9a-f-]{36}/.exec(begun.headers.get('location') ?? '') ?? [];
      for (let number = 0; number < 5; number += 1) {
        const form = { name: `sentence ${number}`, version: String(number) };
        const kept = await send(server, someone, { path: `/register/${id}/who/keep`, form });
        await kept.text();
        if (kept.status === 200) promised.set(id, number);
      }
    }
  } catch {
    // The server is gone: what it did not answer it did not promise.
  }
}

async function isLost(
  server: Started,
  someone: CookieJar,
  [id, number]: [string, number],
): Promise<string[]> {
  const answer = await fetch(`${server.url}/register/${id}/who`, {
    headers: { cookie: someone.header() ?? '' },
  });
  const kept = Number(/value="sentence (\d)"/.exec(await answer.text())?.[1] ?? -1);
  return kept >= number ? [] : [`${id}: ${number} was promised, ${kept} is there (${answer.status})`];
}

let from = 0;

async function send(
  { url }: Started,
  jar: CookieJar,
  { path, form }: { path: string; form: Record<string, string> },
): Promise<Response> {
  from += 1;
  const headers = {
    ...{ origin: url, cookie: jar.header() ?? '' },
    'x-forwarded-for': `10.${(from >> 16) & 255}.${(from >> 8) & 255}.${from & 255}`,
  };
  const body = new URLSearchParams(form);
  const answer = await fetch(url + path, { method: 'POST', body, headers, redirect: 'manual' });
  jar.take(answer.headers.getSetCookie());
  return answer;
}

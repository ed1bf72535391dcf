import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { openEngine } from '../src/platform/engine/engine.ts';
import { type Bench, type Figure, figure } from './tools/bench.ts';
import { atOnce, evenly } from './tools/crowd.ts';
import { startPractice } from './tools/practice.ts';
import { quantile } from './tools/times.ts';

const seconds = 60;
const asManyAtOnce = 12;

/** G11: people sign up by the crowd: each asks for a code, types it in and is somebody; every tenth presses twice. */
export const bench: Bench = {
  name: 'burst',
  what: 'sign-ups, for a minute, against an endpoint that inserts one row',
  size: 86,
  async *run({ size }) {
    const ours = await startPractice(undefined, undefined, { TRUSTED_PROXY: '127.0.0.1' });
    const engine = await openEngine({ dataFolder: ours.folder });
    const database = new pg.Pool({ connectionString: engine.urls.owner, max: 4 });
    const bare = await bareEndpoint(database);
    try {
      const crowd = signUps(ours.url, database);
      yield* await most('sign-ups a second, as many as can be', crowd, bare.signUp);
      yield* await burst(size, crowd, database);
    } finally {
      await database.end();
      await engine.stop();
      bare.server.close();
      await ours.stop();
    }
  },
};

type SignUp = (number: number) => Promise<void>;

/** Both in turns, with the same number of people at once. */
async function most(metric: string, ours: SignUp, peer: SignUp): Promise<Figure[]> {
  const rates: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  let number = 1_000_000;
  for (const turn of ['warm', 'a', 'b', 'c']) {
    for (const name of ['ours', 'peer'] as const) {
      const signUp = name === 'ours' ? ours : peer;
      let done = 0;
      await atOnce(asManyAtOnce, turn === 'warm' ? 2 : 6, async () => {
        number += 1;
        await signUp(number);
        done += 1;
      });
      if (turn !== 'warm') rates[name].push(done / 6);
    }
  }
  return [figure(metric, quantile(rates.ours, 0.5), quantile(rates.peer, 0.5))];
}

/** As many a second as are asked for, whether or not those before are done. */
async function burst(rate: number, signUp: SignUp, database: pg.Pool): Promise<Figure[]> {
  const times: number[] = [];
  const broken: string[] = [];
  await evenly(rate, seconds, (number) => {
    const from = performance.now();
    return signUp(number).then(
      () => void times.push(performance.now() - from),
      (problem: unknown) => void broken.push(String(problem)),
    );
  });
  if (broken[0] !== undefined) console.error(`${broken.length} were not signed up. The first: ${broken[0]}`);
  const { rows } = await database.query<{ people: number; addresses: number }>(
    `select count(*)::int as people, count(distinct email)::int as addresses from people.person
     where email like 'crowd-%' and split_part(split_part(email, '@', 1), '-', 2)::int < 1000000`,
  );
  const { people = 0, addresses = 0 } = rows[0] ?? {};
  return [
    figure('signed up in a minute, against those who came', times.length, rate * seconds),
    figure('lost: answered, and not there', times.length - addresses),
    figure('double', people - addresses),
    figure('p99 of a sign-up, two answers, ms, against 1000', quantile(times, 0.99), 1000),
  ];
}

function signUps(url: string, database: pg.Pool): SignUp {
  return async (number) => {
    const email = `crowd-${number}@burst.example`;
    const browser: Record<string, string> = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
      origin: url,
    };
    const ask = () => sent(`${url}/sign-in`, browser, `email=${encodeURIComponent(email)}&next=`);
    const asked = number % 10 === 0 ? (await Promise.all([ask(), ask()]))[1] : await ask();
    const cookie = asked.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const { rows } = await database.query<{ subject: string }>(
      `select subject from platform.outbox where to_email = $1 order by at desc, id desc`,
      [email],
    );
    for (const { subject } of rows) {
      const code = subject.slice(0, 7).replace(' ', '');
      const entered = await sent(`${url}/sign-in/code`, { ...browser, cookie }, `code=${code}`, [303, 409]);
      if (entered.status === 303) return;
    }
    throw new Error(`${email} has ${rows.length} codes, and none fits.`);
  };
}

async function sent(
  address: string,
  headers: Record<string, string>,
  body: string,
  good = [303],
): Promise<Response> {
  const answer = await fetch(address, { method: 'POST', headers, body, redirect: 'manual' });
  await answer.arrayBuffer();
  if (!good.includes(answer.status)) throw new Error(`${address} answered ${answer.status}.`);
  return answer;
}

/** Two durable inserts, as a sign-up is two answers, and nothing else. */
async function bareEndpoint(database: pg.Pool): Promise<{ server: Server; signUp: SignUp }> {
  await database.query('create table public.bare (id bigint generated always as identity, email text)');
  const server = createServer(async (_, answer) => {
    await database.query('insert into public.bare (email) values ($1)', ['somebody@burst.example']);
    answer.writeHead(303, { location: '/' }).end();
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const address: AddressInfo | string | null = server.address();
  const url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  const signUp = async () => {
    await sent(url, {}, 'email=a');
    await sent(url, {}, 'code=1');
  };
  return { server, signUp };
}

import type { Database } from '../src/platform/db/open.ts';
import { makeCtx } from '../src/platform/http/context.ts';
import { job } from '../src/platform/permit.ts';
import { rebuildDocuments } from '../src/slices/directory/actions/remake.ts';
import { search } from '../src/slices/directory/queries/search.ts';
import { namesStarting } from '../src/slices/directory/queries/suggest.ts';
import { ApiSearch } from '../src/slices/directory/words.ts';
import { type Bench, type Figure, figure } from './tools/bench.ts';
import { fillRegister, tidy } from './tools/fill-register.ts';
import { type Invented, organisations } from './tools/organisations.ts';
import { questionsAbout, type Sort } from './tools/questions.ts';
import { openRoom } from './tools/room.ts';
import {
  flexSearch,
  miniSearch,
  type Peer,
  plainPostgres,
  type Question,
  throughPython,
  withinM,
} from './tools/search-peers.ts';
import { quantile, seconds } from './tools/times.ts';

/** Engines that hold everything in memory are asked up to here. */
const mostInMemory = 100_000;
/** Asked before anything is measured, so that code is compiled and pages are read. */
const warmUp = 30;

interface Measured {
  readonly times: number[];
  found: number;
}

/** G1 and G2: what people type, by the search of the pages, and by each peer in turn. */
export const bench: Bench = {
  name: 'search',
  what: 'names, subjects and slips, against plain PostgreSQL, SQLite FTS5, Xapian, MiniSearch and FlexSearch',
  size: 100_000,
  async *run({ size }) {
    const room = await openRoom();
    const peers: Peer[] = [];
    try {
      const { urls, source } = await room.open('search');
      const all = [...organisations(size)];
      await fillRegister(urls.owner, all);
      const asJob = makeCtx(source, { actor: job, hoursAhead: 0 });
      yield* makeAll(() => rebuildDocuments(asJob), size);
      await tidy(urls.owner);
      peers.push(await plainPostgres(urls.owner));
      if (size <= mostInMemory) peers.push(...(await enginesInMemory(all, room.folder)));

      const names = new Map(all.map(({ id, name }) => [id, name]));
      for (const sort of questionsAbout(all)) yield* askAll(sort, ours(source.database), peers, names);
      yield* typingHelp(source.database, all);
    } finally {
      for (const peer of peers) await peer.end();
      await room.close();
    }
  },
};

async function* makeAll(make: () => Promise<number>, size: number): AsyncIterable<Figure> {
  const before = process.memoryUsage().rss;
  const from = seconds();
  await make();
  yield figure('documents made a second', size / (seconds() - from));
  yield figure('memory more after it than before, MB', (process.memoryUsage().rss - before) / 1e6);
}

async function enginesInMemory(all: readonly Invented[], folder: string): Promise<Peer[]> {
  const makers = [
    () => throughPython('fts5', all, folder),
    () => throughPython('xapian', all, folder),
    () => miniSearch(all),
    () => flexSearch(all),
  ];
  const peers: Peer[] = [];
  for (const make of makers) {
    try {
      peers.push(await make());
    } catch (problem) {
      console.error(`A peer is left out: ${problem instanceof Error ? problem.message : problem}`);
    }
  }
  return peers;
}

function ours(database: Database): Peer {
  return {
    name: 'ours',
    kinds: ['words', 'slip', 'place'],
    async ask({ kind, text, x, y }: Question) {
      const near = kind === 'place' ? { label: '', lat: 52, lon: -1, x, y, areaCode: undefined } : undefined;
      const asked = ApiSearch.parse({ q: text, ...(near ? { near: 'x', within_km: withinM / 1000 } : {}) });
      const from = seconds();
      const found = await search(database, asked, { near, areaIds: [] });
      return { ids: found.hits.map(({ id }) => id), ms: (seconds() - from) * 1000 };
    },
    async end() {},
  };
}

/** One after the other for each question, so that the machine treats all alike. */
async function* askAll(
  { name, questions }: Sort,
  own: Peer,
  peers: readonly Peer[],
  names: ReadonlyMap<string, string>,
): AsyncIterable<Figure> {
  const asked = [own, ...peers.filter(({ kinds }) => kinds.includes(questions[0]?.kind ?? 'words'))];
  for (const question of questions.slice(0, warmUp)) for (const peer of asked) await peer.ask(question);
  const measured = new Map<Peer, Measured>(asked.map((peer) => [peer, { times: [], found: 0 }]));
  for (const question of questions) {
    for (const [peer, so] of measured) {
      const { ids, ms } = await peer.ask(question);
      so.times.push(ms);
      if (ids.some((id) => names.get(id) === question.wanted)) so.found += 1;
    }
  }
  const mine = measured.get(own) ?? { times: [], found: 0 };
  for (const peer of peers) {
    const theirs = measured.get(peer);
    if (!theirs) continue;
    for (const share of [0.5, 0.95]) {
      const metric = `${name}, p${share * 100} ms, against ${peer.name}`;
      yield figure(metric, quantile(mine.times, share), quantile(theirs.times, share));
    }
    if (questions[0]?.wanted !== undefined) {
      const share = ({ found }: Measured) => found / questions.length;
      yield figure(`${name}, hit@20, against ${peer.name}`, share(mine), share(theirs));
    }
  }
}

async function* typingHelp(database: Database, all: readonly Invented[]): AsyncIterable<Figure> {
  const times: number[] = [];
  for (let turn = 0; turn < 230; turn += 1) {
    const { name = '' } = all[(turn * 7919) % all.length] ?? {};
    const from = seconds();
    await namesStarting(database.open, name.slice(0, 2 + (turn % 6)), 7);
    if (turn >= warmUp) times.push((seconds() - from) * 1000);
  }
  yield figure('typing help, p95 ms', quantile(times, 0.95));
}

import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import type { Invented } from './organisations.ts';
import { seconds } from './times.ts';

export interface Question {
  /** A slip has to be forgiven, a place narrows; anything else is words. */
  readonly kind: 'words' | 'slip' | 'place';
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A search engine that can be asked: the ids of the first twenty, and how many milliseconds that took. */
export interface Peer {
  readonly name: string;
  /** Kinds of questions it has an answer to. */
  readonly kinds: readonly Question['kind'][];
  ask(question: Question): Promise<{ ids: readonly string[]; ms: number }>;
  end(): Promise<void>;
}

const limit = 20;
export const withinM = 5000;

/**
 * What somebody would write who needs only this: one table of the same organisations, a tsvector of name and text, a
 * trigram index on names, a GiST index on points, and ts_rank over all that match.
 */
export async function plainPostgres(ownerUrl: string): Promise<Peer> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`create table public.bare as
    select organisation.id, name, summary, description, kind, themes, freshness, checked_at, plane,
      setweight(to_tsvector('english', name), 'A')
        || setweight(to_tsvector('english', summary || ' ' || description), 'B') as words
    from register.organisation join register.location on organisation_id = organisation.id`);
  await client.query('create index on public.bare using gin (words)');
  await client.query('create index on public.bare using gin (name gin_trgm_ops)');
  await client.query('create index on public.bare using gist (plane)');
  await client.query('vacuum analyze public.bare');
  const columns = 'id, name, summary, kind, themes, freshness, checked_at';
  const fits = `from public.bare, plainto_tsquery('english', $1) as query where words @@ query`;
  const best = `order by ts_rank(words, query) desc limit ${limit}`;
  const texts: Record<Question['kind'], string> = {
    words: `select ${columns} ${fits} ${best}`,
    place: `select ${columns} ${fits} and plane <@ circle(point($2, $3), ${withinM}) ${best}`,
    slip: `select ${columns} from public.bare where name % $1 order by similarity(name, $1) desc limit ${limit}`,
  };
  return {
    name: 'plain PostgreSQL',
    kinds: ['words', 'slip', 'place'],
    async ask({ kind, text, x, y }) {
      const values = kind === 'place' ? [text, x, y] : [text];
      const { value, ms } = await timed(() => client.query({ name: kind, text: texts[kind], values }));
      return { ids: value.rows.map((row) => row.id), ms };
    },
    end: () => client.end(),
  };
}

/** MiniSearch, all words wanted; slips by its fuzzy search. */
export async function miniSearch(all: Iterable<Invented>): Promise<Peer> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch({
    fields: ['name', 'text'],
    searchOptions: { combineWith: 'AND', boost: { name: 10 } },
  });
  index.addAll([...all].map((one) => ({ id: one.id, name: one.name, text: textOf(one) })));
  return inMemory('MiniSearch', ({ kind, text }) =>
    index
      .search(text, kind === 'slip' ? { fuzzy: 0.2, fields: ['name'] } : {})
      .slice(0, limit)
      .map(({ id }) => String(id)),
  );
}

/** FlexSearch over names and texts, tolerant where a slip has to be forgiven. */
export async function flexSearch(all: Iterable<Invented>): Promise<Peer> {
  const { Index, Charset } = await import('flexsearch');
  const exact = new Index({ tokenize: 'strict' });
  const tolerant = new Index({ tokenize: 'tolerant', encoder: Charset.LatinBalance });
  const ids: string[] = [];
  for (const one of all) {
    exact.add(ids.length, `${one.name} ${textOf(one)}`);
    tolerant.add(ids.length, one.name);
    ids.push(one.id);
  }
  return inMemory('FlexSearch', ({ kind, text }) => {
    const found = (kind === 'slip' ? tolerant : exact).search(text, { limit });
    return (found as number[]).map((number) => ids[number] ?? '');
  });
}

function inMemory(name: string, search: (question: Question) => string[]): Peer {
  return {
    name,
    kinds: ['words', 'slip'],
    async ask(question) {
      const { value, ms } = await timed(async () => search(question));
      return { ids: value, ms };
    },
    async end() {},
  };
}

/** SQLite's FTS5 or Xapian, spoken to through Debian's Python; fails where it is not there. */
export async function throughPython(
  which: 'fts5' | 'xapian',
  all: Iterable<Invented>,
  folder: string,
): Promise<Peer> {
  const file = join(folder, `${which}.tsv`);
  writeFileSync(file, [...all].map((one) => `${one.id}\t${one.name}\t${textOf(one)}`).join('\n'));
  const child = spawn('/usr/bin/python3', [join(import.meta.dirname, 'peers.py'), which, file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${which} ended without an answer.`);
    return JSON.parse(value) as { ids: string[]; ms: number };
  };
  await answer();
  return {
    name: which === 'fts5' ? 'SQLite FTS5' : 'Xapian',
    kinds: ['words', 'slip'],
    ask({ kind, text }) {
      child.stdin.write(`${JSON.stringify({ kind, text })}\n`);
      return answer();
    },
    end: () => ended(child),
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.stdin?.end();
  });
}

function textOf({ summary, description }: Invented): string {
  return `${summary} ${description}`;
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> {
  const begun = seconds();
  const value = await work();
  return { value, ms: (seconds() - begun) * 1000 };
}

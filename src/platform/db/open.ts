import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { preparing, textArray } from './prepare.ts';
import type { DB } from './tables.ts';

export type Tables = DB;
/** Reads. */
export type Db = Kysely<Tables>;
/** Writes: only `transaction` hands one out, so to change data one must hold it. */
export type Tx = Transaction<Tables>;

/**
 * What row-level security looks at, as SHA-256 hashes of unguessable tokens: the session, a mailed link or a form
 * begun in this browser. A forged one sees nothing.
 */
export interface Keys {
  readonly session?: Buffer;
  readonly link?: Buffer;
  readonly browser?: Buffer;
}

export interface Database {
  /** Reads of what needs no rights: public words, codes, settings. */
  readonly open: Db;
  /** The same from a replica, where there is one: for searches, which may be a moment behind. */
  readonly replica: Db;
  /** One transaction in the context of the keys. Nothing inside it may wait for the network. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same for reading. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  withKeys(keys: Keys): Database;
  /** One object for as long as what was read is true enough to be used again: see `known`. */
  moment(): object;
  close(): Promise<void>;
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
/** Oids of text[] and uuid[], which the driver does not name. */
for (const oid of [1009, 2951]) pg.types.setTypeParser(oid, textArray);
pg.types.setTypeParser(pg.types.builtins.DATE, (value: string) => value);

/** Opens a pool on one login. `max` 10 is plenty on a small machine. */
interface Options {
  max?: number;
  readUrl?: string;
  /** After each transaction that may have changed something. */
  onChange?: () => void;
  /** Left out, every moment is another, so that nothing is kept. */
  moment?: () => object;
}

export function openDatabase(url: string, options: Options = {}): Database {
  const pool = newPool(url, options.max ?? 10);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  const reader = options.readUrl
    ? new Kysely<Tables>({
        dialect: new PostgresDialect({ pool: preparing(newPool(options.readUrl, options.max ?? 10)) }),
      })
    : kysely;

  async function close(): Promise<void> {
    await kysely.destroy();
    if (reader !== kysely) await reader.destroy();
  }

  const { onChange = () => undefined, moment = () => ({}) } = options;
  return inContext({ kysely, reader, close, onChange, moment }, {});
}

/** Many actions in one transaction, each seeing what those before it did: for the first filling. */
export function inOneTransaction<T>(database: Database, work: (joined: Database) => Promise<T>): Promise<T> {
  return database.transaction((tx) => {
    const joined: Database = {
      open: tx,
      replica: tx,
      transaction: (inner) => inner(tx),
      read: (inner) => inner(tx),
      withKeys: () => joined,
      moment: () => ({}),
      close: () => Promise.resolve(),
    };
    return work(joined);
  });
}

interface Pools {
  kysely: Db;
  reader: Db;
  close(): Promise<void>;
  onChange(): void;
  moment(): object;
}

function inContext(pools: Pools, keys: Keys): Database {
  function read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return pools.kysely.transaction().execute(async (tx) => {
      await showKeys(tx, keys);
      return work(tx);
    });
  }

  return {
    open: pools.kysely,
    replica: pools.reader,
    async transaction(work) {
      const result = await read(work);
      pools.onChange();
      return result;
    },
    read,
    withKeys: (more) => inContext(pools, { ...keys, ...more }),
    moment: pools.moment,
    close: pools.close,
  };
}

/** The settings end with the transaction, so nothing leaks to the next user of the connection. */
async function showKeys(tx: Tx, keys: Keys): Promise<void> {
  if (!keys.session && !keys.link && !keys.browser) return;
  await sql`select
    set_config('app.session', ${keys.session?.toString('hex') ?? ''}, true),
    set_config('app.link', ${keys.link?.toString('hex') ?? ''}, true),
    set_config('app.browser', ${keys.browser?.toString('hex') ?? ''}, true)`.execute(tx);
}

/** Plain connections on one login, for the job queue. */
export function newPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    idleTimeoutMillis: 30_000,
    options: '-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000',
  });
  // A connection that breaks while idle is replaced by the next one asked for.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

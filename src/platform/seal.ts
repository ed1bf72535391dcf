import { createHash, type Hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from './ctx.ts';
import type { Db, Tx } from './db/open.ts';

const pageSize = 1000;
const nothingBefore = Buffer.alloc(32);

interface Seal {
  number: number;
  transactions_from: string;
  transactions_before: string;
  events: number;
  previous_hash: Buffer;
  hash: Buffer;
}

/**
 * Seals the events of every transaction that ended before the oldest one still open, so that none can slip in behind.
 * Each seal holds the hash of the one before: a chain in the transaction of the change would make all writers wait.
 * Returns how many events were sealed.
 */
export async function sealRecord(ctx: Ctx): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    // One sealer at a time; whoever comes second has nothing to do.
    await sql`set local statement_timeout = '5min'`.execute(tx);
    const { rows: got } = await sql<{
      got: boolean;
    }>`select pg_try_advisory_xact_lock(735201119) as got`.execute(tx);
    if (!got[0]?.got) return 0;
    const last = await lastSeal(tx);
    const from = last?.transactions_before ?? '0';
    const { rows } = await sql<{ before: string }>`
      select platform.shifted(pg_snapshot_xmin(pg_current_snapshot()))::text as before`.execute(tx);
    const before = rows[0]?.before ?? from;
    const previous = last?.hash ?? nothingBefore;
    const { events, hash } = await hashOf(tx, { from, before, previous });
    if (events === 0) return 0;
    await sql`insert into platform.seal
        (number, transactions_from, transactions_before, events, previous_hash, hash, sealed_at)
      values (${(last?.number ?? 0) + 1}, ${from}::xid8, ${before}::xid8, ${events}, ${previous}, ${hash},
        ${ctx.machineNow})`.execute(tx);
    return events;
  });
}

/** Hashes the whole record again: undefined when it is whole, else the number of the first seal that is broken. */
export async function firstBrokenSeal(db: Db): Promise<number | undefined> {
  const { rows: seals } = await sql<Seal>`
    select number, transactions_from::text, transactions_before::text, events, previous_hash, hash
    from platform.seal order by number`.execute(db);
  let previous: Buffer = nothingBefore;
  let from = '0';
  for (const [index, seal] of seals.entries()) {
    const isNext = seal.number === index + 1 && seal.transactions_from === from;
    const again = await hashOf(db, { from, before: seal.transactions_before, previous });
    const isWhole = again.events === seal.events && again.hash.equals(seal.hash);
    if (!isNext || !isWhole || !seal.previous_hash.equals(previous)) return seal.number;
    previous = seal.hash;
    from = seal.transactions_before;
  }
  return undefined;
}

async function lastSeal(tx: Tx): Promise<Seal | undefined> {
  const { rows } = await sql<Seal>`
    select number, transactions_from::text, transactions_before::text, events, previous_hash, hash
    from platform.seal order by number desc limit 1`.execute(tx);
  return rows[0];
}

interface EventRow {
  transaction: string;
  id: string;
  [column: string]: unknown;
}

async function hashOf(
  db: Db,
  range: { from: string; before: string; previous: Buffer },
): Promise<{ events: number; hash: Buffer }> {
  const hash: Hash = createHash('sha256').update(range.previous);
  let events = 0;
  let after = { transaction: range.from, id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const page = await eventsAfter(db, after, range.before);
    for (const event of page) hash.update(`${canonicalJson(event)}\n`);
    events += page.length;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return { events, hash: hash.digest() };
    after = { transaction: last.transaction, id: last.id };
  }
}

async function eventsAfter(db: Db, after: { transaction: string; id: string }, before: string) {
  const { rows } = await sql<EventRow>`
    select id, name, at, machine_at, actor_kind, actor_person_id, organisation_id, payload, reason,
      transaction::text as transaction
    from platform.event
    where (transaction, id) > (${after.transaction}::xid8, ${after.id}::uuid) and transaction < ${before}::xid8
    order by transaction, id limit ${pageSize}`.execute(db);
  return rows;
}

/** The same value always makes the same text: keys are sorted, times are written in UTC. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${pairs.join(',')}}`;
}

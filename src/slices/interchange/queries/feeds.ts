import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Feed, FeedRun, Finding } from '../words/feed.ts';

const feedColumns = [
  ...(['id', 'address', 'source', 'licence', 'state', 'standard', 'services', 'digest', 'trouble'] as const),
  ...(['failures', 'good_at as goodAt', 'next_at as nextAt'] as const),
] as const;

const runColumns = [
  ...(['id', 'feed_id as feedId', 'kind', 'by_hand as byHand', 'state', 'asked_at as askedAt'] as const),
  ...(['ended_at as endedAt', 'services', 'new', 'matched', 'changed', 'unchanged', 'rejected'] as const),
  ...(['gone', 'trouble', 'import_id as importId'] as const),
] as const;

export function allFeeds(db: Db): Promise<Feed[]> {
  return db.selectFrom('interchange.feed').select(feedColumns).orderBy('source').orderBy('id').execute();
}

export function feedById(db: Db, id: string): Promise<Feed> {
  return db
    .selectFrom('interchange.feed')
    .select(feedColumns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('feed'));
}

/** Feeds that did not answer well the last time, those that fail longest first. */
export async function failingFeeds(db: Db, limit: number): Promise<{ total: number; rows: Feed[] }> {
  const rows = await db
    .selectFrom('interchange.feed')
    .select(feedColumns)
    .where('failures', '>', 0)
    .orderBy('failures', 'desc')
    .orderBy('source')
    .execute();
  return { total: rows.length, rows: rows.slice(0, limit) };
}

/** Feeds and imports that go by a name or an address already. */
export async function feedsLike(
  db: Db,
  { address, source }: { address: string; source: string },
): Promise<{ byAddress: boolean; bySource: boolean; lists: readonly string[][] }> {
  const feeds = await db
    .selectFrom('interchange.feed')
    .select(['address', 'source'])
    .where((is) => is.or([is('address', '=', address), is('source', 'ilike', escaped(source))]))
    .execute();
  const lists = await db
    .selectFrom('interchange.import')
    .select('file_names')
    .where('source', 'ilike', escaped(source))
    .execute();
  return {
    byAddress: feeds.some((feed) => feed.address === address),
    bySource: feeds.some((feed) => feed.source.toLowerCase() === source.toLowerCase()),
    lists: lists.map((list) => list.file_names),
  };
}

export function runsOf(db: Db, feedId: string, limit: number): Promise<FeedRun[]> {
  return db
    .selectFrom('interchange.feed_run')
    .select(runColumns)
    .where('feed_id', '=', feedId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function findingsOf(db: Db, runId: string): Promise<Finding[]> {
  return db
    .selectFrom('interchange.feed_finding')
    .select(['words', 'times'])
    .where('run_id', '=', runId)
    .orderBy('place')
    .execute();
}

/** When the next feed is to be asked, if that is not later than `until`. */
export async function nextFeedDue(db: Db, until: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('interchange.feed')
    .select('next_at')
    .where('next_at', '<=', until)
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_at ?? undefined;
}

/** The name is looked for as it is, whatever signs are in it. */
function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

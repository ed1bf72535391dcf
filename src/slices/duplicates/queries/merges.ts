import { sql } from 'kysely';
import type { HeldAbout, LoopWords } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { duplicates } from '../urls.ts';
import type { Merge, MergeState } from '../words.ts';

const columns = [
  ...([
    'id',
    'gone_id',
    'kept_id',
    'state',
    'reason',
    'take',
    'service_ids',
    'asked_id',
    'asked_by',
  ] as const),
  ...(['asked_at', 'answered_at', 'answer_reason', 'done', 'undone_at', 'undone_reason'] as const),
] as const;

export async function merge(db: Db, id: string): Promise<Merge> {
  const row = await db
    .selectFrom('duplicates.merge')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('merger'));
  return toMerge(row);
}

/** The one that stands of a record: asked, or done and not undone. */
export async function standingMerge(db: Db, goneId: string): Promise<Merge | undefined> {
  const row = await db
    .selectFrom('duplicates.merge')
    .select(columns)
    .where('gone_id', '=', goneId)
    .where('state', 'in', ['asked', 'merged'])
    .executeTakeFirst();
  return row && toMerge(row);
}

/** The newest about these two. */
export async function lastMerge(db: Db, goneId: string, keptId: string): Promise<Merge> {
  const row = await db
    .selectFrom('duplicates.merge')
    .select(columns)
    .where('gone_id', '=', goneId)
    .where('kept_id', '=', keptId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(notFound('merger'));
  return toMerge(row);
}

/** What was asked, done or undone about a record, the newest first. */
export async function mergesAbout(db: Db, organisationId: string): Promise<Merge[]> {
  const rows = await db
    .selectFrom('duplicates.merge')
    .select(columns)
    .where((is) => is.or([is('gone_id', '=', organisationId), is('kept_id', '=', organisationId)]))
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map(toMerge);
}

/** What each open question is about, for inboxes and boards. */
export async function describeMerges(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('duplicates.merge')
    .innerJoin('register.organisation_card as gone', 'gone.id', 'gone_id')
    .innerJoin('register.organisation_card as kept', 'kept.id', 'kept_id')
    .select(['duplicates.merge.id', 'gone.name as gone', 'kept.name as kept', 'asked_id'])
    .where('duplicates.merge.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    thingId: row.id,
    title: row.gone ?? '',
    text: `Is it the same as ${row.kept}?`,
    url: duplicates.one(row.id),
    action: 'Compare, and say yes or no',
  }));
}

export async function heldMerges(db: Db, { id }: Parameters<HeldAbout['read']>[1]): Promise<object[]> {
  const { rows } = await sql<object>`
    select gone.name as merged, kept.name as into, merge.state,
      case when merge.asked_by = ${id} then merge.reason end as why,
      case when merge.asked_by = ${id} then asked_at end as asked_at,
      case when merge.answered_by = ${id} then answered_at end as answered_at,
      case when merge.undone_by = ${id} then undone_at end as undone_at
    from duplicates.merge
    join register.organisation_card as gone on gone.id = gone_id
    join register.organisation_card as kept on kept.id = kept_id
    where ${id} in (merge.asked_by, merge.answered_by, merge.undone_by) order by merge.asked_at`.execute(db);
  return rows;
}

interface Row {
  id: string;
  gone_id: string;
  kept_id: string;
  state: string;
  reason: string;
  take: string[];
  service_ids: string[];
  asked_id: string | null;
  asked_by: string;
  asked_at: Date;
  answered_at: Date | null;
  answer_reason: string;
  done: unknown;
  undone_at: Date | null;
  undone_reason: string;
}

const states: readonly MergeState[] = ['asked', 'declined', 'merged', 'undone'];

function toMerge(row: Row): Merge {
  return {
    id: row.id,
    goneId: row.gone_id,
    keptId: row.kept_id,
    state: states.find((state) => state === row.state) ?? 'declined',
    reason: row.reason,
    take: row.take,
    serviceIds: row.service_ids,
    askedId: row.asked_id,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
    answerReason: row.answer_reason,
    done: row.done,
    undoneAt: row.undone_at,
    undoneReason: row.undone_reason,
  };
}

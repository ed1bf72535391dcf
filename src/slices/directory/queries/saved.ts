import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { isPerson } from '../../../platform/permit.ts';
import { readSearch } from '../rules/saved.ts';
import type { FoundNow, How, NewThing, SavedSearch } from '../words/saved.ts';
import type { Asked } from '../words.ts';
import { exactUpTo } from './find.ts';
import { search } from './search.ts';
import { whereAsked } from './where.ts';

function savedSearches(db: Db) {
  return db
    .selectFrom('directory.saved_search')
    .select(['id', 'person_id as personId', 'query', 'title', 'how', 'since', 'told_at as toldAt']);
}

function toSaved(row: Omit<SavedSearch, 'how'> & { how: string }): SavedSearch {
  const how: How = row.how === 'weekly' ? 'weekly' : 'daily';
  return { ...row, how };
}

/** What somebody has saved, the oldest first. */
export async function savedBy(ctx: Ctx): Promise<SavedSearch[]> {
  if (!isPerson(ctx.actor)) return [];
  const { personId } = ctx.actor;
  const rows = await ctx.db.read((db) =>
    savedSearches(db).where('person_id', '=', personId).orderBy('since').orderBy('id').execute(),
  );
  return rows.map(toSaved);
}

/** Somebody else's is not there. */
export async function savedOne(ctx: Ctx, id: string): Promise<SavedSearch> {
  const mine = await savedBy(ctx);
  const found = mine.find((one) => one.id === id);
  if (!found) throw notFound('search')();
  return found;
}

/** What is found now by the words as they stand: neither respelt nor loosened, so that news are what was asked for. */
export async function foundNow(ctx: Ctx, query: string): Promise<FoundNow> {
  const asked = readSearch(query);
  if (!asked || !someKindIsKnown(ctx, asked))
    return { lost: 'What it looks for is not listed here any more.' };
  const where = await whereAsked(ctx.db.replica, asked);
  const [problem] = Object.values(where.problems);
  if (problem !== undefined) return { lost: problem };
  const found = await search(ctx.db, { ...asked, limit: exactUpTo, after: '' }, where);
  if (found.totalIsEstimate)
    return { lost: 'It finds more than 1,000 things now, too many to tell what is new.' };
  const strict = found.forgave === 'nothing' || found.forgave === 'word_endings';
  return { ids: strict ? found.hits.map((hit) => hit.id) : [] };
}

function someKindIsKnown(ctx: Ctx, { kinds }: Asked): boolean {
  return kinds.length === 0 || kinds.some((kind) => ctx.house.documentsByKind.has(kind));
}

export async function nextSavedSearch(db: Db, until: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('directory.saved_search')
    .select('due_at')
    .where('due_at', '<=', until)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at;
}

/** Only a job sees them all. */
export async function peopleWithDueSearches(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('directory.saved_search')
    .select('person_id')
    .distinct()
    .where('due_at', '<=', now)
    .orderBy('person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

export async function dueSearches(
  db: Db,
  personId: string,
  now: Date,
): Promise<(SavedSearch & { known: string[] })[]> {
  const rows = await savedSearches(db)
    .select('known')
    .where('person_id', '=', personId)
    .where('due_at', '<=', now)
    .orderBy('since')
    .orderBy('id')
    .execute();
  return rows.map(({ known, ...row }) => ({ ...toSaved(row), known }));
}

/** What is on its way into a letter, by search; what has gone or was stopped meanwhile is left out. */
export async function tellingOf(
  db: Db,
  searchIds: readonly string[],
): Promise<{ personId: string; title: string; query: string; things: NewThing[] }[]> {
  if (searchIds.length === 0) return [];
  const rows = await db
    .selectFrom('directory.saved_search')
    .select(['id', 'person_id', 'title', 'query', 'telling'])
    .where('id', 'in', searchIds)
    .orderBy('since')
    .orderBy('id')
    .execute();
  const things = await thingsByIds(
    db,
    rows.flatMap((row) => row.telling),
  );
  return rows.map((row) => ({
    ...{ personId: row.person_id, title: row.title, query: row.query },
    things: row.telling.flatMap((id) => things.get(id) ?? []),
  }));
}

async function thingsByIds(db: Db, ids: readonly string[]): Promise<Map<string, NewThing>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('directory.document')
    .select(['id', 'kind', 'name', 'organisation_name as organisationName', 'summary'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The person whose link it is; the database shows it to nobody else. */
export async function personByStopLink(db: Db, hash: Buffer): Promise<string> {
  const row = await db
    .selectFrom('directory.stop_link')
    .select('person_id')
    .where('token_hash', '=', hash)
    .executeTakeFirstOrThrow(notFound('link'));
  return row.person_id;
}

export async function heldSearches(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('directory.saved_search')
    .select(['title', 'query', 'how', 'since', 'told_at'])
    .select(sql<number>`cardinality(known)`.as('found_so_far'))
    .where('person_id', '=', id)
    .orderBy('since')
    .execute();
}

export async function heldSearchStopLinks(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('directory.stop_link')
    .select('made_at')
    .where('person_id', '=', id)
    .orderBy('made_at')
    .execute();
}

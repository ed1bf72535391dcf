import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { isPerson } from '../../../platform/permit.ts';
import type { FollowedGroup, How, NewsOfGroup } from '../words.ts';

export interface Follow {
  id: string;
  personId: string;
  organisationId: string;
  how: How;
  since: Date;
  toldUntil: Date;
  dueAt: Date | null;
}

const columns = [
  'id',
  'person_id as personId',
  'organisation_id as organisationId',
  'how',
  'since',
  'told_until as toldUntil',
  'due_at as dueAt',
] as const;

function follows(db: Db) {
  return db.selectFrom('notifications.follow').select(columns);
}

function toFollow(row: Omit<Follow, 'how'> & { how: string }): Follow {
  return { ...row, how: row.how as How };
}

/** What somebody follows, by name. */
export async function followedBy(ctx: Ctx): Promise<FollowedGroup[]> {
  if (!isPerson(ctx.actor)) return [];
  const { personId } = ctx.actor;
  const rows = await ctx.db.read((db) =>
    db
      .selectFrom('notifications.follow')
      .innerJoin('register.organisation_card as card', 'card.id', 'organisation_id')
      .select(['organisation_id', 'card.name', 'card.summary', 'how'])
      .where('person_id', '=', personId)
      .orderBy('card.name')
      .orderBy('organisation_id')
      .execute(),
  );
  return rows.map((row) => ({
    id: row.organisation_id,
    name: row.name ?? '',
    summary: row.summary ?? '',
    how: row.how as How,
  }));
}

export async function howOne(ctx: Ctx, organisationId: string): Promise<How | undefined> {
  if (!isPerson(ctx.actor)) return undefined;
  const { personId } = ctx.actor;
  const row = await ctx.db.read((db) =>
    follows(db)
      .where('person_id', '=', personId)
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst(),
  );
  return row && toFollow(row).how;
}

/** Only a job sees them all. */
export async function followersOf(db: Db, organisationIds: readonly string[]): Promise<Follow[]> {
  if (organisationIds.length === 0) return [];
  const rows = await follows(db).where('organisation_id', 'in', organisationIds).execute();
  return rows.map(toFollow);
}

export async function nextNews(db: Db, until: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('notifications.follow')
    .select('due_at')
    .where('due_at', '<=', until)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst();
  return row?.due_at ?? undefined;
}

export async function peopleDue(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('notifications.follow')
    .select('person_id')
    .distinct()
    .where('due_at', '<=', now)
    .orderBy('person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

export async function dueFollows(db: Db, personId: string, now: Date): Promise<Follow[]> {
  const rows = await follows(db).where('person_id', '=', personId).where('due_at', '<=', now).execute();
  return rows.map(toFollow);
}

/** What is to be told of each of them that is still there for everybody, the oldest first. */
export async function newsFor(db: Db, due: readonly Follow[], now: Date): Promise<NewsOfGroup[]> {
  const groups: NewsOfGroup[] = [];
  for (const one of due) {
    const rows = await db
      .selectFrom('notifications.news')
      .innerJoin('register.organisation_card as card', 'card.id', 'organisation_id')
      .select(['organisation_id as id', 'card.name', 'at', 'words'])
      .where('organisation_id', '=', one.organisationId)
      .where('card.state', 'in', ['active', 'paused', 'closed'])
      .where('at', '>', one.toldUntil)
      .where('at', '<=', now)
      .orderBy('at')
      .execute();
    const [first] = rows;
    if (first) groups.push({ id: one.organisationId, name: first.name ?? '', news: rows });
  }
  return groups.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The person whose link it is; the database shows it to nobody else. */
export async function personByStopLink(db: Db, hash: Buffer): Promise<string> {
  const row = await db
    .selectFrom('notifications.stop_link')
    .select('person_id')
    .where('token_hash', '=', hash)
    .executeTakeFirstOrThrow(notFound('link'));
  return row.person_id;
}

export async function heldFollows(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('notifications.follow')
    .innerJoin('register.organisation_card as card', 'card.id', 'organisation_id')
    .select(['card.name', 'how', 'since'])
    .where('person_id', '=', id)
    .orderBy('since')
    .execute();
}

export async function heldStopLinks(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('notifications.stop_link')
    .select(['made_at'])
    .where('person_id', '=', id)
    .orderBy('made_at')
    .execute();
}

import { sql } from 'kysely';
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

/** The organisation that a follow stands for: one that was merged into another is followed there. */
const standsFor = sql<string>`coalesce(card.merged_into, organisation_id)`;

function follows(db: Db) {
  return db
    .selectFrom('notifications.follow as follow')
    .innerJoin('register.organisation_card as card', 'card.id', 'organisation_id')
    .select([
      'follow.id',
      'person_id as personId',
      'how',
      'since',
      'told_until as toldUntil',
      'due_at as dueAt',
    ])
    .select(standsFor.as('organisationId'));
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
      .innerJoin('register.organisation_card as followed', 'followed.id', 'organisation_id')
      .innerJoin('register.organisation_card as card', (join) =>
        join.on(sql<boolean>`card.id = coalesce(followed.merged_into, followed.id)`),
      )
      .select(['card.id as organisation_id', 'card.name', 'card.summary', 'how'])
      .where('person_id', '=', personId)
      .orderBy('card.name')
      .orderBy('card.id')
      .execute(),
  );
  const once = new Map(rows.map((row) => [row.organisation_id, row]));
  return [...once.values()].map((row) => ({
    id: row.organisation_id ?? '',
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
      .where(standsFor, '=', organisationId)
      .limit(1)
      .executeTakeFirst(),
  );
  return row && toFollow(row).how;
}

/** Only a job sees them all. */
export async function followersOf(db: Db, organisationIds: readonly string[]): Promise<Follow[]> {
  if (organisationIds.length === 0) return [];
  const rows = await follows(db).where(standsFor, 'in', organisationIds).execute();
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
    if (groups.some((group) => group.id === one.organisationId)) continue;
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

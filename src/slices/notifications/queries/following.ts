import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { isPerson } from '../../../platform/permit.ts';
import type { Followable, Followed, How } from '../words.ts';
import { staleOf } from './stale.ts';

export interface Follows {
  id: string;
  personId: string;
  how: How;
  weekday: number;
  since: Date;
  dueAt: Date | null;
}

/** What somebody follows, by name. An organisation that was merged into another one is followed there. */
export async function followedBy(ctx: Ctx): Promise<Followed[]> {
  if (!isPerson(ctx.actor)) return [];
  const { personId } = ctx.actor;
  return ctx.db.read(async (db) => {
    const { rows } = await sql<Row>`
      select kind, id, min(name) as name, min(summary) as summary, min(how) as how, min(weekday) as weekday from (
        select 'organisation' as kind, card.id, card.name, card.summary, how, weekday
        from notifications.follow
        join register.organisation_card as followed on followed.id = organisation_id
        join register.organisation_card as card on card.id = coalesce(followed.merged_into, followed.id)
        where person_id = ${personId}
        union all
        select 'service', service.id, service.name || ', ' || service.organisation_name, service.summary, how, weekday
        from notifications.follow
        join register.search_document as service on service.id = service_id and service.kind = 'service'
        where person_id = ${personId}) as followed
      group by kind, id order by min(name), id`.execute(db);
    const stale = await staleOf(
      db,
      ctx,
      rows.map((row) => row.id),
    );
    return rows.map((row) => ({ ...toThing(row), ...toHow(row), stale: stale.get(row.id) ?? [] }));
  });
}

/** How somebody hears of one thing, where they do. */
export async function howOne(
  ctx: Ctx,
  what: Pick<Followable, 'kind' | 'id'>,
): Promise<{ how: How; weekday: number } | undefined> {
  const followed = await followedBy(ctx);
  return followed.find((one) => one.kind === what.kind && one.id === what.id);
}

/** Who follows these organisations, or one of these services. Only a job sees them all. */
export async function followersOf(
  db: Db,
  organisationIds: readonly string[],
  serviceIds: readonly string[],
): Promise<(Follows & { thingId: string })[]> {
  const { rows } = await sql<FollowRow & { thingId: string }>`
    select follow.id, person_id as "personId", how, weekday, since, due_at as "dueAt",
      coalesce(service_id, card.merged_into, card.id) as "thingId"
    from notifications.follow
    left join register.organisation_card as card on card.id = organisation_id
    where service_id = any(${serviceIds}::uuid[])
      or coalesce(card.merged_into, card.id) = any(${organisationIds}::uuid[])`.execute(db);
  return rows.map((row) => ({ ...row, ...toHow(row) }));
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

export async function dueFollows(db: Db, personId: string, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('notifications.follow')
    .select('id')
    .where('person_id', '=', personId)
    .where('due_at', '<=', now)
    .execute();
  return rows.map((row) => row.id);
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
    .leftJoin('register.organisation_card as card', 'card.id', 'organisation_id')
    .leftJoin('register.search_document as service', 'service.id', 'service_id')
    .select(['card.name as organisation', 'service.name as service', 'how', 'weekday', 'since'])
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

interface Row {
  kind: string;
  id: string;
  name: string;
  summary: string;
  how: string;
  weekday: number;
}

interface FollowRow {
  id: string;
  personId: string;
  how: string;
  weekday: number;
  since: Date;
  dueAt: Date | null;
}

function toThing(row: Row) {
  const kind = row.kind === 'service' ? ('service' as const) : ('organisation' as const);
  return { kind, id: row.id, name: row.name, summary: row.summary };
}

function toHow({ how, weekday }: { how: string; weekday: number }): { how: How; weekday: number } {
  return { how: how === 'at_once' || how === 'daily' ? how : 'weekly', weekday };
}

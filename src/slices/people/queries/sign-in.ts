import { sql } from 'kysely';
import { addDays } from '../../../platform/dates.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Session } from '../../../platform/permit.ts';
import type { OpenSession, Person } from '../words/sign-in.ts';

export function person(db: Db, id: string): Promise<Person> {
  return db
    .selectFrom('people.person')
    .select(['id', 'name', 'email', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('person'));
}

/** Names and mailboxes of those whom the reader may see; the others are left out by the database. */
export function personsByIds(db: Db, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('people.person')
    .select(['id', 'name', 'email', 'version'])
    .where('id', 'in', ids)
    .where('state', '=', 'active')
    .execute();
}

/** Only for whoever has proved the mailbox, or for a job: whether an account exists is told to nobody else. */
export async function personIdByEmailOptional(db: Db, email: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select people.person_with_email(${email}) as id`.execute(
    db,
  );
  return rows[0]?.id ?? undefined;
}

export async function mailsSince(db: Db, email: string, since: Date): Promise<number> {
  const { rows } = await sql<{
    mails: number;
  }>`select people.tokens_for(${email}, ${since}) as mails`.execute(db);
  return rows[0]?.mails ?? 0;
}

export async function sessionOfOptional(db: Db, tokenHash: Buffer): Promise<Session | undefined> {
  const { rows } = await sql<{
    id: string;
    person_id: string;
    name: string;
    email: string;
    strength: string;
    seen_at: Date;
    proved_at: Date | null;
  }>`select id, person_id, name, email, strength, seen_at, proved_at
    from people.session_of(${tokenHash})`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    email: row.email,
    strength: row.strength === 'strong' ? 'strong' : 'ordinary',
    seenAt: row.seen_at,
    provedAt: row.proved_at ?? undefined,
  };
}

export async function ownSessions(db: Db): Promise<OpenSession[]> {
  const { rows } = await sql<{
    id: string;
    device: string;
    opened_at: Date;
    seen_at: Date;
    this_one: boolean;
  }>`
    select id, device, opened_at, seen_at, this_one from people.sessions_of_actor()`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    openedAt: row.opened_at,
    seenAt: row.seen_at,
    thisOne: row.this_one,
  }));
}

/** The newest sign-in that this browser asked for. Row-level security shows it no other. */
export function newestSignInOptional(db: Db, browserHash: Buffer) {
  return db
    .selectFrom('people.token')
    .select(['id', 'email', 'next', 'expires_at', 'used_at', 'tries'])
    .where('browser_hash', '=', browserHash)
    .where('purpose', '=', 'sign_in')
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A mailed link, for its holder; whether it is also this browser's is asked separately. */
export function signInLinkOptional(db: Db, linkHash: Buffer) {
  return db
    .selectFrom('people.token')
    .select(['id', 'email', 'expires_at', 'used_at', 'tries', 'browser_hash'])
    .where('hash', '=', linkHash)
    .where('purpose', '=', 'sign_in')
    .executeTakeFirst();
}

/** Whether somebody’s account is less than a day old, in network time; for that person. */
export async function isNewHere(db: Db, id: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('people.person')
    .select('created_at')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined && row.created_at > addDays(now, -1);
}

/** Whether the steps of the first day still stand on somebody's own page. */
export async function hasFirstDay(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('people.person')
    .select('first_day_done_at')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined && row.first_day_done_at === null;
}

/** What an account holds about a person, for that person. */
export function heldAccount(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('people.person')
    .select(['name', 'email', 'language', 'created_at', 'last_seen_on', 'first_day_done_at'])
    .where('id', '=', id)
    .execute();
}

export async function heldSessions(db: Db): Promise<object[]> {
  const { rows } = await sql<object>`
    select device, strength, opened_at, seen_at, ended_at, proved_at, proved_by
    from people.held_sessions()`.execute(db);
  return rows;
}

export async function heldTokens(db: Db): Promise<object[]> {
  const { rows } = await sql<object>`
    select purpose, email, made_at, expires_at, used_at from people.held_tokens()`.execute(db);
  return rows;
}

/** What somebody did, and what was done about them. */
export function heldEvents(db: Db, { id }: { id: string }) {
  return (
    db
      .selectFrom('platform.event')
      .select(['name', 'at', 'organisation_id'])
      .select(sql<boolean>`actor_person_id is not distinct from ${id}`.as('by_you'))
      // A reason is in the words of whoever acted.
      .select(sql<string | null>`case when actor_person_id = ${id} then reason end`.as('reason'))
      .where((where) =>
        where.or([where('actor_person_id', '=', id), where(sql`payload ->> 'personId'`, '=', id)]),
      )
      .orderBy('at')
      .execute()
  );
}

import type { Db } from '../../../platform/db/open.ts';
import { NotFound, notFound } from '../../../platform/errors.ts';
import { Changes } from '../words/suggestions.ts';
import type { ThingKind } from './versions.ts';

/** The organisation a mailed check link speaks for, while the link is good in network time. */
export async function checkLink(
  db: Db,
  tokenHash: Buffer,
): Promise<{ organisationId: string; expiresAt: Date }> {
  const row = await db
    .selectFrom('register.check_link')
    .select(['organisation_id', 'expires_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (!row) throw new NotFound('link');
  return { organisationId: row.organisation_id, expiresAt: row.expires_at };
}

export interface Suggestion {
  id: string;
  organisationId: string;
  what: string;
  replyTo: string;
  state: string;
  reason: string;
  madeAt: Date;
  personId: string | null;
  centreId: string | null;
  changes: Changes | undefined;
  taken: readonly string[];
}

const suggestionColumns = [
  'id',
  'organisation_id',
  'what',
  'reply_to',
  'state',
  'reason',
  'made_at',
  'person_id',
  'centre_id',
  'changes',
  'taken',
] as const;

export async function suggestion(db: Db, id: string): Promise<Suggestion> {
  return toSuggestion(
    await suggestionRows(db).where('id', '=', id).executeTakeFirstOrThrow(notFound('suggestion')),
  );
}

/** The same changes, suggested by the same person and not answered yet. */
export function sameSuggestionOptional(
  db: Db,
  of: { organisationId: string; personId: string; changes: Changes },
) {
  return db
    .selectFrom('register.suggestion')
    .select('id')
    .where('organisation_id', '=', of.organisationId)
    .where('person_id', '=', of.personId)
    .where('state', 'in', ['waiting', 'held'])
    .where('changes', '=', JSON.stringify(of.changes))
    .limit(1)
    .executeTakeFirst();
}

/** Changes that somebody suggested and that were not taken, or not all: the newest twenty that the reader may see. */
export async function notTaken(db: Db, about: { kind: ThingKind; id: string }): Promise<Suggestion[]> {
  const rows = await suggestionRows(db)
    .where(about.kind === 'organisation' ? 'organisation_id' : 'service_id', '=', about.id)
    .where('state', 'in', ['declined', 'partly'])
    .where('changes', 'is not', null)
    .orderBy('made_at', 'desc')
    .limit(20)
    .execute();
  return rows.map(toSuggestion);
}

function suggestionRows(db: Db) {
  return db.selectFrom('register.suggestion').select(suggestionColumns);
}

function toSuggestion(
  row: Awaited<ReturnType<ReturnType<typeof suggestionRows>['executeTakeFirstOrThrow']>>,
): Suggestion {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    what: row.what,
    replyTo: row.reply_to,
    state: row.state,
    reason: row.reason,
    madeAt: row.made_at,
    personId: row.person_id,
    centreId: row.centre_id,
    changes: row.changes === null ? undefined : Changes.parse(row.changes),
    taken: row.taken,
  };
}

export async function appeal(db: Db, id: string) {
  return db
    .selectFrom('register.appeal')
    .select(['id', 'organisation_id', 'claim_id', 'what', 'state', 'reason', 'made_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('appeal'));
}

/** The next moment at which a record becomes less fresh. */
export async function nextFreshness(db: Db, until: Date): Promise<Date | undefined> {
  const organisation = await db
    .selectFrom('register.organisation')
    .select('freshness_due_at as at')
    .where('state', '=', 'active')
    .where('freshness_due_at', '<=', until)
    .orderBy('freshness_due_at')
    .limit(1)
    .executeTakeFirst();
  const service = await db
    .selectFrom('register.service')
    .select('freshness_due_at as at')
    .where('status', '<>', 'retired')
    .where('freshness_due_at', '<=', until)
    .orderBy('freshness_due_at')
    .limit(1)
    .executeTakeFirst();
  const times = [organisation?.at, service?.at].filter((at) => at !== null && at !== undefined);
  return times.sort((a, b) => a.getTime() - b.getTime())[0];
}

/** Records of active organisations that are past their check, the oldest first, for the hub. */
export async function lateChecks(db: Db, limit: number) {
  const late = db
    .selectFrom('register.organisation')
    .where('state', '=', 'active')
    .where('freshness', 'in', ['old', 'none'])
    .where('kind', '<>', 'hub');
  const { total } = await late.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await late
    .select(['id', 'name', 'freshness', 'checked_at'])
    .orderBy('checked_at', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .limit(limit)
    .execute();
  return { total, rows };
}

/** How fresh an organisation is, and which of its services are not. */
export async function lateParts(
  db: Db,
  organisationId: string,
): Promise<{ freshness: string; serviceIds: string[] }> {
  const { freshness } = await db
    .selectFrom('register.organisation')
    .select('freshness')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow(notFound('organisation'));
  const services = await db
    .selectFrom('register.service')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('status', '<>', 'retired')
    .where('freshness', '<>', 'ok')
    .execute();
  return { freshness, serviceIds: services.map((row) => row.id) };
}

/** Whether a letter has asked since then if the record is still right. */
export async function wasAsked(db: Db, organisationId: string, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('register.check_link')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('made_at', '>', since)
    .executeTakeFirst();
  return row !== undefined;
}

/** The last time the hub was asked to look again, and what it said. */
export function lastAppealOptional(db: Db, organisationId: string) {
  return db
    .selectFrom('register.appeal')
    .select(['state', 'reason'])
    .where('organisation_id', '=', organisationId)
    .where('claim_id', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

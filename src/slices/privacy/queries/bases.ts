import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Basis, Receiver } from '../words.ts';

const columns = [
  'id',
  'purpose',
  'ground',
  'organisation_id as organisationId',
  'person_id as personId',
  'items',
  'how',
  'given_on as givenOn',
  'wording',
  'reason',
  'covers_next as coversNext',
  'until_at as untilAt',
  'ended_at as endedAt',
  'ended_how as endedHow',
] as const;

/** Locked, so that a withdrawal and a sending come one after the other. */
export function basisInTurn(db: Db, id: string): Promise<Basis> {
  return db
    .selectFrom('privacy.basis')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound('agreement'));
}

export function basis(db: Db, id: string): Promise<Basis> {
  return db
    .selectFrom('privacy.basis')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('agreement'));
}

export function basisByLinkOptional(db: Db, hash: Buffer): Promise<Basis | undefined> {
  return db.selectFrom('privacy.basis').select(columns).where('link_hash', '=', hash).executeTakeFirst();
}

/** The newest first. */
export function basesOf(db: Db, personId: string): Promise<Basis[]> {
  return db
    .selectFrom('privacy.basis')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
}

const receiverColumns = [
  'id',
  'basis_id as basisId',
  'organisation_id as organisationId',
  'named_at as namedAt',
  'told_at as toldAt',
  'gone_at as goneAt',
] as const;

export async function receiversOf(db: Db, basisIds: readonly string[]): Promise<Receiver[]> {
  if (basisIds.length === 0) return [];
  return db
    .selectFrom('privacy.receiver')
    .select(receiverColumns)
    .where('basis_id', 'in', basisIds)
    .orderBy('named_at')
    .orderBy('id')
    .execute();
}

export function receiver(db: Db, id: string): Promise<Receiver> {
  return db
    .selectFrom('privacy.receiver')
    .select(receiverColumns)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound('request'));
}

/** What was looked at on these bases, the latest first. */
export async function looksAt(
  db: Db,
  basisIds: readonly string[],
): Promise<{ basisId: string; organisationId: string; what: string; at: Date }[]> {
  const { rows } = await sql<{ basisId: string; organisationId: string; what: string; at: Date }>`
    select basis_id as "basisId", organisation_id as "organisationId", what, max(looked_at) as at
    from privacy.look where basis_id = any(${[...basisIds]}::uuid[])
    group by basis_id, organisation_id, what, looked_at::date
    order by at desc limit 200`.execute(db);
  return rows;
}

/** When the next one that is limited in time ends. */
export async function nextExpiry(db: Db, until: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select until_at as at from privacy.basis
    where ended_at is null and until_at <= ${until} order by until_at limit 1`.execute(db);
  return rows[0]?.at;
}

/** For inboxes: who has to say that details are gone. Nothing tells whose they are. */
export async function letGoRows(db: Db, receiverIds: readonly string[]) {
  if (receiverIds.length === 0) return [];
  const { rows } = await sql<{ id: string; organisationId: string; purpose: string }>`
    select receiver.id, receiver.organisation_id as "organisationId", basis.purpose
    from privacy.receiver join privacy.basis on basis.id = receiver.basis_id
    where receiver.id = any(${[...receiverIds]}::uuid[])`.execute(db);
  return rows;
}

/** Which of these still stand. */
export async function liveOf(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('privacy.basis')
    .select('id')
    .where('id', 'in', ids)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

import type { LoopWords } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { appointments, centres, claims, organisations, register } from '../urls.ts';

/** What each open registration is about, for inboxes and boards. */
export async function describeRegistrations(db: Db, answerIds: readonly string[]): Promise<LoopWords[]> {
  if (answerIds.length === 0) return [];
  const rows = await db
    .selectFrom('register.centre_answer')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['register.centre_answer.id', 'organisation_id', 'centre_id', 'name', 'summary', 'home'])
    .where('register.centre_answer.id', 'in', answerIds)
    .execute();
  return rows.map((row) => ({
    thingId: row.id,
    title: row.name,
    text: row.home ? row.summary : `Works in your area, too. ${row.summary}`,
    url: centres.registration(row.centre_id, row.organisation_id),
    action: row.home ? 'Look and answer' : 'Say what you can do',
    lookUrl: register.state(row.organisation_id),
    answersId: row.centre_id,
  }));
}

export async function describeClaims(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('register.claim')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['register.claim.id', 'organisation_id', 'name', 'home_centre_id', 'proved_at'])
    .where('register.claim.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    thingId: row.id,
    title: row.name,
    text: row.proved_at
      ? 'Somebody says that this record is theirs, and its own mailbox says so, too.'
      : 'Somebody says that this record is theirs. Make sure of it.',
    url: claims.one(row.id),
    action: 'Check the claim',
    lookUrl: organisations.one(row.organisation_id, row.name),
    ...(row.home_centre_id && { answersId: row.home_centre_id }),
  }));
}

export async function describeSuggestions(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('register.suggestion')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['register.suggestion.id', 'organisation_id', 'name', 'home_centre_id', 'claimed'])
    .select(['changes', 'centre_id'])
    .where('register.suggestion.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    thingId: row.id,
    title: row.name,
    text: row.changes
      ? 'Somebody suggests a change, field by field.'
      : 'Somebody says that something on the page is wrong.',
    url: centres.suggestion(row.id),
    action: 'Read and answer',
    lookUrl: organisations.one(row.organisation_id, row.name),
    answersId:
      row.claimed && row.centre_id === null
        ? row.organisation_id
        : (row.home_centre_id ?? row.organisation_id),
  }));
}

export async function describeStuck(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('register.leaving')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['register.leaving.id', 'organisation_id', 'name', 'home_centre_id'])
    .where('register.leaving.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    thingId: row.id,
    title: row.name,
    text: 'The only person who runs the page has left or leaves, and nobody takes over.',
    url: appointments.of(row.organisation_id),
    action: 'Find somebody for it',
    lookUrl: organisations.one(row.organisation_id, row.name),
    ...(row.home_centre_id && { answersId: row.home_centre_id }),
  }));
}

export async function describeAppeals(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('register.appeal')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['register.appeal.id', 'claim_id', 'name'])
    .where('register.appeal.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    thingId: row.id,
    title: row.name,
    text: row.claim_id
      ? 'Somebody whose claim was declined asks the hub to look again.'
      : 'A refused group asks the hub to look again.',
    url: centres.appeal(row.id),
    action: 'Read and decide',
  }));
}

export async function describeBelongings(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('register.belonging')
    .innerJoin('register.organisation as part', 'part.id', 'register.belonging.organisation_id')
    .innerJoin('register.organisation as whole', 'whole.id', 'register.belonging.parent_id')
    .select(['register.belonging.id', 'part.id as part_id', 'part.name as part', 'whole.name as whole'])
    .where('register.belonging.id', 'in', ids)
    .execute();
  return rows.map((row) => ({
    thingId: row.id,
    title: row.part,
    text: `Is it part of ${row.whole}?`,
    url: organisations.belonging(row.id),
    action: 'Say yes or no',
    lookUrl: organisations.one(row.part_id, row.part),
  }));
}

import { sql } from 'kysely';
import type { HeldAbout, LoopWords, OwnedBy } from '../../../../platform/contributions.ts';
import type { Db } from '../../../../platform/db/open.ts';
import { cardsByIds } from '../../../register/door.ts';
import { plans } from '../../urls.ts';

type Who = Parameters<HeldAbout['read']>[1];

/** That a service would like to talk with others; about whom is behind the link. */
export async function describeTalks(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; organisationId: string; senderId: string }>`
    select id, organisation_id as "organisationId", sender_id as "senderId"
    from referrals.least_of_talks(${[...ids]}::uuid[])`.execute(db);
  const cards = await cardsByIds(
    db,
    rows.map((row) => row.organisationId),
  );
  return rows.map((row) => ({
    thingId: row.id,
    title: cards.get(row.organisationId)?.name ?? '',
    text: 'They would like to talk with others who help somebody you referred. Ask that person first.',
    url: plans.talk(row.id),
    action: 'Ask the person',
    answersId: row.senderId,
  }));
}

export const planHeld: readonly HeldAbout[] = [
  { table: 'referrals.plan', keys: ['made_by_person_id'], label: 'Plans you made', read: made },
  { table: 'referrals.talk', keys: ['asked_by_person_id'], label: 'When you asked to talk', read: asked },
];

export const planOwned: readonly OwnedBy[] = [
  {
    keys: ['referrals.plan.organisation_id'],
    file: 'plans',
    label: 'Plans over several services: when, and nothing of the person',
    read: plansMade,
  },
  {
    keys: ['referrals.talk.organisation_id'],
    file: 'talks-asked',
    label: 'When you asked to talk with others who help, and what the answer was',
    read: talksAsked,
  },
  {
    keys: ['referrals.talk.other_organisation_id'],
    file: 'talks-agreed',
    label: 'When somebody agreed that others talk with you',
    read: talksAgreed,
  },
];

function made(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.plan')
    .select(['code', 'made_at'])
    .where('made_by_person_id', '=', id)
    .execute();
}

function asked(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.talk')
    .select(['state', 'made_at', 'answered_at'])
    .where('asked_by_person_id', '=', id)
    .execute();
}

function plansMade(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.plan')
    .select(['code', 'made_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('made_at')
    .execute();
}

function talksAsked(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.talk')
    .select(['state', 'made_at', 'answered_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('made_at')
    .execute();
}

function talksAgreed(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.talk')
    .select(['made_at', 'answered_at'])
    .where('other_organisation_id', '=', organisationId)
    .orderBy('made_at')
    .execute();
}

import type { HeldAbout, OwnedBy } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';

type Who = Parameters<HeldAbout['read']>[1];

/** What is kept about bases by somebody’s key, for that person. */
export const held: readonly HeldAbout[] = [
  { table: 'privacy.basis', keys: ['person_id'], label: 'What you agreed to', read: agreed },
  { table: 'privacy.basis', keys: ['taken_by_person_id'], label: 'Agreements you wrote down', read: taken },
  { table: 'privacy.receiver', keys: ['gone_by_person_id'], label: 'Details you let go of', read: letGo },
  { table: 'privacy.look', keys: ['person_id'], label: 'Details of others you looked at', read: looked },
];

export const owned: readonly OwnedBy[] = [
  {
    keys: ['privacy.basis.organisation_id'],
    file: 'agreements',
    label: 'On which grounds you passed details on, without names',
    read: passedOn,
  },
  {
    keys: ['privacy.receiver.organisation_id'],
    file: 'details-received',
    label: 'When you were given details, and let go of them',
    read: received,
  },
  {
    keys: ['privacy.look.organisation_id'],
    file: 'looks',
    label: 'When your people looked at details',
    read: looksOf,
  },
];

function agreed(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('privacy.basis')
    .select(['purpose', 'ground', 'items', 'how', 'given_on', 'wording', 'until_at', 'ended_at', 'ended_how'])
    .where('person_id', '=', id)
    .orderBy('made_at')
    .execute();
}

function taken(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('privacy.basis')
    .select(['purpose', 'ground', 'how', 'given_on', 'made_at'])
    .where('taken_by_person_id', '=', id)
    .orderBy('made_at')
    .execute();
}

function letGo(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('privacy.receiver')
    .select(['named_at', 'told_at', 'gone_at'])
    .where('gone_by_person_id', '=', id)
    .execute();
}

function looked(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('privacy.look')
    .select(['what', 'looked_at'])
    .where('person_id', '=', id)
    .orderBy('looked_at')
    .execute();
}

function passedOn(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('privacy.basis')
    .select(['purpose', 'ground', 'items', 'how', 'given_on', 'wording_version', 'ended_at', 'ended_how'])
    .where('organisation_id', '=', organisationId)
    .orderBy('made_at')
    .execute();
}

function received(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('privacy.receiver')
    .select(['named_at', 'told_at', 'gone_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('named_at')
    .execute();
}

function looksOf(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('privacy.look')
    .select(['what', 'looked_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('looked_at')
    .execute();
}

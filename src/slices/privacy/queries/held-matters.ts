import type { HeldAbout, OwnedBy } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';

type Who = Parameters<HeldAbout['read']>[1];

/** Requests, complaints and breaches that carry somebody's key, for that person. */
export const heldMatters: readonly HeldAbout[] = [
  {
    table: 'privacy.matter',
    keys: ['person_id', 'email'],
    label: 'What you asked or complained about',
    read: sent,
  },
  {
    table: 'privacy.matter',
    keys: ['taken_by_person_id'],
    label: 'Requests you wrote down for others',
    read: taken,
  },
  {
    table: 'privacy.matter_note',
    keys: ['by_person_id'],
    label: 'What you wrote about requests',
    read: noted,
  },
  {
    table: 'privacy.breach',
    keys: ['found_by_person_id', 'judged_by_person_id'],
    label: 'Breaches you found or judged',
    read: found,
  },
  {
    table: 'privacy.hold',
    keys: ['by_person_id', 'ended_by_person_id'],
    label: 'What you held back from going',
    read: heldBack,
  },
];

export const ownedMatters: readonly OwnedBy[] = [
  {
    keys: ['privacy.matter.organisation_id'],
    file: 'requests',
    label: 'What you were asked and what was complained about, without names and words',
    read: answered,
  },
  {
    keys: ['privacy.breach.organisation_id'],
    file: 'breaches',
    label: 'What went where it should not, and what you did about it',
    read: breaches,
  },
];

/** By the account alone: a mailbox that somebody typed proves nothing, so those follow their link. */
function sent(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('privacy.matter')
    .select([
      'kind',
      'topic',
      'code',
      'words',
      'name',
      'email',
      'phone',
      'got_at',
      'state',
      'outcome',
      'answer',
    ])
    .where('person_id', '=', id)
    .orderBy('got_at')
    .execute();
}

function taken(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('privacy.matter')
    .select(['kind', 'topic', 'code', 'how', 'got_at', 'state'])
    .where('taken_by_person_id', '=', id)
    .orderBy('got_at')
    .execute();
}

function noted(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('privacy.matter_note')
    .select(['what', 'words', 'at'])
    .where('by_person_id', '=', id)
    .orderBy('at')
    .execute();
}

function found(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('privacy.breach')
    .select(['code', 'found_at', 'state', 'risk', 'judged_at', 'ended_at'])
    .where((where) => where.or([where('found_by_person_id', '=', id), where('judged_by_person_id', '=', id)]))
    .orderBy('found_at')
    .execute();
}

function answered(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('privacy.matter')
    .select(['kind', 'topic', 'code', 'how', 'got_at', 'due_at', 'state', 'outcome', 'answered_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('got_at')
    .execute();
}

function breaches(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('privacy.breach')
    .select([
      'code',
      'words',
      'found_at',
      'state',
      'risk',
      'judged_why',
      'office_told_at',
      'people_told_at',
      'learned',
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('found_at')
    .execute();
}

function heldBack(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('privacy.hold')
    .select(['name', 'reason', 'made_at', 'until_day', 'ended_at'])
    .where((where) => where.or([where('by_person_id', '=', id), where('ended_by_person_id', '=', id)]))
    .orderBy('made_at')
    .execute();
}

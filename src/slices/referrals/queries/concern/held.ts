import type { HeldAbout, OwnedBy } from '../../../../platform/contributions.ts';
import type { Db } from '../../../../platform/db/open.ts';

type Who = Parameters<HeldAbout['read']>[1];

/** By the key of whoever acted. What a concern says of somebody is in none of it: telling could put them at risk. */
export const concernHeld: readonly HeldAbout[] = [
  { table: 'referrals.lead', keys: ['person_id'], label: 'Where you were a safeguarding lead', read: ledAt },
  {
    table: 'referrals.lead',
    keys: ['named_by_person_id'],
    label: 'Safeguarding leads you named',
    read: named,
  },
  {
    table: 'referrals.safety_number',
    keys: ['set_by_person_id'],
    label: 'Numbers to ring that you set',
    read: numbersSet,
  },
  {
    table: 'referrals.concern',
    keys: ['raised_by_person_id'],
    label: 'When you were worried about somebody',
    read: raised,
  },
  {
    table: 'referrals.concern_step',
    keys: ['person_id'],
    label: 'What you did with concerns',
    read: steps,
  },
  {
    table: 'referrals.opening',
    keys: ['asked_by_person_id'],
    label: 'When you asked to read something closed',
    read: asked,
  },
  {
    table: 'referrals.opening',
    keys: ['confirmed_by_person_id'],
    label: 'When you were the second person',
    read: confirmed,
  },
];

export const concernOwned: readonly OwnedBy[] = [
  {
    keys: ['referrals.safety_number.organisation_id'],
    file: 'safety-numbers',
    label: 'Numbers to ring that you set, by area',
    read: numbersOf,
  },
];

function ledAt(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.lead')
    .select(['phone', 'named_at', 'ended_at'])
    .where('person_id', '=', id)
    .execute();
}

function named(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.lead')
    .select(['named_at', 'ended_at'])
    .where('named_by_person_id', '=', id)
    .execute();
}

function numbersSet(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.safety_number')
    .select(['team', 'set_at'])
    .where('set_by_person_id', '=', id)
    .execute();
}

function raised(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.concern')
    .select(['code', 'made_at'])
    .where('raised_by_person_id', '=', id)
    .execute();
}

function steps(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.concern_step')
    .select(['what', 'at'])
    .where('person_id', '=', id)
    .orderBy('at')
    .execute();
}

function asked(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.opening')
    .select(['asked_at', 'confirmed_at'])
    .where('asked_by_person_id', '=', id)
    .execute();
}

function confirmed(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.opening')
    .select(['confirmed_at'])
    .where('confirmed_by_person_id', '=', id)
    .execute();
}

function numbersOf(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.safety_number')
    .select(['team', 'day_phone', 'night_phone', 'children_phone', 'set_at'])
    .where('organisation_id', '=', organisationId)
    .execute();
}

import type { HeldAbout, OwnedBy } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';

type Who = Parameters<HeldAbout['read']>[1];

/** What referrals hold by the key of somebody who works with them; whoever is referred has a basis and a link. */
export const held: readonly HeldAbout[] = [
  { table: 'referrals.referral', keys: ['sender_person_id'], label: 'Referrals you sent', read: sent },
  { table: 'referrals.step', keys: ['person_id'], label: 'What you did with referrals', read: steps },
  {
    table: 'referrals.terms',
    keys: ['accepted_by_person_id'],
    label: 'Sharing terms you accepted',
    read: accepted,
  },
];

export const owned: readonly OwnedBy[] = [
  {
    keys: ['referrals.referral.organisation_id'],
    file: 'referrals-sent',
    label: 'Referrals you sent or that were made for you: how far, and no story',
    read: sentBy,
  },
  {
    keys: [],
    file: 'referrals-received',
    label: 'Referrals you were sent: how far, and no story',
    read: receivedBy,
  },
  {
    keys: ['referrals.step.organisation_id'],
    file: 'referral-steps',
    label: 'What you did with referrals, by day',
    read: stepsOf,
  },
  {
    keys: ['referrals.terms.organisation_id'],
    file: 'sharing-terms',
    label: 'Terms you accepted',
    read: termsOf,
  },
];

function sent(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.referral')
    .select(['code', 'state', 'made_at', 'sent_at', 'closed_at'])
    .where('sender_person_id', '=', id)
    .orderBy('made_at')
    .execute();
}

function steps(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.step')
    .select(['what', 'at', 'reason'])
    .where('person_id', '=', id)
    .orderBy('at')
    .execute();
}

function accepted(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.terms')
    .select(['version', 'accepted_at'])
    .where('accepted_by_person_id', '=', id)
    .execute();
}

const outline = [
  ...([
    'code',
    'state',
    'sent_at',
    'opened_at',
    'answered_at',
    'started_at',
    'ended_at',
    'closed_at',
  ] as const),
  ...(['end_reason'] as const),
];

function sentBy(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.referral')
    .select(outline)
    .where((is) => is.or([is('organisation_id', '=', organisationId), is('behalf_id', '=', organisationId)]))
    .orderBy('made_at')
    .execute();
}

function receivedBy(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.referral')
    .select(outline)
    .where('receiver_id', '=', organisationId)
    .where('state', '<>', 'draft')
    .orderBy('sent_at')
    .execute();
}

function stepsOf(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.step')
    .select(['what', 'at', 'reason', 'on_day'])
    .where('organisation_id', '=', organisationId)
    .orderBy('at')
    .execute();
}

function termsOf(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.terms')
    .select(['version', 'accepted_at'])
    .where('organisation_id', '=', organisationId)
    .execute();
}

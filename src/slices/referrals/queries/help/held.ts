import type { HeldAbout, OwnedBy } from '../../../../platform/contributions.ts';
import type { Db } from '../../../../platform/db/open.ts';

type Who = Parameters<HeldAbout['read']>[1];

/** By the key of whoever worked with it; whoever asked has a link. */
export const helpHeld: readonly HeldAbout[] = [
  {
    table: 'referrals.help_request',
    keys: ['taken_by_person_id'],
    label: 'Requests for help you wrote down for callers',
    read: takenBy,
  },
  {
    table: 'referrals.help_request',
    keys: ['keeper_person_id'],
    label: 'Requests for help you took up',
    read: keptBy,
  },
];

export const helpOwned: readonly OwnedBy[] = [
  {
    keys: ['referrals.help_request.organisation_id'],
    file: 'help-requests',
    label: 'Requests for help that came to you: how far, and nothing of who asked',
    read: cameTo,
  },
  {
    keys: ['referrals.help_request.taken_by_organisation_id'],
    file: 'help-requests-taken',
    label: 'Requests for help you wrote down for callers: how far, and nothing of who asked',
    read: wereTakenBy,
  },
];

const outline = ['code', 'state', 'made_at', 'taken_up_at', 'answered_at', 'closed_at'] as const;

function takenBy(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.help_request')
    .select(outline)
    .where('taken_by_person_id', '=', id)
    .orderBy('made_at')
    .execute();
}

function keptBy(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.help_request')
    .select(outline)
    .where('keeper_person_id', '=', id)
    .orderBy('made_at')
    .execute();
}

function cameTo(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.help_request')
    .select(outline)
    .where('organisation_id', '=', organisationId)
    .orderBy('made_at')
    .execute();
}

function wereTakenBy(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.help_request')
    .select(outline)
    .where('taken_by_organisation_id', '=', organisationId)
    .orderBy('made_at')
    .execute();
}

import type { HeldAbout, OwnedBy } from '../../../../platform/contributions.ts';
import type { Db } from '../../../../platform/db/open.ts';

type Who = Parameters<HeldAbout['read']>[1];

export const boardHeld: readonly HeldAbout[] = [
  { table: 'referrals.board', keys: ['made_by_person_id'], label: 'Boards you made', read: made },
  {
    table: 'referrals.board_member',
    keys: ['added_by_person_id'],
    label: 'Members you let join a board',
    read: added,
  },
  { table: 'referrals.capacity', keys: ['said_by_person_id'], label: 'Free places you named', read: said },
  { table: 'referrals.notice', keys: ['person_id'], label: 'Notices you put on a board', read: put },
  { table: 'referrals.board_match', keys: ['by_person_id'], label: 'Places you asked for', read: asked },
];

export const boardOwned: readonly OwnedBy[] = [
  {
    keys: ['referrals.board.organisation_id'],
    file: 'boards',
    label: 'Coordination boards you made',
    read: boardsMade,
  },
  {
    keys: ['referrals.board_member.organisation_id'],
    file: 'board-memberships',
    label: 'When you joined boards',
    read: joined,
  },
  {
    keys: ['referrals.capacity.organisation_id'],
    file: 'free-places',
    label: 'Free places of your services, as you said last',
    read: places,
  },
  {
    keys: ['referrals.notice.organisation_id'],
    file: 'board-notices',
    label: 'Notices you put on boards',
    read: notices,
  },
  {
    keys: ['referrals.board_match.organisation_id'],
    file: 'places-asked-of-you',
    label: 'Free places others asked you for',
    read: askedOf,
  },
  {
    keys: ['referrals.board_match.by_organisation_id'],
    file: 'places-you-asked-for',
    label: 'Free places you asked others for',
    read: askedBy,
  },
];

function made(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.board')
    .select(['name', 'made_at'])
    .where('made_by_person_id', '=', id)
    .execute();
}

function added(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.board_member')
    .select('added_at')
    .where('added_by_person_id', '=', id)
    .execute();
}

function said(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.capacity')
    .select(['places', 'said_at'])
    .where('said_by_person_id', '=', id)
    .execute();
}

function put(db: Db, { id }: Who): Promise<object[]> {
  return db.selectFrom('referrals.notice').select(['words', 'on_day']).where('person_id', '=', id).execute();
}

function asked(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('referrals.board_match')
    .select(['places', 'state', 'made_at'])
    .where('by_person_id', '=', id)
    .execute();
}

function boardsMade(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.board')
    .select(['name', 'theme', 'made_at', 'closed_at'])
    .where('organisation_id', '=', organisationId)
    .execute();
}

function joined(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.board_member')
    .innerJoin('referrals.board', 'referrals.board.id', 'board_id')
    .select(['name', 'added_at'])
    .where('referrals.board_member.organisation_id', '=', organisationId)
    .execute();
}

function places(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.capacity')
    .select(['service_id', 'places', 'said_at'])
    .where('organisation_id', '=', organisationId)
    .execute();
}

function notices(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.notice')
    .select(['words', 'on_day'])
    .where('organisation_id', '=', organisationId)
    .execute();
}

function askedOf(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.board_match')
    .select(['places', 'state', 'made_at', 'answered_at'])
    .where('organisation_id', '=', organisationId)
    .execute();
}

function askedBy(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('referrals.board_match')
    .select(['places', 'state', 'made_at', 'answered_at'])
    .where('by_organisation_id', '=', organisationId)
    .execute();
}

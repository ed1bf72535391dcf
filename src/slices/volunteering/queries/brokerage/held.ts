import type { HeldAbout, OwnedBy } from '../../../../platform/contributions.ts';
import type { Db } from '../../../../platform/db/open.ts';

type Who = Parameters<HeldAbout['read']>[1];

/** What brokerage holds by the key of somebody: of those who asked, and of those who worked with it. */
export const heldEnquiries: readonly HeldAbout[] = [
  {
    table: 'volunteering.enquiry',
    keys: ['person_id'],
    label: 'What you asked about volunteering',
    read: (db, { id }) => outlines(db, 'person_id', id),
  },
  {
    table: 'volunteering.enquiry',
    keys: ['taken_by_person_id'],
    label: 'Enquiries you wrote down for others',
    read: (db, { id }) => outlines(db, 'taken_by_person_id', id),
  },
  {
    table: 'volunteering.asker',
    keys: ['email'],
    label: 'What you said of yourself when you asked about volunteering',
    read: words,
  },
  {
    table: 'volunteering.introduction',
    keys: ['email'],
    label: 'What groups were sent about you as a volunteer',
    read: sent,
  },
  {
    table: 'volunteering.permission',
    keys: ['to_email'],
    label: 'Permissions you were asked for as a parent or guardian',
    read: permissions,
  },
  {
    table: 'volunteering.enquiry_step',
    keys: ['person_id'],
    label: 'What you did about enquiries',
    read: steps,
  },
];

export const ownedEnquiries: readonly OwnedBy[] = [
  {
    keys: ['volunteering.enquiry.centre_id'],
    file: 'enquiries',
    label: 'Enquiries of your centre: how far, and not who',
    read: (db, id) => outlines(db, 'centre_id', id),
  },
  {
    keys: ['volunteering.placement.organisation_id'],
    file: 'placements',
    label: 'When volunteers started and ended, without names',
    read: placements,
  },
  {
    keys: ['volunteering.enquiry_step.organisation_id'],
    file: 'enquiry-steps',
    label: 'What you did about enquiries, by day',
    read: stepsBy,
  },
];

function outlines(
  db: Db,
  key: 'person_id' | 'taken_by_person_id' | 'centre_id',
  id: string,
): Promise<object[]> {
  return db
    .selectFrom('volunteering.enquiry')
    .select(['channel', 'state', 'young', 'made_at', 'replied_at', 'closed_at', 'stop_reason', 'stopped_by'])
    .where(key, '=', id)
    .orderBy('made_at')
    .execute();
}

function words(db: Db, { email }: Who): Promise<object[]> {
  return db
    .selectFrom('volunteering.asker')
    .select(['name', 'email', 'phone', 'times', 'wishes', 'born_on'])
    .where('email', '=', email)
    .execute();
}

function sent(db: Db, { email }: Who): Promise<object[]> {
  return db
    .selectFrom('volunteering.introduction')
    .select(['name', 'email', 'phone', 'times', 'sent_at', 'opened_at', 'ended_at', 'end_reason'])
    .where('email', '=', email)
    .orderBy('sent_at')
    .execute();
}

function permissions(db: Db, { email }: Who): Promise<object[]> {
  return db
    .selectFrom('volunteering.permission')
    .select(['for_name', 'asked_at', 'answer', 'answered_at'])
    .where('to_email', '=', email)
    .orderBy('asked_at')
    .execute();
}

function steps(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('volunteering.enquiry_step')
    .select(['what', 'at', 'said', 'reason'])
    .where('person_id', '=', id)
    .orderBy('at')
    .execute();
}

function placements(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('volunteering.placement')
    .select(['starts_on', 'young', 'ended_on', 'end_reason', 'followed_up_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('starts_on')
    .execute();
}

function stepsBy(db: Db, organisationId: string): Promise<object[]> {
  return db
    .selectFrom('volunteering.enquiry_step')
    .select(['what', 'at', 'reason'])
    .where('organisation_id', '=', organisationId)
    .orderBy('at')
    .execute();
}

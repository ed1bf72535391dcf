import type { HeldAbout } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';

type Who = Parameters<HeldAbout['read']>[1];

/** What the register holds about a person, for that person. */
export const held: readonly HeldAbout[] = [
  {
    table: 'register.position',
    keys: ['person_id', 'given_by'],
    label: 'Your places in organisations',
    read: positions,
  },
  { table: 'register.draft', keys: ['person_id'], label: 'Registrations you wrote', read: drafts },
  {
    table: 'register.claim',
    keys: ['person_id', 'objected_by'],
    label: 'Records you said are yours, and claims you objected to',
    read: claims,
  },
  {
    table: 'register.invitation',
    keys: ['email', 'invited_by'],
    label: 'Invitations you got or sent',
    read: invitations,
  },
  { table: 'register.version', keys: ['person_id'], label: 'Changes you made to records', read: changesMade },
  { table: 'register.taken', keys: ['person_id'], label: 'Forms you took for others', read: formsTaken },
  {
    table: 'register.belonging',
    keys: ['person_id'],
    label: 'What you said belongs together',
    read: belongings,
  },
  {
    table: 'register.suggestion',
    keys: ['reply_to', 'person_id'],
    label: 'What you said is wrong somewhere',
    read: suggestions,
  },
  {
    table: 'register.recovery',
    keys: ['person_id', 'new_email', 'asked_by', 'agreed_by', 'stopped_by'],
    label: 'When you or others were let back in with your word',
    read: recoveries,
  },
  {
    table: 'register.centre_answer',
    keys: ['answered_by'],
    label: 'Answers you gave for a centre',
    read: answers,
  },
  {
    table: 'register.service_check',
    keys: ['answered_by'],
    label: 'First looks you took for a centre',
    read: firstLooks,
  },
  {
    table: 'register.leaving',
    keys: ['person_id', 'begun_by'],
    label: 'Leavings, yours and those you planned',
    read: leavings,
  },
  {
    table: 'register.handover',
    keys: ['taker_person_id'],
    label: 'What you were asked to take over',
    read: offers,
  },
  {
    table: 'register.appointment',
    keys: ['email', 'first_by', 'second_by'],
    label: 'Appointments, yours and those you checked',
    read: appointments,
  },
];

/** What is about the person whole; of what the person said about others only that, and when. */
async function recoveries(db: Db, { id }: Who): Promise<object[]> {
  const own = await db
    .selectFrom('register.recovery')
    .select(['lost', 'new_email', 'asked_at', 'agreed_at', 'stopped_at', 'done_at'])
    .where('person_id', '=', id)
    .execute();
  const said = await db
    .selectFrom('register.recovery')
    .select(['lost', 'asked_at', 'agreed_at', 'stopped_at'])
    .where((where) =>
      where.or([where('asked_by', '=', id), where('agreed_by', '=', id), where('stopped_by', '=', id)]),
    )
    .execute();
  return [...own, ...said.map((one) => ({ ...one, said_by_you: true }))];
}

function firstLooks(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('register.service_check as checked')
    .innerJoin('register.service as service', 'service.id', 'service_id')
    .select(['service.name', 'checked.state', 'checked.reason', 'answered_at'])
    .where('answered_by', '=', id)
    .execute();
}

function leavings(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('register.leaving')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['name', 'leaves_at', 'note', 'begun_at', 'called_off_at', 'ended_at'])
    .where((is) => is.or([is('person_id', '=', id), is('begun_by', '=', id)]))
    .execute();
}

function offers(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('register.handover')
    .select(['title', 'state', 'offered_at', 'answered_at'])
    .where('taker_person_id', '=', id)
    .execute();
}

function appointments(db: Db, { id, email }: Who): Promise<object[]> {
  return db
    .selectFrom('register.appointment')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['name', 'register.appointment.email', 'why', 'register.appointment.state', 'first_at'])
    .where((is) =>
      is.or([
        is('register.appointment.email', '=', email),
        is('first_by', '=', id),
        is('second_by', '=', id),
      ]),
    )
    .execute();
}

async function positions(db: Db, { id }: Who): Promise<object[]> {
  const places = db
    .selectFrom('register.position')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id');
  const own = await places
    .select(['register.organisation.name', 'role', 'from_at', 'until_at'])
    .where('person_id', '=', id)
    .execute();
  // Whom one gave a place is somebody else’s: only that one did.
  const given = await places
    .select(['register.organisation.name', 'role', 'from_at'])
    .where('given_by', '=', id)
    .where('person_id', '<>', id)
    .execute();
  return [...own, ...given.map((place) => ({ ...place, given_by_you: true }))];
}

function drafts(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('register.draft')
    .select(['answers', 'created_at', 'changed_at', 'sent_at'])
    .where('person_id', '=', id)
    .execute();
}

async function claims(db: Db, { id }: Who): Promise<object[]> {
  const all = db
    .selectFrom('register.claim')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['name', 'register.claim.state', 'made_at', 'answered_at']);
  const own = await all.select(['way', 'words', 'proof', 'reason']).where('person_id', '=', id).execute();
  const objected = await all.select('objection').where('objected_by', '=', id).execute();
  return [...own, ...objected];
}

async function invitations(db: Db, { id, email }: Who): Promise<object[]> {
  const all = db
    .selectFrom('register.invitation')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['name', 'role', 'made_at', 'expires_at', 'accepted_at', 'revoked_at']);
  const got = await all.where('register.invitation.email', '=', email).execute();
  const sent = await all
    .where('invited_by', '=', id)
    .where('register.invitation.email', '<>', email)
    .execute();
  return [...got, ...sent.map((invitation) => ({ ...invitation, sent_by_you: true }))];
}

function suggestions(db: Db, { id, email }: Who): Promise<object[]> {
  return db
    .selectFrom('register.suggestion')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['name', 'what', 'reply_to', 'register.suggestion.state', 'reason', 'made_at', 'answered_at'])
    .select(['changes', 'taken'])
    .where((is) => is.or([is('reply_to', '=', email), is('person_id', '=', id)]))
    .execute();
}

function answers(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('register.centre_answer')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['name', 'register.centre_answer.state', 'reason', 'asked', 'answered_at'])
    .where('answered_by', '=', id)
    .execute();
}

function belongings(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('register.belonging')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['name', 'link', 'register.belonging.state', 'reason', 'made_at', 'answered_at'])
    .where('person_id', '=', id)
    .execute();
}

function formsTaken(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('register.taken')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['name', 'how', 'taken_at', 'confirmed_at', 'confirmed_how'])
    .where('person_id', '=', id)
    .execute();
}

function changesMade(db: Db, { id }: Who): Promise<object[]> {
  return db
    .selectFrom('register.version')
    .innerJoin('register.organisation', 'register.organisation.id', 'organisation_id')
    .select(['name', 'thing_kind', 'until_at as changed_at', 'way', 'reason'])
    .where('person_id', '=', id)
    .execute();
}

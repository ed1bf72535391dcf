import { newId } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db/open.ts';
import { hashOf, newToken } from '../../src/platform/secrets.ts';
import { rebuildDocuments } from '../../src/slices/directory/actions/remake.ts';
import { dayIn } from './coming-days.ts';
import { now, type Town } from './db.ts';
import { someDays } from './some-days.ts';
import { someEnquiries } from './some-enquiries.ts';
import { someMatters } from './some-matters.ts';
import { someReferrals } from './some-referrals.ts';
import { type TwoBoroughs, twoBoroughs } from './two-boroughs.ts';

const week = 7 * 86_400_000;

/** Two groups in the two boroughs, and one of everything that belongs to the first and its centre. */
export interface Things {
  readonly centres: TwoBoroughs;
  /** Ids of people by what they are here. */
  readonly people: Readonly<Record<Somebody, string>>;
  /** Group A: public, with its address hidden; then one of its people's that waits, and one that was refused. */
  readonly group: string;
  readonly waiting: string;
  readonly refused: string;
  readonly otherGroup: string;
  readonly service: string;
  readonly retiredService: string;
  readonly question: string;
  readonly draft: string;
  readonly suggestion: string;
  readonly claim: string;
  readonly appeal: string;
  /** Group B says that it is a branch of group A. */
  readonly belonging: string;
  /** Centre A asks whether a choir of the same street is group A. */
  readonly merge: string;
  /** Somebody waits for group A to say whether its number is old. */
  readonly promise: string;
  /** What centre A wrote about group A for itself alone; there is one for all centres, too. */
  readonly supportEntry: string;
  /** Group B referred somebody to Thursday soup of group A, who has opened it. */
  readonly referral: string;
  /** Group A is asked to let go of what it was given before. */
  readonly letGo: string;
  readonly shareToken: string;
  /** What that referral stands on. */
  readonly basis: string;
  /** A guest complains about group A to its centre, and group A has a breach to judge. */
  readonly matter: string;
  readonly matterToken: string;
  readonly breach: string;
  /** Somebody asked group A for help, and holds a link. */
  readonly helpRequest: string;
  readonly helpToken: string;
  /** A worry about them, with the admin of A as its lead, who has asked to read what they wrote. */
  readonly concern: string;
  readonly opening: string;
  /** The plan of group B, and a question of group A to talk with others. */
  readonly plan: string;
  readonly talk: string;
  /** A board with group A as its member, and free places of A that B asks for. */
  readonly board: string;
  readonly match: string;
  /** A choir said hello to group A. */
  readonly hello: string;
  /** A volunteering role of group A that is live, and one that its centre is to look at. */
  readonly role: string;
  readonly waitingRole: string;
  /** A fair of centre A, and a day that group B asks for as if it were an employer, with places at group A. */
  readonly drive: string;
  readonly employerDay: string;
  readonly employerOffer: string;
  /** The guest asked about the live role: centre A knows it, and group A has opened it. */
  readonly enquiry: string;
  readonly introduction: string;
  /** Of a parent who is asked about somebody young. */
  readonly permissionToken: string;
  readonly invitation: string;
  readonly invitationToken: string;
  readonly checkToken: string;
  /** The position of a member of group A, and the one that ended. */
  readonly position: string;
  readonly goneFrom: string;
}

export type Somebody =
  | ('passer-by' | 'guest' | 'admin of A' | 'member of A' | 'gone from A' | 'admin of B')
  | ('centre A' | 'centre B' | 'admin of centre A' | 'coordinator');

export async function things(town: Town): Promise<Things> {
  const { owner } = town;
  const centres = await twoBoroughs(town);
  const people = await somePeople(owner);
  const group = await aGroup(owner, { name: 'Tansy Street Kitchen', home: centres.eastlock });
  const waiting = await aGroup(owner, { name: 'Lamp Walkers', home: centres.eastlock, state: 'submitted' });
  const refused = await aGroup(owner, { name: 'Crook and Co', home: centres.eastlock, state: 'refused' });
  const otherGroup = await aGroup(owner, { name: 'Hartlow Hens', home: centres.hartlow });
  const choir = await aGroup(owner, { name: 'Tansy Street Choir', home: centres.eastlock });
  await centreAnswers(owner, centres.eastlock, { waiting, refused });
  for (const id of [group, waiting, refused]) await position(owner, id, people['admin of A'], 'admin');
  await position(owner, otherGroup, people['admin of B'], 'admin');
  await position(owner, centres.eastlock, people['admin of centre A'], 'admin');
  const work = await someWork(owner, { group, refused, people });
  const asked = { organisation: group, person: people['admin of A'] };
  const made = await someServices(owner, group);
  const both = { from: otherGroup, to: group, sender: people['admin of B'], lead: people['admin of A'] };
  const sent = { ...both, service: made.service };
  const posted = await someRoles(owner, group);
  const days = { centre: centres.eastlock, employer: otherGroup, host: group, role: posted.role };
  const asking = { person: people.guest, centre: centres.eastlock, group, role: posted.role };
  return {
    ...{ centres, people, group, waiting, refused, otherGroup, ...made, ...work, ...posted },
    ...(await someDays(owner, days)),
    promise: await promise(owner, 'suggested-change', work.suggestion, asked),
    ...(await someReferrals(owner, sent)),
    ...(await someMatters(owner, {
      ...{ group, centre: centres.eastlock, guest: people.guest, finder: people['member of A'] },
    })),
    position: await position(owner, group, people['member of A'], 'worker'),
    goneFrom: await position(owner, group, people['gone from A'], 'admin'),
    ...(await someEnquiries(owner, asking)),
    ...(await someLinks(owner, { group, people })),
    question: await aQuestion(owner, centres.eastlock),
    belonging: await aBelonging(owner, { part: otherGroup, whole: group, by: people['admin of B'] }),
    merge: await aMerge(owner, { gone: choir, kept: group, by: people['centre A'] }),
    hello: await aHello(owner, { from: choir, to: group }),
    supportEntry: await supportEntries(owner, { group, centre: centres.eastlock, people }),
  };
}

/** The same, with all of it waiting in somebody's inbox and everything public to be found. */
export async function busyThings(town: Town): Promise<Things> {
  const there = await things(town);
  const { centres, people } = there;
  const asked = town.owner.selectFrom('register.centre_answer').select('id');
  const { id: answer } = await asked.where('organisation_id', '=', there.waiting).executeTakeFirstOrThrow();
  const admin = { organisation: there.group, person: people['admin of A'] };
  const centre = { organisation: centres.eastlock, person: people['member of A'] };
  await promise(town.owner, 'registration', answer, centre);
  await promise(town.owner, 'claim', there.claim, centre);
  await promise(town.owner, 'merge', there.merge, admin);
  await promise(town.owner, 'hello', there.hello, admin);
  await promise(town.owner, 'appeal', there.appeal, { ...centre, organisation: centres.hub });
  await rebuildDocuments(town.jobCtx);
  return there;
}

async function promise(
  owner: Db,
  kind: string,
  thing: string,
  by: { organisation: string; person: string },
): Promise<string> {
  const id = newId();
  const at = { opened_at: now, due_at: now, first_due_at: now, owner_since: now };
  await owner
    .insertInto('loops.loop')
    .values({
      ...{ id, kind, thing_id: thing, ...at },
      ...{ owner_organisation_id: by.organisation, owner_person_id: by.person },
      about_organisation_id: by.organisation,
    })
    .execute();
  return id;
}

async function somePeople(owner: Db): Promise<Things['people']> {
  return {
    'passer-by': await person(owner, 'passer-by'),
    'admin of A': await person(owner, 'admin-of-a'),
    'member of A': await person(owner, 'member-of-a'),
    'gone from A': await person(owner, 'gone-from-a'),
    'admin of B': await person(owner, 'admin-of-b'),
    guest: await person(owner, 'guest'),
    'centre A': await whoIs(owner, 'centre-worker@practice.example'),
    'centre B': await whoIs(owner, 'other-centre-worker@practice.example'),
    'admin of centre A': await person(owner, 'centre-admin'),
    coordinator: await whoIs(owner, 'coordinator@practice.example'),
  };
}

async function whoIs(owner: Db, email: string): Promise<string> {
  const persons = owner.selectFrom('people.person').select('id').where('email', '=', email);
  return (await persons.executeTakeFirstOrThrow()).id;
}

async function person(owner: Db, name: string): Promise<string> {
  const id = newId();
  const row = {
    id,
    email: `${name}@things.example`,
    name: `Robin ${name}`,
    created_at: now,
    changed_at: now,
  };
  await owner.insertInto('people.person').values(row).execute();
  return id;
}

async function aGroup(owner: Db, group: { name: string; home: string; state?: string }): Promise<string> {
  const id = newId();
  const { name, home, state = 'active' } = group;
  await owner
    .insertInto('register.organisation')
    .values({
      ...{ id, name, state, kind: 'informal', summary: `${name} is for everybody.` },
      ...{ home_centre_id: home, created_at: now, changed_at: now, checked_at: now, freshness: 'ok' },
    })
    .execute();
  await owner
    .insertInto('register.location')
    .values({
      ...{ id: newId(), organisation_id: id, shown: 'hidden', main: true },
      ...{ venue: 'A kitchen', address: '4 Tansy Street', postcode: 'AV3 4QT', lat: 53.8601, lon: -4.7502 },
    })
    .execute();
  return id;
}

async function position(owner: Db, organisation: string, who: string, role: string): Promise<string> {
  const id = newId();
  const row = { id, organisation_id: organisation, person_id: who, role, from_at: now };
  await owner.insertInto('register.position').values(row).execute();
  return id;
}

async function centreAnswers(owner: Db, centre: string, of: { waiting: string; refused: string }) {
  const asked = { centre_id: centre, home: true, asked_at: now };
  await owner
    .insertInto('register.centre_answer')
    .values([
      {
        id: newId(),
        organisation_id: of.waiting,
        ...asked,
        state: 'more_asked',
        asked: 'Where do you meet?',
      },
      { id: newId(), organisation_id: of.refused, ...asked, state: 'refused', reason: 'Nobody knows them.' },
    ])
    .execute();
}

async function someServices(owner: Db, group: string) {
  const at = { organisation_id: group, created_at: now, changed_at: now, freshness: 'ok' };
  const [service, retiredService] = [newId(), newId()];
  await owner
    .insertInto('register.service')
    .values([
      { id: service, name: 'Thursday soup', status: 'open', ...at },
      { id: retiredService, name: 'Friday soup', status: 'retired', ...at },
    ])
    .execute();
  return { service, retiredService };
}

async function someRoles(owner: Db, group: string) {
  const [activity, role, waitingRole] = [newId(), newId(), newId()];
  const at = { created_at: now, changed_at: now };
  await owner
    .insertInto('volunteering.activity')
    .values({
      ...{ id: activity, organisation_id: group, title: 'Soup', summary: 'Soup for everybody.', ...at },
      ...{ causes: ['LocalCommunity'], themes: ['community'], place: 'ours' },
    })
    .execute();
  const said = {
    ...{ activity_id: activity, organisation_id: group, summary: 'Stir it.', minimum_age: 18, ...at },
    ...{ dbs_level: 'none', dbs_reason: 'Nobody is in their care.', dbs_decided_at: now },
    ...{ until_day: dayIn(180), state_since: now },
  };
  await owner
    .insertInto('volunteering.role')
    .values([
      { ...said, id: role, title: 'Soup stirrer', state: 'live', live_at: now },
      { ...said, id: waitingRole, title: 'Soup taster', state: 'for_check' },
    ])
    .execute();
  await owner
    .insertInto('volunteering.role_check')
    .values({ id: newId(), role_id: waitingRole, state: 'waiting', asked_at: now })
    .execute();
  return { role, waitingRole };
}

async function someWork(owner: Db, of: Pick<Things, 'group' | 'refused' | 'people'>) {
  const [suggestion, claim, appeal, draft] = [newId(), newId(), newId(), newId()];
  const made_at = now;
  await owner
    .insertInto('register.suggestion')
    .values({ id: suggestion, organisation_id: of.group, what: 'The telephone number is old.', made_at })
    .execute();
  await owner
    .insertInto('register.claim')
    .values({ id: claim, organisation_id: of.group, person_id: of.people.guest, made_at })
    .execute();
  await owner
    .insertInto('register.appeal')
    .values({ id: appeal, organisation_id: of.refused, what: 'We are real.', made_at })
    .execute();
  const answers = JSON.stringify({ name: 'Not yet a group' });
  const written = { person_id: of.people['admin of A'], answers, created_at: now, changed_at: now };
  await owner
    .insertInto('register.draft')
    .values({ id: draft, ...written })
    .execute();
  return { suggestion, claim, appeal, draft };
}

async function someLinks(owner: Db, of: Pick<Things, 'group' | 'people'>) {
  const [invitation, invitationToken, checkToken] = [newId(), newToken(), newToken()];
  const made = new Date();
  await owner
    .insertInto('register.invitation')
    .values({
      ...{ id: invitation, organisation_id: of.group, email: 'guest@things.example', role: 'worker' },
      ...{ token_hash: hashOf(invitationToken), invited_by: of.people['admin of A'] },
      ...{ made_at: made, expires_at: new Date(made.getTime() + week) },
    })
    .execute();
  await owner
    .insertInto('register.check_link')
    .values({
      ...{ id: newId(), token_hash: hashOf(checkToken), organisation_id: of.group },
      ...{ made_at: made, expires_at: new Date(made.getTime() + week) },
    })
    .execute();
  return { invitation, invitationToken, checkToken };
}

async function supportEntries(
  owner: Db,
  of: { group: string; centre: string; people: Things['people'] },
): Promise<string> {
  const author = of.people['centre A'];
  const said = {
    ...{ organisation_id: of.group, centre_id: of.centre, kind: 'visit', on_day: '2026-11-20' },
    ...{ author_person_id: author, author_name: 'Pat centre-worker', made_at: now, changed_at: now },
  };
  const [own, ...others] = ['own_centre', 'all_centres', 'group_too'].map((shown_to) => ({
    ...{ ...said, id: newId(), shown_to, words: `They want a bigger hall; for ${shown_to}.` },
  }));
  if (!own) return '';
  const toDo = { follow_up_on: '2026-11-23', follow_up_person_id: author };
  await owner
    .insertInto('support.entry')
    .values([{ ...own, ...toDo, version: 1 }, ...others])
    .execute();
  await owner
    .insertInto('support.earlier')
    .values({
      ...{ entry_id: own.id, version: 0, kind: 'visit', on_day: '2026-11-20', shown_to: 'own_centre' },
      ...{ words: 'They want a smaller hall.', until_at: now, changed_by: author },
    })
    .execute();
  return own.id;
}

async function aBelonging(owner: Db, of: { part: string; whole: string; by: string }): Promise<string> {
  const id = newId();
  const asked = { organisation_id: of.part, parent_id: of.whole, person_id: of.by, link: 'branch' };
  await owner
    .insertInto('register.belonging')
    .values({ id, ...asked, asked_by_parent: false, made_at: now })
    .execute();
  return id;
}

async function aHello(owner: Db, of: { from: string; to: string }): Promise<string> {
  const id = newId();
  const said = { from_organisation_id: of.from, to_organisation_id: of.to, said_at: now };
  await owner
    .insertInto('neighbours.hello')
    .values({ id, ...said, words: 'We sing on your stairs.' })
    .execute();
  return id;
}

async function aMerge(owner: Db, of: { gone: string; kept: string; by: string }): Promise<string> {
  const id = newId();
  const asked = { gone_id: of.gone, kept_id: of.kept, asked_id: of.kept, asked_by: of.by, asked_at: now };
  await owner
    .insertInto('duplicates.merge')
    .values({ id, ...asked, state: 'asked', reason: 'We share a kitchen and a name.' })
    .execute();
  return id;
}

async function aQuestion(owner: Db, centre: string): Promise<string> {
  const id = newId();
  const row = { id, centre_id: centre, question: 'Do you meet every week?', kind: 'yes_no' };
  await owner.insertInto('register.centre_question').values(row).execute();
  return id;
}

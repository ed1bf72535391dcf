import { sql } from 'kysely';
import type { OwnedBy } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { personsByIds } from '../../people/door.ts';
import { ownedByCentre } from './owned-by-centre.ts';
import { rows } from './owned-rows.ts';

const ofOrganisation: readonly OwnedBy[] = [
  {
    keys: [
      'register.organisation_name.organisation_id',
      'register.identifier.organisation_id',
      'register.organisation_area.organisation_id',
    ],
    file: 'organisation',
    label: 'The record itself, with its names, numbers and areas',
    read: rows(
      (id) => sql<object>`select record.id, record.name,
        array(select name from register.organisation_name where organisation_id = record.id order by name) as other_names,
        array(select scheme || '-' || number from register.identifier where organisation_id = record.id
          order by scheme, number) as identifiers,
        array(select area.name from register.organisation_area join areas.area_card as area on area.id = area_id
          where organisation_id = record.id order by place) as areas,
        kind, legal_form, state, state_reason, summary, description, themes, people_served, access, language, languages,
        website, phone, email, contact_label, volunteers, trusted, freshness, checked_at, checked_by, freshness_due_at,
        (select name from register.organisation_card where organisation_card.id = record.home_centre_id) as home_centre,
        logo_alt, created_at, changed_at
        from register.organisation as record where record.id = ${id}`,
    ),
  },
  {
    keys: ['register.location.organisation_id'],
    file: 'places',
    label: 'Places, hidden addresses too',
    read: rows(
      (
        id,
      ) => sql<object>`select place.id, venue, address, postcode, shown, lat as latitude, lon as longitude, main,
        area.name as area from register.location as place left join areas.area_card as area on area.id = place.area_id
        where organisation_id = ${id} order by main desc, place.id`,
    ),
  },
  {
    keys: ['register.service.organisation_id'],
    file: 'services',
    label: 'What you offer, drafts too, with its times',
    read: rows(
      (
        id,
      ) => sql<object>`select service.id, name, status, status_note, summary, description, for_whom, not_for, themes,
        people_served, access, languages, age_from, age_to, cost_pence, cost_words, way_in, wait_words,
        taking_referrals, open_to_volunteers, website,
        array(select concat_ws('|', array_to_string(days, ','), to_char(opens, 'HH24:MI'), to_char(closes, 'HH24:MI'), note)
          from register.schedule where service_id = service.id order by opens, schedule.id) as times,
        array(select location_id from register.service_location where service_id = service.id order by 1) as place_ids,
        checked_at, checked_by, created_at, changed_at
        from register.service where organisation_id = ${id} order by name, service.id`,
    ),
  },
  {
    keys: ['register.picture.organisation_id'],
    file: 'pictures',
    label: 'Your pictures, and what they show',
    read: rows(
      (
        id,
      ) => sql<object>`select 'picture-' || row_number() over (order by place, id) || '.webp' as file, alt, added_at
        from register.picture where organisation_id = ${id} order by place, id`,
    ),
  },
  {
    keys: ['register.position.organisation_id'],
    file: 'people',
    label: 'Who has, or had, a place with you',
    read: peopleOf,
  },
  {
    keys: ['register.invitation.organisation_id'],
    file: 'invitations',
    label: 'Whom you invited',
    read: rows(
      (
        id,
      ) => sql<object>`select email, role, made_at, expires_at, accepted_at, revoked_at from register.invitation
        where organisation_id = ${id} order by made_at, id`,
    ),
  },
  {
    keys: ['register.centre_answer.organisation_id'],
    file: 'answers-of-centres',
    label: 'What centres asked and answered when you registered',
    read: rows(
      (
        id,
      ) => sql<object>`select centre.name as centre, home as is_home_centre, answer.state, asked, told, reason, asked_at,
        answered_at from register.centre_answer as answer
        join register.organisation_card as centre on centre.id = answer.centre_id
        where organisation_id = ${id} order by asked_at, answer.id`,
    ),
  },
  {
    keys: ['register.version.organisation_id'],
    file: 'history',
    label: 'How the record and what you offer read before each change',
    read: rows(
      (
        id,
      ) => sql<object>`select thing_kind, thing_id, number, until_at as changed_at, way, person_id as changed_by_person,
        reason, was from register.version
        where organisation_id = ${id} order by until_at, version.id`,
    ),
  },
  {
    keys: ['register.suggestion.organisation_id'],
    file: 'suggestions',
    label: 'What others said is wrong, and what became of it',
    read: rows(
      (
        id,
      ) => sql<object>`select suggestion.state, what, changes, taken, reason, made_at, answered_at from register.suggestion
        where organisation_id = ${id} and state not in ('held', 'spam') order by made_at, id`,
    ),
  },
  {
    keys: ['register.claim.organisation_id', 'register.appeal.organisation_id'],
    file: 'claims',
    label: 'Who said that the record is theirs, and who asked for a second look',
    read: rows(
      (id) => sql<object>`select 'claim' as what, way, state, reason, made_at, answered_at from register.claim
        where organisation_id = ${id}
        union all select 'second look', '', state, reason, made_at, answered_at from register.appeal
        where organisation_id = ${id} order by made_at`,
    ),
  },
  {
    keys: [
      'register.belonging.organisation_id',
      'register.belonging.parent_id',
      'register.organisation.parent_id',
    ],
    file: 'belonging',
    label: 'What you are part of, and what is part of you',
    read: rows(
      (
        id,
      ) => sql<object>`select part.name as part, parent.name as body, link, belonging.state, reason, made_at, answered_at
        from register.belonging
        join register.organisation as part on part.id = belonging.organisation_id
        join register.organisation as parent on parent.id = belonging.parent_id
        where belonging.organisation_id = ${id} or belonging.parent_id = ${id} order by made_at, belonging.id`,
    ),
  },
  {
    keys: ['register.leaving.organisation_id'],
    file: 'leavings',
    label: 'Who left or is leaving, and who took what over',
    read: rows(
      (
        id,
      ) => sql<object>`select leaving.person_id as leaves_person, leaves_at, note, begun_at, called_off_at, ended_at, title,
        taker_person_id as taker_person, handover.state
        from register.leaving left join register.handover on leaving_id = leaving.id
        where organisation_id = ${id} order by begun_at, leaving.id, title, handover.id`,
    ),
  },
  {
    keys: ['register.appointment.organisation_id'],
    file: 'appointments',
    label: 'To whom your home centre gave the page',
    read: rows(
      (id) => sql<object>`select email, why, state, first_at, second_at, takes_effect_at, ended_at, end_reason
        from register.appointment where organisation_id = ${id} order by first_at, id`,
    ),
  },
  {
    keys: ['register.taken.organisation_id'],
    file: 'taken-for-you',
    label: 'The form that a centre wrote for you',
    read: rows(
      (
        id,
      ) => sql<object>`select centre.name as centre, how, contact_name, taken_at, confirmed_at, confirmed_how
        from register.taken join register.organisation_card as centre on centre.id = centre_id
        where organisation_id = ${id}`,
    ),
  },
  {
    keys: [],
    file: 'sources',
    label: 'Which lists had you, and what each said',
    read: rows(
      (id) => sql<object>`select source, source_id, fields, at, gone_at from register.source
        where thing_kind = 'organisation' and thing_id = ${id} order by at, source, source_id`,
    ),
  },
];

/** What the register keeps about an organisation, for its own people. Names of others are those that they see anyway. */
export const owned = [...ofOrganisation, ...ownedByCentre];

async function peopleOf(db: Db, organisationId: string): Promise<object[]> {
  const places = await db
    .selectFrom('register.position')
    .select(['person_id', 'role', 'from_at', 'until_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('from_at')
    .orderBy('id')
    .execute();
  const persons = await personsByIds(
    db,
    places.map((place) => place.person_id),
  );
  const byId = new Map(persons.map((person) => [person.id, person]));
  return places.map(({ person_id, ...place }) => ({
    name: byId.get(person_id)?.name ?? '',
    email: byId.get(person_id)?.email ?? '',
    ...place,
  }));
}

import { sql } from 'kysely';
import type { OwnedBy } from '../../../platform/contributions.ts';
import { rows } from './owned-rows.ts';

/** What a centre keeps about others. */
export const ownedByCentre: readonly OwnedBy[] = [
  {
    keys: ['register.organisation.home_centre_id'],
    file: 'records-you-vouch-for',
    label: 'Records whose home centre you are',
    read: rows(
      (id) => sql<object>`select id, name, kind, state, home_centre_reason, freshness, checked_at, created_at
        from register.organisation where home_centre_id = ${id} order by name, id`,
    ),
  },
  {
    keys: ['register.cover.centre_id'],
    file: 'cover',
    label: 'Areas you answer for',
    read: rows(
      (
        id,
      ) => sql<object>`select area.name as area, own from register.cover join areas.area_card as area on area.id = area_id
        where centre_id = ${id} order by area.name, area.id`,
    ),
  },
  {
    keys: ['register.centre_question.centre_id'],
    file: 'questions',
    label: 'Questions you ask those who register',
    read: rows(
      (
        id,
      ) => sql<object>`select question, hint, kind, choices, required, retired_at from register.centre_question
        where centre_id = ${id} order by place, id`,
    ),
  },
  {
    keys: ['register.centre_answer.centre_id'],
    file: 'answers-you-gave',
    label: 'Registrations you were asked about, and your answers',
    read: rows(
      (
        id,
      ) => sql<object>`select registered.name as organisation, home as is_home_centre, answer.state, asked, told, reason,
        asked_at, answered_at, answered_by as answered_by_person from register.centre_answer as answer
        join register.organisation as registered on registered.id = answer.organisation_id
        where answer.centre_id = ${id} order by asked_at, answer.id`,
    ),
  },
  {
    keys: ['register.taken.centre_id'],
    file: 'forms-you-took',
    label: 'Forms you wrote for others',
    read: rows(
      (
        id,
      ) => sql<object>`select record.name as organisation, how, contact_name, taken_at, confirmed_at, confirmed_how
        from register.taken join register.organisation as record on record.id = taken.organisation_id
        where centre_id = ${id} order by taken_at, record.id`,
    ),
  },
  {
    keys: ['register.suggestion.centre_id'],
    file: 'suggestions-you-made',
    label: 'Changes you suggested to records of other centres',
    read: rows(
      (
        id,
      ) => sql<object>`select record.name as organisation, suggestion.state, what, changes, taken, reason, made_at, answered_at
        from register.suggestion join register.organisation as record on record.id = suggestion.organisation_id
        where centre_id = ${id} order by made_at, suggestion.id`,
    ),
  },
];

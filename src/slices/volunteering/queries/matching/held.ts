import type { HeldAbout } from '../../../../platform/contributions.ts';

/** What matching holds about somebody, for that person. */
export const heldByMatching: readonly HeldAbout[] = [
  {
    table: 'volunteering.volunteer',
    keys: ['person_id'],
    label: 'What you would like to do as a volunteer',
    read: (db, { id }) =>
      db
        .selectFrom('volunteering.volunteer')
        .selectAll()
        .where('person_id', '=', id)
        .execute()
        .then((rows) => rows.map(({ person_id: _, ...row }) => row)),
  },
  {
    table: 'volunteering.match',
    keys: ['person_id'],
    label: 'Volunteering roles that fit you',
    read: (db, { id }) =>
      db
        .selectFrom('volunteering.match')
        .innerJoin('volunteering.live_role as role', 'role.id', 'role_id')
        .select(['title', 'organisation_name', 'found_at'])
        .where('person_id', '=', id)
        .orderBy('score', 'desc')
        .execute(),
  },
  {
    table: 'volunteering.match_weights',
    keys: ['set_by'],
    label: 'What counts when roles are matched, as you set it',
    read: (db, { id }) =>
      db
        .selectFrom('volunteering.match_weights')
        .select(['times', 'near', 'skills', 'cause', 'access', 'set_at'])
        .where('set_by', '=', id)
        .execute(),
  },
];

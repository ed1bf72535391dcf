import type { HeldAbout } from '../../../platform/contributions.ts';

/** What volunteering holds about somebody: what they decided for a group, a centre or the hub. */
export const held: readonly HeldAbout[] = [
  {
    table: 'volunteering.role',
    keys: ['dbs_decided_by'],
    label: 'Volunteering roles you wrote last, with the check that follows from them',
    read: (db, { id }) =>
      db
        .selectFrom('volunteering.role')
        .select(['title', 'dbs_level', 'dbs_reason', 'dbs_decided_at'])
        .where('dbs_decided_by', '=', id)
        .orderBy('dbs_decided_at')
        .orderBy('id')
        .execute(),
  },
  {
    table: 'volunteering.role_check',
    keys: ['answered_by'],
    label: 'Volunteering roles you looked at for a centre',
    read: (db, { id }) =>
      db
        .selectFrom('volunteering.role_check as checked')
        .innerJoin('volunteering.role as role', 'role.id', 'role_id')
        .select(['title', 'checked.state', 'checked.reason', 'answered_at'])
        .where('answered_by', '=', id)
        .orderBy('answered_at')
        .orderBy('checked.id')
        .execute(),
  },
  {
    table: 'volunteering.sharing_target',
    keys: ['set_by'],
    label: 'The target for shared roles that you set',
    read: (db, { id }) =>
      db
        .selectFrom('volunteering.sharing_target')
        .select(['percent', 'by_day', 'set_at'])
        .where('set_by', '=', id)
        .execute(),
  },
];

import type { LoopWords } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import { roles } from '../urls.ts';
import type { CheckState, RoleCheck } from '../words/checks.ts';

function checks(db: Db) {
  return db
    .selectFrom('volunteering.role_check as checked')
    .innerJoin('volunteering.role as role', 'role.id', 'role_id')
    .innerJoin('register.organisation_card as group', 'group.id', 'role.organisation_id')
    .select(['checked.id', 'role_id', 'checked.state', 'checked.reason', 'asked_at', 'title', 'role.summary'])
    .select(['group.name as group_name', 'group.home_centre_id']);
}

export async function roleCheckOptional(db: Db, roleId: string): Promise<RoleCheck | undefined> {
  const row = await checks(db).where('role_id', '=', roleId).executeTakeFirst();
  return row && toCheck(row);
}

export async function roleCheck(db: Db, roleId: string): Promise<RoleCheck> {
  const row = await checks(db)
    .where('role_id', '=', roleId)
    .executeTakeFirstOrThrow(notFound('look at a role'));
  return toCheck(row);
}

/** What waits, of one group. */
export async function waitingOf(db: Db, organisationId: string): Promise<RoleCheck[]> {
  const rows = await checks(db)
    .where('role.organisation_id', '=', organisationId)
    .where('checked.state', '=', 'waiting')
    .orderBy('asked_at')
    .orderBy('checked.id')
    .execute();
  return rows.map(toCheck);
}

/** At a home centre: what waits for its look, and what went live or was changed since a day without one. */
export async function checksAt(db: Db, centreId: string, since: Date) {
  const rows = await checks(db)
    .where('group.home_centre_id', '=', centreId)
    .where((is) =>
      is.or([
        is('checked.state', '=', 'waiting'),
        is.and([
          is('checked.state', '=', 'live_at_once'),
          is('asked_at', '>=', since),
          is('role.state', '=', 'live'),
        ]),
      ]),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('checked.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...toCheck(row),
    title: row.title,
    summary: row.summary,
    groupName: row.group_name ?? '',
  }));
}

export async function describeChecks(db: Db, ids: readonly string[]): Promise<LoopWords[]> {
  if (ids.length === 0) return [];
  const rows = await checks(db).where('checked.id', 'in', ids).execute();
  return rows.map((row) => ({
    thingId: row.id,
    title: row.title,
    text: `${row.group_name ?? 'A group'} looks for volunteers.`,
    url: roles.check(row.role_id),
    action: 'Look at the role',
    ...(row.home_centre_id && { answersId: row.home_centre_id }),
  }));
}

const known: readonly CheckState[] = [
  ...(['waiting', 'returned', 'accepted', 'taken_back', 'live_at_once', 'looked_at'] as const),
];

function toCheck(row: {
  id: string;
  role_id: string;
  state: string;
  reason: string;
  asked_at: Date;
}): RoleCheck {
  return {
    id: row.id,
    roleId: row.role_id,
    state: known.find((state) => state === row.state) ?? 'accepted',
    reason: row.reason,
    askedAt: row.asked_at,
  };
}

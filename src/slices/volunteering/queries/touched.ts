import { sql } from 'kysely';
import type { Recorded } from '../../../platform/contributions.ts';
import type { Db } from '../../../platform/db/open.ts';

/** The roles whose words an event may have changed: all of an activity, or all of some organisations. */
export async function touchedRoles(db: Db, { payload }: Recorded): Promise<string[]> {
  const roleIds = typeof payload.roleId === 'string' ? [payload.roleId] : [];
  const many = Array.isArray(payload.organisationIds) ? payload.organisationIds.map(String) : [];
  const one = payload.organisationId === undefined ? [] : [String(payload.organisationId)];
  const organisationIds = roleIds.length > 0 ? [] : [...many, ...one];
  if (roleIds.length === 0 && organisationIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select role.id from volunteering.role
    where role.activity_id in (select activity_id from volunteering.role where id = any(${roleIds}::uuid[]))
    union
    select role.id from volunteering.role
    where role.organisation_id = any(${organisationIds}::uuid[])
    union
    select role.id from register.organisation_card as gone
    join volunteering.role on role.organisation_id = gone.id
    where gone.merged_into = any(${organisationIds}::uuid[])`.execute(db);
  return rows.map((row) => row.id);
}

import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { HeldPosition } from '../../../platform/permit.ts';

/** What a session holds: asked at each request, so that a position that ended is gone with the next one. */
export async function positionsOf(db: Db, personId: string): Promise<HeldPosition[]> {
  const { rows } = await sql<{
    organisation_id: string;
    role: string;
    organisation_kind: string;
    asks_second_key: boolean;
  }>`select organisation_id, role, organisation_kind, asks_second_key
    from register.positions_of(${personId})`.execute(db);
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    role: row.role,
    organisationKind: row.organisation_kind,
    asksSecondKey: row.asks_second_key,
  }));
}

export interface HeldBy {
  id: string;
  personId: string;
  role: string;
  fromAt: Date;
}

/** Who holds a position there, the longest first; the first is whom a loop belongs to. */
export async function holders(db: Db, organisationId: string, roles?: readonly string[]): Promise<HeldBy[]> {
  const rows = await db
    .selectFrom('register.position')
    .select(['id', 'person_id', 'role', 'from_at'])
    .where('organisation_id', '=', organisationId)
    .where('until_at', 'is', null)
    .$if(roles !== undefined, (q) => q.where('role', 'in', ['', ...(roles ?? [])]))
    .orderBy('from_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, personId: row.person_id, role: row.role, fromAt: row.from_at }));
}

/** The same for many organisations, by their ids. */
export async function holdersAt(
  db: Db,
  organisationIds: readonly string[],
  roles: readonly string[],
): Promise<Map<string, { personId: string; role: string }[]>> {
  const rows = await db
    .selectFrom('register.position')
    .select(['organisation_id', 'person_id', 'role'])
    .where('organisation_id', '=', sql<string>`any(${[...new Set(organisationIds)]}::uuid[])`)
    .where('until_at', 'is', null)
    .where('role', 'in', ['', ...roles])
    .orderBy('from_at')
    .orderBy('id')
    .execute();
  const there = new Map<string, { personId: string; role: string }[]>();
  for (const { organisation_id, person_id: personId, role } of rows) {
    const held = there.get(organisation_id);
    if (held) held.push({ personId, role });
    else there.set(organisation_id, [{ personId, role }]);
  }
  return there;
}

/** Every position somebody holds, where, and how many others there do the same. */
export async function positionsHeldBy(db: Db, personId: string) {
  const rows = await db
    .selectFrom('register.position as held')
    .innerJoin('register.organisation as there', 'there.id', 'held.organisation_id')
    .select(['held.id', 'held.organisation_id', 'held.role', 'there.name', 'there.state'])
    .select(
      sql<number>`(select count(*)::integer from register.position as other where other.role = held.role
        and other.organisation_id = held.organisation_id and other.until_at is null
        and other.person_id <> held.person_id)`.as('others'),
    )
    .where('held.person_id', '=', personId)
    .where('held.until_at', 'is', null)
    .orderBy('held.from_at')
    .orderBy('held.id')
    .execute();
  return rows.map((row) => ({
    positionId: row.id,
    organisationId: row.organisation_id,
    organisationName: row.name,
    organisationState: row.state,
    role: row.role,
    others: row.others,
  }));
}

export interface Invitation {
  id: string;
  organisationId: string;
  email: string;
  role: string;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  invitedBy: string | null;
}

const invitationColumns = [
  'id',
  'organisation_id',
  'email',
  'role',
  'expires_at',
  'accepted_at',
  'revoked_at',
  'invited_by',
] as const;

/** Invitations that can still be accepted. */
export async function openInvitations(
  db: Db,
  organisationId: string,
  machineNow: Date,
): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('register.invitation')
    .select(invitationColumns)
    .where('organisation_id', '=', organisationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', machineNow)
    .orderBy('made_at')
    .execute();
  return rows.map(toInvitation);
}

export async function invitationByToken(db: Db, tokenHash: Buffer): Promise<Invitation> {
  const row = await db
    .selectFrom('register.invitation')
    .select(invitationColumns)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirstOrThrow(notFound('invitation'));
  return toInvitation(row);
}

function toInvitation(row: {
  id: string;
  organisation_id: string;
  email: string;
  role: string;
  expires_at: Date;
  accepted_at: Date | null;
  revoked_at: Date | null;
  invited_by: string | null;
}): Invitation {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    email: row.email,
    role: row.role,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at,
    revokedAt: row.revoked_at,
    invitedBy: row.invited_by,
  };
}

/** The organisations somebody has a position at, for the person's own page. */
export async function organisationsOf(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('register.organisation')
    .select(['id', 'name', 'kind', 'state', 'freshness'])
    .where('id', 'in', ids)
    .orderBy('name')
    .execute();
}

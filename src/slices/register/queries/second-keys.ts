import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';

/** What somebody with a place there has beside the mailbox. No secret is in it. */
export interface HeldKeys {
  personId: string;
  name: string;
  email: string;
  role: string;
  fromAt: Date;
  passkeys: number;
  passkeySince: Date | null;
  authenticatorSince: Date | null;
}

/** The database answers only those who run the organisation, in a strong session. */
export async function secondKeysAt(db: Db, organisationId: string): Promise<HeldKeys[]> {
  const { rows } = await sql<{
    person_id: string;
    name: string;
    email: string;
    role: string;
    from_at: Date;
    passkeys: number;
    passkey_since: Date | null;
    authenticator_since: Date | null;
  }>`select person_id, name, email, role, from_at, passkeys, passkey_since, authenticator_since
    from register.second_keys_at(${organisationId})`.execute(db);
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    email: row.email,
    role: row.role,
    fromAt: row.from_at,
    passkeys: row.passkeys,
    passkeySince: row.passkey_since,
    authenticatorSince: row.authenticator_since,
  }));
}

/** Since when everybody there needs one by the organisation's own rule. */
export async function secondKeyRuleOf(db: Db, organisationId: string): Promise<Date | undefined> {
  const row = await db
    .selectFrom('register.organisation')
    .select('second_key_since')
    .where('id', '=', organisationId)
    .executeTakeFirst();
  return row?.second_key_since ?? undefined;
}

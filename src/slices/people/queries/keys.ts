import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import type { Passkey, SecondKeys } from '../words/keys.ts';

/** Of whoever is signed in: row-level security shows no others. */
async function ownPasskeys(db: Db, personId: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('people.passkey')
    .select(['id', 'name', 'synced', 'made_at', 'used_at'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    synced: row.synced,
    madeAt: row.made_at,
    usedAt: row.used_at,
  }));
}

export async function credentialIds(db: Db, personId: string): Promise<Buffer[]> {
  const rows = await db
    .selectFrom('people.passkey')
    .select('credential_id')
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .execute();
  return rows.map((row) => row.credential_id);
}

export async function ownSecondKeys(db: Db, personId: string): Promise<SecondKeys> {
  const passkeys = await ownPasskeys(db, personId);
  const app = await authenticatorOptional(db, personId);
  const { left } = await db
    .selectFrom('people.recovery_code')
    .select((count) => count.fn.countAll<number>().as('left'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { passkeys, authenticatorSince: app?.confirmed_at ?? undefined, recoveryCodesLeft: left };
}

export function authenticatorOptional(db: Db, personId: string) {
  return db
    .selectFrom('people.authenticator')
    .select(['id', 'sealed_secret', 'confirmed_at', 'last_step', 'tries', 'tries_since', 'made_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export interface KnownPasskey {
  id: string;
  personId: string;
  publicKey: Buffer;
  counter: number;
}

/** A passkey says itself whose it is; nobody is signed in yet. */
export async function passkeyOptional(db: Db, credentialId: Buffer): Promise<KnownPasskey | undefined> {
  const { rows } = await sql<{ id: string; person_id: string; public_key: Buffer; counter: number }>`
    select id, person_id, public_key, counter from people.passkey_with(${credentialId})`.execute(db);
  const [row] = rows;
  return (
    row && { id: row.id, personId: row.person_id, publicKey: row.public_key, counter: Number(row.counter) }
  );
}

export function heldPasskeys(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('people.passkey')
    .select(['name', 'synced', 'made_at', 'used_at'])
    .where('person_id', '=', id)
    .execute();
}

export function heldAuthenticator(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('people.authenticator')
    .select(['made_at', 'confirmed_at', 'used_at'])
    .where('person_id', '=', id)
    .execute();
}

export function heldRecoveryCodes(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('people.recovery_code')
    .select(['made_at', 'used_at'])
    .where('person_id', '=', id)
    .execute();
}

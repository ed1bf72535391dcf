import { sql } from 'kysely';
import type { Db } from '../../../platform/db/open.ts';
import { notFound } from '../../../platform/errors.ts';
import type { LinkedProvider, Provider } from '../words/provider.ts';

const columns = [
  ...(['organisation_id as organisationId', 'label', 'issuer'] as const),
  ...(['client_id as clientId', 'trusts_keys as trustsKeys'] as const),
] as const;

/** Those that the sign-in page offers. */
export function allProviders(db: Db): Promise<Provider[]> {
  return db
    .selectFrom('people.provider')
    .select(columns)
    .orderBy('label')
    .orderBy('organisation_id')
    .execute();
}

export function providerOptional(db: Db, organisationId: string): Promise<Provider | undefined> {
  return db
    .selectFrom('people.provider')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
}

/** With what only the program itself may use. */
export function sealedProvider(db: Db, organisationId: string): Promise<Provider & { sealedSecret: Buffer }> {
  return db
    .selectFrom('people.provider')
    .select([...columns, 'sealed_secret as sealedSecret'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow(notFound('provider'));
}

/** The providers of these organisations, each with when the person linked an account there. */
export function ownProviders(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<LinkedProvider[]> {
  return db
    .selectFrom('people.provider as provider')
    .leftJoin('people.provider_account as account', (join) =>
      join
        .onRef('account.organisation_id', '=', 'provider.organisation_id')
        .on('account.person_id', '=', personId),
    )
    .select([
      'provider.organisation_id as organisationId',
      'label',
      'provider.issuer',
      'linked_at as linkedAt',
    ])
    .where('provider.organisation_id', '=', sql<string>`any(${[...organisationIds]}::uuid[])`)
    .orderBy('label')
    .execute();
}

/** Only after a token of that provider was looked at. */
export async function personWithAccountOptional(
  db: Db,
  account: { issuer: string; subject: string; organisationId: string; at: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select people.person_with_account(${account.issuer},
    ${account.subject}, ${account.organisationId}, ${account.at}) as id`.execute(db);
  return rows[0]?.id ?? undefined;
}

export async function providerOwned(db: Db, organisationId: string): Promise<object[]> {
  const one = await providerOptional(db, organisationId);
  return one ? [one] : [];
}

export function heldProviderAccounts(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('people.provider_account')
    .select(['issuer', 'subject', 'linked_at', 'used_at'])
    .where('person_id', '=', id)
    .execute();
}

import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { Invalid } from '../../../platform/errors.ts';
import { permit, wantSecondKey } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { providerRemoved, providerSet } from '../events.ts';
import { canSetProvider } from '../permits.ts';
import { providerOptional, sealedProvider } from '../queries/providers.ts';
import type { SetProvider } from '../words/provider.ts';
import { discovered, whyNotOpenId } from './openid.ts';

/** Where the people of an organisation sign in elsewhere. It is asked at once whether it is there. */
export async function setProvider(ctx: Ctx, organisationId: string, input: SetProvider): Promise<void> {
  permit(canSetProvider(ctx.actor, organisationId));
  wantSecondKey(ctx.actor);

  const { label, issuer, client_id, trusts_keys } = input;
  const secret = input.client_secret || (await secretOf(ctx, organisationId, issuer));
  await discovered(ctx, { issuer, clientId: client_id, secret }).catch((problem: unknown) => {
    throw new Invalid({ issuer: whyNotOpenId(problem) });
  });
  const row = {
    ...{ label, issuer, client_id, trusts_keys, changed_at: ctx.now },
    sealed_secret: ctx.vault.seal(Buffer.from(secret), secretPlace(organisationId)),
  };
  await ctx.db.transaction(async (tx) => {
    await tx
      .insertInto('people.provider')
      .values({ organisation_id: organisationId, ...row })
      .onConflict((same) => same.column('organisation_id').doUpdateSet(row))
      .execute();
    await sql`select people.drop_strange_accounts(${organisationId})`.execute(tx);
    await record(tx, ctx, providerSet, { organisationId }, { organisationId });
  });
}

/** Linked accounts go with it; everybody still has the mailbox. */
export async function removeProvider(ctx: Ctx, organisationId: string): Promise<void> {
  permit(canSetProvider(ctx.actor, organisationId));
  wantSecondKey(ctx.actor);

  await ctx.db.transaction(async (tx) => {
    await tx.deleteFrom('people.provider').where('organisation_id', '=', organisationId).execute();
    await record(tx, ctx, providerRemoved, { organisationId }, { organisationId });
  });
}

export function secretPlace(organisationId: string): string {
  return `people.provider ${organisationId}`;
}

/** A secret belongs to its issuer: with another one it has to be typed again, or it would be sent to a stranger. */
async function secretOf(ctx: Ctx, organisationId: string, issuer: string): Promise<string> {
  const known = await providerOptional(ctx.db.open, organisationId);
  if (known?.issuer !== issuer)
    throw new Invalid({ client_secret: 'Give the secret that was made for us there.' });
  const { sealedSecret } = await sealedProvider(ctx.db.open, organisationId);
  return ctx.vault.open(sealedSecret, secretPlace(organisationId)).toString();
}

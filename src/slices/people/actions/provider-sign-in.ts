import type { IDToken } from 'openid-client';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { log } from '../../../platform/log.ts';
import { hasPositionAt, isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { accountLinked, accountUnlinked } from '../events.ts';
import { canLinkAccount } from '../permits.ts';
import { personWithAccountOptional, sealedProvider } from '../queries/providers.ts';
import { freshSeconds, hasShownKey } from '../rules/provider.ts';
import { people } from '../urls.ts';
import type { Back, Provider } from '../words/provider.ts';
import { mayChangeKeys } from './keys.ts';
import { codeOf, discovered, whyNotOpenId } from './openid.ts';
import { secretPlace } from './provider.ts';
import { type Opened, openSession } from './sign-in.ts';

const minutes = 10;

export interface SetOut {
  organisationId: string;
  purpose: 'sign_in' | 'link';
  /** The token of the session for linking, that of the browser for signing in. */
  boundToken: string;
  next: string;
}

/** The address at the provider where somebody goes on. State, nonce and verifier serve this one way only. */
export async function setOut(ctx: Ctx, out: SetOut): Promise<{ address: string; label: string }> {
  if (out.purpose === 'link') {
    permit(canLinkAccount(ctx.actor, out.organisationId));
    await mayChangeKeys(ctx);
  }
  const { provider, config } = await opened(ctx, out.organisationId);
  const client = await import('openid-client');
  const [state, nonce, verifier] = [ctx.newToken(), ctx.newToken(), ctx.newToken()];
  const id = ctx.newId();
  await ctx.db.transaction((tx) =>
    tx
      .insertInto('people.provider_try')
      .values({
        ...{ id, purpose: out.purpose, organisation_id: out.organisationId, nonce, next: out.next },
        state_hash: hashOf(state),
        bound_hash: hashOf(out.boundToken),
        sealed_verifier: ctx.vault.seal(Buffer.from(verifier), verifierPlace(id)),
        made_at: ctx.machineNow,
        expires_at: new Date(ctx.machineNow.getTime() + minutes * 60_000),
      })
      .execute(),
  );
  const address = client.buildAuthorizationUrl(config, {
    ...{ redirect_uri: backTo(ctx, out.organisationId), scope: 'openid', state, nonce },
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(provider.trustsKeys ? { max_age: String(freshSeconds) } : {}),
  });
  return { address: address.href, label: provider.label };
}

export interface CameBack {
  organisationId: string;
  back: Back;
  browserToken: string;
  sessionToken: string;
  device: string;
}

/** Whoever comes back is let in, or has linked the account; `sessionToken` is there when a session was opened. */
export async function comeBack(ctx: Ctx, came: CameBack): Promise<{ sessionToken?: string; next: string }> {
  const way = await take(ctx, came);
  const { provider, config } = await opened(ctx, came.organisationId);
  const claims = await proved(ctx, { ...came, way, provider, config });
  const account = { issuer: provider.issuer, subject: claims.sub, organisationId: came.organisationId };
  if (way.purpose === 'link') return link(ctx, account);
  return ctx.db.transaction((tx) => comeIn(tx, ctx, { account, provider, claims, way, device: came.device }));
}

export async function unlinkAccount(ctx: Ctx, organisationId: string): Promise<void> {
  permit(canLinkAccount(ctx.actor, organisationId));
  if (!isPerson(ctx.actor)) return;
  const { personId } = ctx.actor;

  await ctx.db.transaction(async (tx) => {
    await tx
      .deleteFrom('people.provider_account')
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .execute();
    await record(tx, ctx, accountUnlinked, { personId, organisationId }, { organisationId });
  });
}

async function opened(ctx: Ctx, organisationId: string) {
  const provider = await sealedProvider(ctx.db.open, organisationId);
  const secret = ctx.vault.open(provider.sealedSecret, secretPlace(organisationId)).toString();
  try {
    return { provider, config: await discovered(ctx, { ...provider, secret }) };
  } catch (problem) {
    throw new Refused('provider_away', `${provider.label} cannot be asked now. ${whyNotOpenId(problem)}`);
  }
}

type Way = Awaited<ReturnType<typeof take>>;

/** Used up before anything is asked: whatever comes of it, nobody comes back by it again. */
async function take(ctx: Ctx, { organisationId, back, browserToken, sessionToken }: CameBack) {
  const way = await ctx.db.transaction((tx) =>
    tx
      .updateTable('people.provider_try')
      .set({ used_at: ctx.machineNow })
      .where('state_hash', '=', hashOf(back.state ?? ''))
      .where('organisation_id', '=', organisationId)
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.machineNow)
      .returning(['id', 'purpose', 'bound_hash', 'nonce', 'sealed_verifier', 'next'])
      .executeTakeFirst(),
  );
  const bound = way?.purpose === 'link' ? sessionToken : browserToken;
  if (!way || bound === '' || !way.bound_hash.equals(hashOf(bound))) {
    throw new Refused('way_over', 'This way in is over, or began in another browser. Begin again.');
  }
  return way;
}

interface Proving extends CameBack {
  way: Way;
  provider: Provider;
  config: Awaited<ReturnType<typeof discovered>>;
}

/** What the provider says in a token that is signed by it, for us, for this way, and not too old. */
async function proved(ctx: Ctx, { back, way, provider, config, organisationId }: Proving): Promise<IDToken> {
  if (back.error) throw new Refused('provider_no', `${provider.label} did not let you through.`);
  const client = await import('openid-client');
  const url = new URL(backTo(ctx, organisationId));
  for (const [name, value] of Object.entries(back))
    if (value !== undefined) url.searchParams.set(name, value);
  try {
    const tokens = await client.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: ctx.vault.open(way.sealed_verifier, verifierPlace(way.id)).toString(),
      expectedState: back.state ?? '',
      expectedNonce: way.nonce,
      idTokenExpected: true,
      ...(provider.trustsKeys ? { maxAge: freshSeconds } : {}),
    });
    const claims = tokens.claims();
    if (claims && claims.iss === provider.issuer && claims.sub !== '') return claims;
  } catch (problem) {
    log.warn({ organisation: organisationId, code: codeOf(problem) }, 'a sign-in elsewhere was not believed');
  }
  throw new Refused('not_proved', `What ${provider.label} sent does not prove who you are. Begin again.`);
}

interface Account {
  issuer: string;
  subject: string;
  organisationId: string;
}

async function link(ctx: Ctx, { issuer, subject, organisationId }: Account): Promise<{ next: string }> {
  permit(canLinkAccount(ctx.actor, organisationId));
  if (!isPerson(ctx.actor)) throw new Refused('way_over', 'Sign in first.');
  const { personId } = ctx.actor;

  return ctx.db.transaction(async (tx) => {
    const made = await tx
      .insertInto('people.provider_account')
      .values({
        ...{ issuer, subject, person_id: personId, organisation_id: organisationId },
        linked_at: ctx.machineNow,
      })
      .onConflict((same) => same.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) {
      throw new Refused('linked_already', 'This account is linked already, to you or to somebody else.');
    }
    await record(tx, ctx, accountLinked, { personId, organisationId }, { organisationId });
    return { next: people.providers() };
  });
}

interface ComingIn {
  account: Account;
  provider: Provider;
  claims: IDToken;
  way: Way;
  device: string;
}

/** Known by issuer and subject alone. Nobody is found by an e-mail address, whatever the token says of one. */
async function comeIn(
  tx: Tx,
  ctx: Ctx,
  { account, provider, claims, way, device }: ComingIn,
): Promise<Opened> {
  const personId = await personWithAccountOptional(tx, { ...account, at: ctx.machineNow });
  if (!personId) {
    throw new Refused(
      'not_linked',
      `We do not know this account of ${provider.label} yet. Sign in with your mailbox once, and link it on your own page.`,
    );
  }
  const positions = await ctx.house.positionsOf(tx, personId);
  if (!hasPositionAt({ kind: 'person', positions, strength: 'ordinary' }, account.organisationId)) {
    throw new Refused(
      'no_place',
      `You have no place at ${provider.label} any more. Sign in with your mailbox.`,
    );
  }
  const isStrong = provider.trustsKeys && hasShownKey(claims);
  const shown = isStrong ? { shown: 'provider' as const } : {};
  const sessionToken = await openSession(tx, ctx, { personId, device, ...shown });
  const isShut = !isStrong && positions.some((held) => held.asksSecondKey);
  return { sessionToken, next: isShut ? people.secondKey(way.next) : way.next };
}

/** One address for each provider, so that the answer of one is never taken for that of another. */
export function backTo(ctx: Pick<Ctx, 'publicUrl'>, organisationId: string): string {
  return ctx.publicUrl + people.provider(organisationId);
}

function verifierPlace(id: string): string {
  return `people.provider_try ${id}`;
}

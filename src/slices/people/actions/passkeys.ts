import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { NotFound, Refused } from '../../../platform/errors.ts';
import { isPerson, permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { passkeyCountedBack, secondKeyChanged } from '../events.ts';
import { canKeepKeys } from '../permits.ts';
import { credentialIds, passkeyOptional } from '../queries/keys.ts';
import { challengeMinutes } from '../rules/keys.ts';
import type { Signed } from '../words/keys.ts';
import { newChallenge, takeChallenge } from './challenges.ts';
import { dropRecoveryCodesOfNobody, mayChangeKeys } from './keys.ts';

/** What the browser hands to `navigator.credentials`, with bytes as base64url. */
export type Options = Readonly<Record<'create' | 'get', Record<string, unknown> | undefined>>;

/** Asks for a new passkey that is stored in the device and wants finger, face or PIN. */
export async function askForNewPasskey(
  ctx: Ctx,
  asked: { sessionToken: string; networkName: string },
): Promise<Options> {
  permit(canKeepKeys(ctx.actor));
  const { personId = '', email = '', name } = ctx.actor;
  const challenge = await newChallenge(ctx, 'add_passkey', asked.sessionToken);
  const known = await ctx.db.read((db) => credentialIds(db, personId));
  const create = {
    challenge,
    rp: { id: rpId(ctx), name: asked.networkName },
    user: { id: handleOf(personId), name: email, displayName: name || email },
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
    timeout: challengeMinutes * 60_000,
    attestation: 'none',
    excludeCredentials: known.map((id) => ({ type: 'public-key', id: id.toString('base64url') })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
  };
  return { create, get: undefined };
}

/** Asks for any passkey of this site: who it is of shows with the answer. */
export async function askForPasskey(
  ctx: Ctx,
  purpose: 'sign_in' | 'second_key',
  boundToken: string,
): Promise<Options> {
  const challenge = await newChallenge(ctx, purpose, boundToken);
  const { personId } = ctx.actor;
  const own =
    purpose === 'second_key' && personId ? await ctx.db.read((db) => credentialIds(db, personId)) : [];
  const get = {
    challenge,
    rpId: rpId(ctx),
    timeout: challengeMinutes * 60_000,
    userVerification: 'required',
    allowCredentials: own.map((id) => ({ type: 'public-key', id: id.toString('base64url') })),
  };
  return { create: undefined, get };
}

export async function addPasskey(
  ctx: Ctx,
  input: { answer: Signed; name: string },
  asked: { sessionToken: string },
): Promise<void> {
  permit(canKeepKeys(ctx.actor));
  const { personId = '' } = ctx.actor;
  await mayChangeKeys(ctx);
  const challenge = await takeChallenge(ctx, 'add_passkey', asked.sessionToken, input.answer);
  const made = await verifiedNew(ctx, challenge, input.answer);

  await ctx.db.transaction(async (tx) => {
    const added = await tx
      .insertInto('people.passkey')
      .values({
        id: ctx.newId(),
        person_id: personId,
        credential_id: Buffer.from(made.credential.id, 'base64url'),
        public_key: Buffer.from(made.credential.publicKey),
        counter: made.credential.counter,
        synced: made.credentialBackedUp,
        name: input.name,
        made_at: ctx.machineNow,
      })
      .onConflict((same) => same.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) {
      throw new Refused('passkey_known', 'This passkey is known already. Choose another device or key.');
    }
    await record(tx, ctx, secondKeyChanged, { personId, kind: 'passkey', what: 'added' });
  });
}

export async function namePasskey(ctx: Ctx, id: string, name: string): Promise<void> {
  permit(canKeepKeys(ctx.actor));
  await ctx.db.transaction(async (tx) => {
    const named = await tx
      .updateTable('people.passkey')
      .set({ name })
      .where('id', '=', id)
      .executeTakeFirst();
    if (named.numUpdatedRows !== 1n) throw new NotFound('passkey');
  });
}

export async function removePasskey(ctx: Ctx, id: string): Promise<void> {
  permit(canKeepKeys(ctx.actor));
  await mayChangeKeys(ctx);
  if (!isPerson(ctx.actor)) return;
  const { personId } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    const gone = await tx.deleteFrom('people.passkey').where('id', '=', id).executeTakeFirst();
    if (gone.numDeletedRows !== 1n) throw new NotFound('passkey');
    await dropRecoveryCodesOfNobody(tx, personId);
    await record(tx, ctx, secondKeyChanged, { personId, kind: 'passkey', what: 'removed' });
  });
}

/**
 * Whose passkey signed this challenge. A counter that fell is written down and no more: synced passkeys do not count,
 * and a person who is locked out for it could not tell why.
 */
export async function signedBy(
  ctx: Ctx,
  purpose: 'sign_in' | 'second_key',
  asked: { boundToken: string; answer: Signed },
): Promise<{ personId: string }> {
  const { answer } = asked;
  const challenge = await takeChallenge(ctx, purpose, asked.boundToken, answer);
  const known = await ctx.db.read((db) => passkeyOptional(db, Buffer.from(answer.id, 'base64url')));
  if (!known) {
    throw new Refused('passkey_unknown', 'We do not know this passkey here. Sign in with a code instead.');
  }
  const counter = await verifiedCounter(ctx, challenge, answer, known);
  await ctx.db.transaction(async (tx) => {
    await sql`select people.passkey_was_used(${known.id}, ${counter}, ${ctx.machineNow})`.execute(tx);
    if (counter < known.counter) {
      const payload = { personId: known.personId, passkeyId: known.id };
      await record(tx, ctx, passkeyCountedBack, payload);
    }
  });
  return { personId: known.personId };
}

/** The package is large and few requests want it, so it is loaded by the first that does. */
async function verifiedNew(ctx: Ctx, challenge: string, answer: Signed) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { clientDataJSON, attestationObject = '' } = answer.response;
  const made = await verifyRegistrationResponse({
    response: { ...whole(answer), response: { clientDataJSON, attestationObject } },
    ...expected(ctx, challenge),
  }).catch(notGood);
  if (!made.verified) throw notFitting();
  return made.registrationInfo;
}

async function verifiedCounter(
  ctx: Ctx,
  challenge: string,
  answer: Signed,
  known: { publicKey: Buffer; personId: string },
): Promise<number> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { clientDataJSON, authenticatorData = '', signature = '', userHandle } = answer.response;
  if (userHandle && userHandle !== handleOf(known.personId)) throw notFitting();
  const shown = await verifyAuthenticationResponse({
    response: { ...whole(answer), response: { clientDataJSON, authenticatorData, signature } },
    ...expected(ctx, challenge),
    // The package refuses a counter that fell; with zero it never does, and we look at it ourselves.
    credential: { id: answer.id, publicKey: new Uint8Array(known.publicKey), counter: 0 },
  }).catch(notGood);
  if (!shown.verified) throw notFitting();
  return shown.authenticationInfo.newCounter;
}

function whole({ id, rawId, type }: Signed) {
  return { id, rawId, type, clientExtensionResults: {} };
}

function expected(ctx: Ctx, challenge: string) {
  return {
    expectedChallenge: challenge,
    expectedOrigin: new URL(ctx.publicUrl).origin,
    expectedRPID: rpId(ctx),
    requireUserVerification: true,
  };
}

function notGood(): never {
  throw notFitting();
}

function notFitting(): Refused {
  return new Refused('passkey_not_good', 'This passkey did not fit. Press the button once more.');
}

/** A name, never a bare IP address: browsers refuse those. */
function rpId(ctx: Ctx): string {
  return new URL(ctx.publicUrl).hostname;
}

/** What the passkey keeps of its owner: the id, which is no secret, as bytes. */
function handleOf(personId: string): string {
  return Buffer.from(personId.replaceAll('-', ''), 'hex').toString('base64url');
}

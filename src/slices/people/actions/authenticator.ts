import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { permit, wantSecondKey } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { base32, secretBytes } from '../../../platform/totp.ts';
import { secondKeyChanged } from '../events.ts';
import { canKeepKeys } from '../permits.ts';
import { authenticatorOptional } from '../queries/keys.ts';
import { inFours, recoveryCodeCount } from '../rules/keys.ts';
import { dropRecoveryCodesOfNobody, mayChangeKeys, placeOf, recoveryHash } from './keys.ts';
import { takeCode } from './second-key.ts';

/** A new key for an app; it counts once a code of it was typed. Returns the key, which is shown here only. */
export async function beginAuthenticator(ctx: Ctx): Promise<string> {
  permit(canKeepKeys(ctx.actor));
  await mayChangeKeys(ctx);
  const { personId = '' } = ctx.actor;
  const id = ctx.newId();
  const secret = bytesFrom(ctx, secretBytes);
  await ctx.db.transaction(async (tx) => {
    const before = await authenticatorOptional(tx, personId);
    if (before?.confirmed_at) {
      throw new Refused(
        'authenticator_there',
        'You have an authenticator app. Remove it before you set up another.',
      );
    }
    await tx.deleteFrom('people.authenticator').where('person_id', '=', personId).execute();
    await tx
      .insertInto('people.authenticator')
      .values({
        id,
        person_id: personId,
        sealed_secret: ctx.vault.seal(secret, placeOf(id)),
        made_at: ctx.machineNow,
      })
      .execute();
  });
  return base32(secret);
}

/** The key that waits for its first code, to be shown again beside a code that was wrong. */
export async function waitingKey(ctx: Ctx): Promise<string> {
  permit(canKeepKeys(ctx.actor));
  const { personId = '' } = ctx.actor;
  const app = await ctx.db.read((db) => authenticatorOptional(db, personId));
  if (!app || app.confirmed_at) {
    throw new Refused('no_authenticator', 'There is no authenticator app to confirm. Begin again.');
  }
  return base32(ctx.vault.open(app.sealed_secret, placeOf(app.id)));
}

export async function confirmAuthenticator(ctx: Ctx, code: string): Promise<void> {
  permit(canKeepKeys(ctx.actor));
  await mayChangeKeys(ctx);
  const { personId = '' } = ctx.actor;
  await takeCode(ctx, code, { isConfirmed: false });
  await ctx.db.transaction((tx) =>
    record(tx, ctx, secondKeyChanged, { personId, kind: 'authenticator', what: 'added' }),
  );
}

export async function removeAuthenticator(ctx: Ctx): Promise<void> {
  permit(canKeepKeys(ctx.actor));
  await mayChangeKeys(ctx);
  const { personId = '' } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    const gone = await tx
      .deleteFrom('people.authenticator')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (gone.numDeletedRows !== 1n)
      throw new Refused('no_authenticator', 'There is no authenticator app here.');
    await dropRecoveryCodesOfNobody(tx, personId);
    await record(tx, ctx, secondKeyChanged, { personId, kind: 'authenticator', what: 'removed' });
  });
}

/** Eight codes in place of those before. They are returned to be shown once; only their hashes stay. */
export async function makeRecoveryCodes(ctx: Ctx): Promise<string[]> {
  permit(canKeepKeys(ctx.actor));
  wantSecondKey(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    const codes = await newCodes(tx, ctx);
    const personId = ctx.actor.personId ?? '';
    await record(tx, ctx, secondKeyChanged, { personId, kind: 'recovery codes', what: 'made anew' });
    return codes;
  });
}

/** With the first key come the codes for the day it is lost; later there are some already. */
export function firstRecoveryCodes(ctx: Ctx): Promise<string[]> {
  permit(canKeepKeys(ctx.actor));
  const { personId = '' } = ctx.actor;
  return ctx.db.transaction(async (tx) => {
    const there = await tx
      .selectFrom('people.recovery_code')
      .select('id')
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return there ? [] : newCodes(tx, ctx);
  });
}

async function newCodes(tx: Tx, ctx: Ctx): Promise<string[]> {
  const { personId = '' } = ctx.actor;
  // 80 bits: nobody finds one by trying, even with the hashes in hand.
  const codes = Array.from({ length: recoveryCodeCount }, () => base32(bytesFrom(ctx, 10)));
  await tx.deleteFrom('people.recovery_code').where('person_id', '=', personId).execute();
  await tx
    .insertInto('people.recovery_code')
    .values(
      codes.map((code) => ({
        id: ctx.newId(),
        person_id: personId,
        hash: recoveryHash(personId, code),
        made_at: ctx.machineNow,
      })),
    )
    .execute();
  return codes.map((code) => inFours(code, '-'));
}

function bytesFrom(ctx: Ctx, count: number): Buffer {
  return Buffer.from(ctx.newToken(), 'base64url').subarray(0, count);
}

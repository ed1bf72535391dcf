import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { permit } from '../../../platform/permit.ts';
import { record } from '../../../platform/record.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { stepWithCode } from '../../../platform/totp.ts';
import { secondKeyShown } from '../events.ts';
import { canPassInPractice, canShowSecondKey } from '../permits.ts';
import { authenticatorOptional } from '../queries/keys.ts';
import { isTriesOver, whyNotTry } from '../rules/keys.ts';
import type { KeyKind, Signed } from '../words/keys.ts';
import { placeOf, recoveryHash } from './keys.ts';
import { signedBy } from './passkeys.ts';

/** Makes this session strong by one of the person's own passkeys. Returns the session's new token. */
export async function showPasskey(
  ctx: Ctx,
  asked: { sessionToken: string; answer: Signed },
): Promise<string> {
  permit(canShowSecondKey(ctx.actor));
  const by = await signedBy(ctx, 'second_key', { boundToken: asked.sessionToken, answer: asked.answer });
  if (by.personId !== ctx.actor.personId) {
    throw new Refused('passkey_of_another', 'This passkey belongs to another account here. Choose your own.');
  }
  return prove(ctx, 'passkey');
}

/** A code of the app: five tries in ten minutes, counted before the code is looked at; no code serves twice. */
export async function showCode(ctx: Ctx, code: string): Promise<string> {
  permit(canShowSecondKey(ctx.actor));
  await takeCode(ctx, code, { isConfirmed: true });
  return prove(ctx, 'authenticator');
}

export async function showRecoveryCode(ctx: Ctx, code: string): Promise<string> {
  permit(canShowSecondKey(ctx.actor));
  const { personId = '' } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    const used = await tx
      .updateTable('people.recovery_code')
      .set({ used_at: ctx.machineNow })
      .where('person_id', '=', personId)
      .where('hash', '=', recoveryHash(personId, code))
      .where('used_at', 'is', null)
      .executeTakeFirst();
    if (used.numUpdatedRows !== 1n) {
      throw new Refused(
        'wrong_recovery_code',
        'This is none of your recovery codes, or it was used already.',
      );
    }
  });
  return prove(ctx, 'recovery');
}

/** The people of a practice network are invented and have no keys, so a button stands for one. */
export async function passInPractice(
  ctx: Ctx,
  where: { practice: boolean; loopback: boolean },
): Promise<string> {
  permit(canPassInPractice(ctx.actor, where), { hidden: true });
  permit(canShowSecondKey(ctx.actor));
  return prove(ctx, 'practice');
}

/** The session grows strong and gets another token, which is returned for the cookie. */
export async function prove(ctx: Ctx, by: KeyKind): Promise<string> {
  const { personId = '' } = ctx.actor;
  const token = ctx.newToken();
  await ctx.db.transaction(async (tx) => {
    await record(tx, ctx, secondKeyShown, { personId, by });
    const { rows } = await sql<{ proved: number }>`
      select people.prove_session(${hashOf(token)}, ${by}, ${ctx.machineNow}) as proved`.execute(tx);
    if (rows[0]?.proved !== 1)
      throw new Refused('signed_out', 'You were signed out meanwhile. Sign in again.');
  });
  return token;
}

/** Takes a code of the app, once. */
export async function takeCode(ctx: Ctx, code: string, of: { isConfirmed: boolean }): Promise<void> {
  const { personId = '' } = ctx.actor;
  const app = await ctx.db.transaction((tx) => countTry(tx, ctx, personId));
  if (!app || (app.confirmed_at !== null) !== of.isConfirmed) {
    throw new Refused('no_authenticator', 'There is no authenticator app here. Set one up first.');
  }
  const secret = secretOf(ctx, app);
  const step = stepWithCode(secret, code, ctx.machineNow);
  if (step === undefined) {
    const why =
      'That is not the code the app shows now. Look at the clock of the phone, then type the newest.';
    throw new Refused('wrong_app_code', why);
  }
  await ctx.db.transaction(async (tx) => {
    const taken = await tx
      .updateTable('people.authenticator')
      .set({
        last_step: step,
        tries: 0,
        used_at: ctx.machineNow,
        ...(of.isConfirmed ? {} : { confirmed_at: ctx.machineNow }),
      })
      .where('id', '=', app.id)
      .where('last_step', '<', step)
      .executeTakeFirst();
    if (taken.numUpdatedRows !== 1n) {
      throw new Refused('used', 'This code was used already. Wait until the app shows the next one.');
    }
  });
}

/** After a restore without its key the secret cannot be read; the person is told what works instead. */
function secretOf(ctx: Ctx, app: { id: string; sealed_secret: Buffer }): Buffer {
  try {
    return ctx.vault.open(app.sealed_secret, placeOf(app.id));
  } catch {
    const why =
      'Your app cannot be checked here any more. Use a passkey or a recovery code, then set the app up anew.';
    throw new Refused('key_lost', why);
  }
}

async function countTry(tx: Tx, ctx: Ctx, personId: string) {
  const app = await authenticatorOptional(tx, personId);
  if (!app) return undefined;
  const state = { tries: app.tries, triesSince: app.tries_since };
  const why = whyNotTry(state, ctx.machineNow);
  if (why) throw new Refused('too_many_tries', why);
  const isNew = isTriesOver(state, ctx.machineNow);
  await tx
    .updateTable('people.authenticator')
    .set(
      isNew
        ? { tries: 1, tries_since: ctx.machineNow }
        : { tries: sql<number>`tries + 1`, tries_since: app.tries_since },
    )
    .where('id', '=', app.id)
    .execute();
  return app;
}

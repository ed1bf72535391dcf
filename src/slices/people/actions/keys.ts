import type { Ctx } from '../../../platform/ctx.ts';
import type { Tx } from '../../../platform/db/open.ts';
import { Refused } from '../../../platform/errors.ts';
import { wantSecondKey } from '../../../platform/permit.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { ownSecondKeys } from '../queries/keys.ts';
import { ownSessions } from '../queries/sign-in.ts';
import { hasSecondKey, whyNotFirstKey } from '../rules/keys.ts';

/** Another key is added only by whoever shows one; the first soon after signing in. */
export async function mayChangeKeys(ctx: Ctx): Promise<void> {
  const { personId = '' } = ctx.actor;
  const { keys, sessions } = await ctx.db.read(async (db) => ({
    keys: await ownSecondKeys(db, personId),
    sessions: await ownSessions(db),
  }));
  if (hasSecondKey(keys)) return wantSecondKey(ctx.actor);
  const here = sessions.find((session) => session.thisOne);
  const why = whyNotFirstKey(here?.openedAt ?? new Date(0), ctx.machineNow);
  if (why) throw new Refused('sign_in_again', why);
}

export function placeOf(authenticatorId: string): string {
  return `people.authenticator ${authenticatorId}`;
}

/** Salted with the person, so that one code says nothing about another's. */
export function recoveryHash(personId: string, code: string): Buffer {
  return hashOf(`${personId}:${code}`);
}

/** Codes that replace a key have nothing to replace once the last key is gone. */
export async function dropRecoveryCodesOfNobody(tx: Tx, personId: string): Promise<void> {
  if (hasSecondKey(await ownSecondKeys(tx, personId))) return;
  await tx.deleteFrom('people.recovery_code').where('person_id', '=', personId).execute();
}

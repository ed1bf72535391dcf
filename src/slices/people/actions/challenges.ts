import type { Ctx } from '../../../platform/ctx.ts';
import { Refused } from '../../../platform/errors.ts';
import { hashOf } from '../../../platform/secrets.ts';
import { challengeMinutes } from '../rules/keys.ts';
import type { Signed } from '../words/keys.ts';

type Purpose = 'add_passkey' | 'sign_in' | 'second_key';

/** Something to sign, for one purpose, in the session or browser whose token this is. */
export async function newChallenge(ctx: Ctx, purpose: Purpose, boundToken: string): Promise<string> {
  const challenge = ctx.newToken();
  await ctx.db.transaction((tx) =>
    tx
      .insertInto('people.challenge')
      .values({
        id: ctx.newId(),
        purpose,
        hash: hashOf(challenge),
        bound_hash: hashOf(boundToken),
        made_at: ctx.machineNow,
        expires_at: new Date(ctx.machineNow.getTime() + challengeMinutes * 60_000),
      })
      .execute(),
  );
  return challenge;
}

/** Used up before the answer is looked at: whatever comes of it, nobody can send it again. */
export async function takeChallenge(
  ctx: Ctx,
  purpose: Purpose,
  boundToken: string,
  answer: Signed,
): Promise<string> {
  const challenge = challengeIn(answer);
  const taken = await ctx.db.transaction((tx) =>
    tx
      .updateTable('people.challenge')
      .set({ used_at: ctx.machineNow })
      .where('hash', '=', hashOf(challenge))
      .where('purpose', '=', purpose)
      .where('bound_hash', '=', hashOf(boundToken))
      .where('used_at', 'is', null)
      .where('expires_at', '>', ctx.machineNow)
      .executeTakeFirst(),
  );
  if (taken.numUpdatedRows !== 1n) {
    throw new Refused('challenge_over', 'That took too long, or was sent twice. Press the button once more.');
  }
  return challenge;
}

function challengeIn(answer: Signed): string {
  const said = Buffer.from(answer.response.clientDataJSON, 'base64url').toString();
  return /"challenge"\s*:\s*"([\w-]{1,100})"/.exec(said)?.[1] ?? '';
}

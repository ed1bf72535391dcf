import type { Ctx } from '../../../../platform/ctx.ts';
import { hashOf } from '../../../../platform/secrets.ts';
import { askingOptional } from '../../queries/brokerage/asking.ts';

/** Keeps what a visitor wrote, encrypted, until they have signed in; whoever has the address of that page gets it back. */
export async function keepAnswers(ctx: Ctx, answers: Readonly<Record<string, string>>): Promise<string> {
  const [id, token] = [ctx.newId(), ctx.newToken()];
  const hash = hashOf(token);
  const sealed = ctx.vault.seal(Buffer.from(JSON.stringify(answers)), placeOf(id));
  await ctx.db.withKeys({ link: hash }).transaction(async (tx) => {
    await tx
      .insertInto('volunteering.asking')
      .values({ id, link_hash: hash, answers: sealed, made_at: ctx.machineNow })
      .execute();
  });
  return token;
}

/** Undefined where it is gone: after a day, or once it was sent. */
export async function keptAnswers(ctx: Ctx, token: string): Promise<Record<string, string> | undefined> {
  const hash = hashOf(token);
  const kept = await ctx.db.withKeys({ link: hash }).read((db) => askingOptional(db, hash));
  if (!kept) return undefined;
  const read: unknown = JSON.parse(ctx.vault.open(kept.answers, placeOf(kept.id)).toString());
  if (typeof read !== 'object' || read === null) return undefined;
  return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value)]));
}

export async function dropAnswers(ctx: Ctx, token: string): Promise<void> {
  const hash = hashOf(token);
  await ctx.db.withKeys({ link: hash }).transaction(async (tx) => {
    await tx.deleteFrom('volunteering.asking').where('link_hash', '=', hash).execute();
  });
}

function placeOf(id: string): string {
  return `volunteering:${id}:answers`;
}

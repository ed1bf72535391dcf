import type { Ctx } from '../../../platform/ctx.ts';
import type { Details } from '../words/referral.ts';

type Field = 'need' | 'details' | 'story' | 'said' | 'facts' | 'contact' | 'reason';

/** Each field is bound to its own row and name, so that none can be put in the place of another. */
export function sealed(ctx: Ctx, id: string, field: Field, words: string): Buffer | null {
  return words === '' ? null : ctx.vault.seal(Buffer.from(words), `referrals:${id}:${field}`);
}

export function unsealed(ctx: Ctx, id: string, field: Field, bytes: Buffer | null): string {
  return bytes === null ? '' : ctx.vault.open(bytes, `referrals:${id}:${field}`).toString();
}

export function detailsFrom(words: string): Details | undefined {
  const fields = fieldsFrom(words);
  if (!fields) return undefined;
  const of = (key: string) => fields.get(key) ?? '';
  return {
    ...{ name: of('name'), phone: of('phone'), email: of('email') },
    ...{ address: of('address'), safe: of('safe') },
  };
}

/** What was sealed as an object of words. */
export function fieldsFrom(words: string): ReadonlyMap<string, string> | undefined {
  if (words === '') return undefined;
  const read: unknown = JSON.parse(words);
  const pairs = typeof read === 'object' && read !== null ? Object.entries(read) : [];
  return new Map(pairs.map(([key, value]) => [key, String(value)]));
}

import type { Ctx } from '../../../platform/ctx.ts';
import type { Details } from '../words/referral.ts';

type Field = 'need' | 'details' | 'story';

/** Each field is bound to its own row and name, so that none can be put in the place of another. */
export function sealed(ctx: Ctx, id: string, field: Field | 'said', words: string): Buffer | null {
  return words === '' ? null : ctx.vault.seal(Buffer.from(words), `referrals:${id}:${field}`);
}

export function unsealed(ctx: Ctx, id: string, field: Field | 'said', bytes: Buffer | null): string {
  return bytes === null ? '' : ctx.vault.open(bytes, `referrals:${id}:${field}`).toString();
}

export function detailsFrom(words: string): Details | undefined {
  if (words === '') return undefined;
  const read: unknown = JSON.parse(words);
  const of = (key: string) =>
    typeof read === 'object' && read !== null
      ? String(Object.entries(read).find(([k]) => k === key)?.[1] ?? '')
      : '';
  return {
    name: of('name'),
    phone: of('phone'),
    email: of('email'),
    address: of('address'),
    safe: of('safe'),
  };
}

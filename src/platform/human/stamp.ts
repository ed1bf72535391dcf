import { randomUUID } from 'node:crypto';
import type { Ctx } from '../ctx.ts';

/** What is found in the stamp that a form was handed out with. */
export interface Stamp {
  /** When the form was handed out, by the machine's clock. */
  readonly at: Date;
  readonly nonce: string;
}

/** Nobody can make one, and the stamp of one form fits no other. */
export function stampFor(ctx: Ctx, form: string): string {
  const words = JSON.stringify([ctx.machineNow.getTime(), randomUUID()]);
  return ctx.vault.seal(Buffer.from(words), placeOf(form)).toString('base64url');
}

/** Undefined for whatever we did not hand out ourselves for this form. */
export function readStamp(ctx: Ctx, form: string, stamp: unknown): Stamp | undefined {
  if (typeof stamp !== 'string' || !/^[\w-]{40,300}$/.test(stamp)) return undefined;
  try {
    const [at, nonce] = JSON.parse(ctx.vault.open(Buffer.from(stamp, 'base64url'), placeOf(form)).toString());
    return { at: new Date(Number(at)), nonce: String(nonce) };
  } catch {
    return undefined;
  }
}

function placeOf(form: string): string {
  return `form ${form}`;
}

import { z } from 'zod';
import { optionalText, text } from '../../../platform/words.ts';

const keyBytes = z.string().regex(/^[\w-]{1,8000}$/);

/** What the browser was told by a passkey, as `PublicKeyCredential.toJSON()` writes it. */
const Signed = z.object({
  id: keyBytes,
  rawId: keyBytes,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: keyBytes,
    attestationObject: keyBytes.optional(),
    authenticatorData: keyBytes.optional(),
    signature: keyBytes.optional(),
    userHandle: keyBytes.nullish(),
  }),
});
export type Signed = z.infer<typeof Signed>;

const noPasskey = 'The browser gave no passkey. Press the button again, or use a code instead.';

const answer = z.string({ error: noPasskey }).transform((value, problem): Signed => {
  const read = Signed.safeParse(jsonOf(value));
  if (read.success) return read.data;
  problem.addIssue(noPasskey);
  return z.NEVER;
});

function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** What somebody was about to do when a second key was asked for, as hidden fields carry it. */
export const Doing = z.object({
  to: optionalText(600),
  method: z.enum(['GET', 'POST']).default('GET').catch('GET'),
  kept: z.string().max(60_000).default(''),
});
export type Doing = z.infer<typeof Doing>;
export const doingFields = ['to', 'method', 'kept'] as const;

export const SignInWithPasskey = z.object({ answer, next: optionalText(500) });
export const ShowPasskey = z.object({ answer });

const figures = z
  .string({ error: 'Type the six figures from the app.' })
  .transform((value) => value.replace(/\D/g, ''))
  .refine((value) => value.length === 6, { error: 'The code of the app has six figures, like 204 117.' });

export const ShowCode = z.object({ app_code: figures });
export const ConfirmAuthenticator = z.object({ app_code: figures });

export const ShowRecoveryCode = z.object({
  recovery_code: z
    .string({ error: 'Type one of your recovery codes.' })
    .transform((value) => value.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .refine((value) => /^[A-Z2-7]{16}$/.test(value), {
      error: 'A recovery code has four times four letters and figures, like K7QD-3MXA-PZ2T-LHWY.',
    }),
});

const passkeyName = text({ max: 60, missing: 'Give it a name by which you know it again, like “my phone”.' });

/** Without a name it is called after the browser. */
export const AddPasskey = z.object({ answer, name: optionalText(60) });
export const NamePasskey = z.object({ name: passkeyName });

export interface Passkey {
  id: string;
  name: string;
  synced: boolean;
  madeAt: Date;
  usedAt: Date | null;
}

/** What somebody has beside the mailbox. */
export interface SecondKeys {
  passkeys: readonly Passkey[];
  authenticatorSince: Date | undefined;
  recoveryCodesLeft: number;
}

export type KeyKind = 'passkey' | 'authenticator' | 'recovery' | 'practice' | 'provider';

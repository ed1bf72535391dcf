import { z } from 'zod';
import { email, optionalText, text, version } from '../../../platform/words.ts';

export const AskForSignIn = z.strictObject({ email, next: optionalText(500) });
export type AskForSignIn = z.infer<typeof AskForSignIn>;

export const EnterCode = z.strictObject({
  code: z
    .string({ error: 'Type the six figures from the e-mail.' })
    .transform((value) => value.replace(/\D/g, ''))
    .refine((value) => value.length === 6, { error: 'The code has six figures, like 204 117.' }),
});

export const ChangeName = z.strictObject({
  name: text({ max: 100, missing: 'Write the name people call you by.' }),
  version,
});

export const ChangeMailbox = z.strictObject({ email });

export const CloseAccount = z.strictObject({
  sure: z.literal('yes', { error: 'Tick the box when you are sure. Nothing was closed.' }),
});

export interface SignInMail {
  code: string;
  link: string;
  networkName: string;
}

/** What the sign-in mail says. The code stands in the subject, where a phone shows it without opening. */
export const says = {
  signInSubject: (mail: SignInMail) => `${spaced(mail.code)} is your code for ${mail.networkName}`,
  signInText: (mail: SignInMail) =>
    [
      `Your code is ${spaced(mail.code)}. Type it on the page where you asked for it.`,
      'Or open this page in the same browser and press the button:',
      mail.link,
      'Both work once, for ten minutes. If you did not ask for this, do nothing: nobody can sign in without it.',
    ].join('\n\n'),
};

function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

export interface Person {
  id: string;
  name: string;
  email: string;
  version: number;
}

export interface OpenSession {
  id: string;
  device: string;
  openedAt: Date;
  seenAt: Date;
  thisOne: boolean;
}

import { z } from 'zod';
import { email, optionalText, text, tick, version } from '../../../../platform/words.ts';
import type { helpStates, replyWays, takenHows } from '../../lists/help.ts';

export type HelpState = keyof typeof helpStates;

export interface HelpRequest {
  readonly id: string;
  readonly code: string;
  readonly organisationId: string;
  readonly basisId: string;
  readonly takenHow: keyof typeof takenHows;
  readonly takenByOrganisationId: string | null;
  readonly takenByPersonId: string | null;
  readonly forWhom: 'self' | 'other';
  /** Empty where they do not know what it is called. */
  readonly theme: string;
  readonly areaCode: string;
  readonly replyBy: keyof typeof replyWays;
  readonly doubts: readonly string[];
  readonly state: HelpState;
  readonly version: number;
  readonly keeperPersonId: string | null;
  readonly toldHow: string;
  readonly madeAt: Date;
  readonly takenUpAt: Date | null;
  readonly answeredAt: Date | null;
  readonly closedAt: Date | null;
}

/** Who asks and how to reach them; sealed like the story. */
export interface HelpDetails {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly postcode: string;
  readonly safe: string;
  /** Who writes for them, and how to reach that person. */
  readonly asker: string;
}

/** To whom a request goes, and why there. */
export interface Sorted {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly why: 'group' | 'centre' | 'hub';
  readonly areaCode: string;
  readonly areaName: string;
}

/** The two questions that decide to whom it goes. In the address they say no more than a search does. */
export const SortHelp = z.object({
  near: z.string().max(80).catch('').default(''),
  need: z.string().max(40).catch('').default(''),
});
export type SortHelp = z.infer<typeof SortHelp>;

const phone = z
  .string()
  .default('')
  .transform((value) => value.trim().replace(/\s+/g, ' '))
  .refine((value) => value === '' || isNumber(value), {
    error: 'A telephone number has ten or eleven figures, like 01632 960144. Read it back to make sure.',
  });

/** The same form for whoever asks and for a worker who writes for a caller. */
export const AskForHelp = z
  .strictObject({
    near: text({ max: 80, missing: 'Write the postcode of where help is needed, like AV3 4QT.' }),
    need: z.string().max(40).default(''),
    receiver_id: z.uuid('Look again to whom it goes.'),
    /** Made with the empty form: what is sent twice is one request, and it is the link of whoever asks. */
    token: z.string().regex(/^[\w-]{43}$/, 'Open the form again.'),
    for_whom: z.enum(['self', 'other'], { error: 'Say whether it is for you or for somebody else.' }),
    story: text({ max: 2000, missing: 'Say in a sentence or two what is needed.' }),
    name: text({ max: 120, missing: 'Write the name to ask for.' }),
    reply_by: z.enum(['phone', 'post', 'email'], { error: 'Choose how they should answer.' }),
    phone,
    email: z.union([z.literal(''), email]).default(''),
    address: optionalText(300),
    safe: optionalText(300),
    asker: optionalText(200),
    agreed: tick,
    worried: tick,
    /** Of a worker who writes for a caller. */
    organisation_id: z.union([z.literal(''), z.uuid()]).default(''),
    taken_how: z.enum(['online', 'phone', 'desk']).default('online'),
  })
  .refine((it) => it.reply_by !== 'phone' || it.phone !== '', {
    path: ['phone'],
    error: 'Write the telephone number to ring, like 01632 960144, or choose a letter.',
  })
  .refine((it) => it.reply_by !== 'email' || it.email !== '', {
    path: ['email'],
    error: 'Write the e-mail address to answer to, or choose the telephone or a letter.',
  })
  .refine((it) => it.reply_by !== 'post' || it.address !== '', {
    path: ['address'],
    error: 'Write the address for the letter: house and street, then the place.',
  })
  .refine((it) => it.agreed, {
    path: ['agreed'],
    error: 'Nothing can be sent until this is agreed. Read the words, then tick this.',
  });
export type AskForHelp = z.infer<typeof AskForHelp>;
export const askFields = Object.keys(AskForHelp.shape);

export const TakeHelp = z.strictObject({ version });

export const AnswerHelp = z.strictObject({
  version,
  answer: z.enum(['referred', 'signposted', 'helped', 'no_service', 'spam'], {
    error: 'Choose what became of it.',
  }),
});
export type AnswerHelp = z.infer<typeof AnswerHelp>;

export const CloseHelp = z.strictObject({
  version,
  told_how: text({ max: 200, missing: 'Say how they were told, like “rang on Tuesday” or “letter today”.' }),
});
export type CloseHelp = z.infer<typeof CloseHelp>;

export const ListHelp = z.object({
  of: z.enum(['ours', 'taken']).catch('ours'),
  open: z.enum(['1', '']).catch('1'),
});

export const HelpToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) });

/** A line of the lists: nothing of the person. */
export interface HelpRow {
  readonly id: string;
  readonly code: string;
  readonly state: HelpState;
  readonly theme: string;
  readonly organisationName: string;
  readonly madeAt: Date;
}

function isNumber(value: string): boolean {
  const figures = value.replace(/\D/g, '').length;
  return /^\+?[\d ()-]+$/.test(value) && figures >= 10 && figures <= 13;
}

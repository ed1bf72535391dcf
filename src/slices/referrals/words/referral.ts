import { z } from 'zod';
import { day, email, many, optionalText, text, tick, version } from '../../../platform/words.ts';
import { declineReasons, endReasons, type states } from '../lists/reasons.ts';

export type State = keyof typeof states;

export interface Referral {
  readonly id: string;
  readonly code: string;
  readonly organisationId: string;
  readonly senderPersonId: string;
  readonly behalfId: string | null;
  readonly serviceId: string;
  readonly receiverId: string;
  readonly basisId: string | null;
  readonly followsId: string | null;
  readonly state: State;
  readonly version: number;
  readonly tries: number;
  /** As `2026-12-01`. */
  readonly waitUntil: string | null;
  readonly sentAt: Date | null;
  readonly openedAt: Date | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
}

/** Who it is and how to reach them; seen by the receiver only once it has opened the referral. */
export interface Details {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  /** How to reach them safely, like “no voicemail”. */
  readonly safe: string;
}

export interface Step {
  readonly what: string;
  readonly at: Date;
  readonly organisationId: string | null;
  readonly said: string;
  readonly reason: string;
  readonly onDay: string | null;
}

const emailOrNone = z.union([z.literal(''), email]).default('');

/** The one form by which a person is referred: what is needed, who it is, what they agreed to. */
export const SendReferral = z
  .strictObject({
    /** Made with the empty form, so that a form that is sent twice is one referral. */
    id: z.uuid('Open the form again.'),
    organisation_id: z.uuid('Choose for whom you refer.'),
    behalf_id: z.union([z.literal(''), z.uuid()]).default(''),
    /** The request for help that it answers, where there was one. */
    request_id: z.union([z.literal(''), z.uuid()]).default(''),
    /** The plan that it is a step of. */
    plan_id: z.union([z.literal(''), z.uuid()]).default(''),
    need: text({ max: 600, missing: 'Say in a sentence what they need. Leave their name out here.' }),
    story: optionalText(2000),
    name: text({ max: 120, missing: 'Write the name they want to be called by.' }),
    phone: optionalText(40),
    email: emailOrNone,
    address: optionalText(300),
    safe: optionalText(300),
    ground: z.enum(['consent', 'public_task', 'safeguarding'], { error: 'Choose why it may go.' }),
    how: z.enum(['spoken', 'written'], { error: 'Say how they agreed.' }).default('spoken'),
    given_on: day('Choose the day on which they agreed, like 24/11/2026.'),
    agreed: tick,
    ground_reason: optionalText(300),
    covers_next: tick,
  })
  .refine((it) => it.phone !== '' || it.email !== '' || it.address !== '', {
    path: ['phone'],
    error: 'Write one way to reach them: a telephone number, an e-mail address or where they live.',
  })
  .refine((it) => it.ground !== 'consent' || it.agreed, {
    path: ['agreed'],
    error: 'Nothing can be sent until they agree. Read the words to them, then tick this.',
  })
  .refine((it) => it.ground === 'consent' || it.ground_reason !== '', {
    path: ['ground_reason'],
    error: 'Say why it goes without their consent. It stays on the record.',
  });
export type SendReferral = z.infer<typeof SendReferral>;
export const sendFields = Object.keys(SendReferral.shape);

const reason = z.enum(['', ...keysOf(declineReasons)], { error: 'Choose a reason.' }).default('');

/** The receiver’s answer. */
export const AnswerReferral = z
  .strictObject({
    version,
    answer: z.enum(['accept', 'wait', 'ask', 'decline'], { error: 'Choose what you answer.' }),
    wait_until: z.union([z.literal(''), day('Choose a day, like 24/11/2026.')]).default(''),
    reason,
    said: optionalText(600),
  })
  .refine((it) => it.answer !== 'wait' || it.wait_until !== '', {
    path: ['wait_until'],
    error: 'Say until when they are likely to wait. You can change the day later.',
  })
  .refine((it) => it.answer !== 'decline' || it.reason !== '', {
    path: ['reason'],
    error: 'Choose why. It helps them to find the next place.',
  })
  .refine((it) => it.answer !== 'ask' || it.said !== '', {
    path: ['said'],
    error: 'Write your question.',
  });
export type AnswerReferral = z.infer<typeof AnswerReferral>;

/** What happened since, told by the receiver. */
export const TellReferral = z
  .strictObject({
    version,
    what: z.enum(['tried', 'could_not_reach', 'started', 'ended'], { error: 'Choose what happened.' }),
    end_reason: z.enum(['', ...keysOf(endReasons)], { error: 'Choose how it ended.' }).default(''),
    said: optionalText(1000),
  })
  .refine((it) => it.what !== 'ended' || it.end_reason !== '', {
    path: ['end_reason'],
    error: 'Choose how it ended.',
  });
export type TellReferral = z.infer<typeof TellReferral>;

export const ReplyReferral = z.strictObject({
  version,
  said: text({ max: 1000, missing: 'Write the answer to their question.' }),
});
export type ReplyReferral = z.infer<typeof ReplyReferral>;

export const NextService = z.strictObject({
  version,
  id: z.uuid('Open the page again.'),
  service_id: z.uuid('Choose the service to try next.'),
});
export type NextService = z.infer<typeof NextService>;

export const WithdrawReferral = z.strictObject({
  told_how: text({ max: 200, missing: 'Say how they told you, like “on the telephone today”.' }),
});
export type WithdrawReferral = z.infer<typeof WithdrawReferral>;

export const AcceptTerms = z.strictObject({
  read: many(z.literal('yes'), { min: 1, missing: 'Tick that you have read them.' }),
});

/** Whose request for help is answered by a referral, or which plan it is a step of. */
export const ForRequest = z.object({
  request: z.uuid().optional().catch(undefined),
  plan: z.uuid().optional().catch(undefined),
});

export const ListReferrals = z.object({
  of: z.enum(['received', 'sent', 'behalf']).catch('received'),
  open: z.enum(['1', '']).catch('1'),
});

/** A line of the lists: how far it is, and nothing of the person. */
export interface ReferralRow {
  readonly id: string;
  readonly code: string;
  readonly state: State;
  readonly serviceName: string;
  readonly from: string;
  readonly to: string;
  readonly sentAt: Date | null;
  readonly changedAt: Date;
}

function keysOf<Code extends string>(list: Readonly<Record<Code, string>>): Code[] {
  const keys: Code[] = [];
  for (const key in list) keys.push(key);
  return keys;
}

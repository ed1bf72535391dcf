import { z } from 'zod';
import { optionalText, text, version } from '../../../platform/words.ts';

/** What one centre says to a registration that names its area. */
export const answerWords = {
  waiting: 'Waiting for an answer',
  accepted: 'Said yes',
  more_asked: 'Asked for more',
  not_for_us: 'Not for them',
  returned: 'Sent back to put something right',
  refused: 'Refused',
} as const;
export type AnswerState = keyof typeof answerWords;

export interface CentreAnswer {
  id: string;
  organisationId: string;
  centreId: string;
  centreName: string;
  centrePhone: string;
  home: boolean;
  state: AnswerState;
  reason: string;
  asked: string;
  /** What the group told this centre, question by question. */
  told: readonly Told[];
  version: number;
  askedAt: Date;
  answeredAt: Date | null;
}

export const Told = z.object({ question: z.string(), answer: z.string() });
export type Told = z.infer<typeof Told>;

export interface CentreQuestion {
  id: string;
  centreId: string;
  question: string;
  hint: string;
  kind: 'text' | 'yes_no' | 'choice';
  choices: readonly string[];
  required: boolean;
}

const choices = ['accepted', 'more_asked', 'not_for_us', 'returned', 'refused'] as const;

export const AnswerRegistration = z
  .strictObject({
    answer: z.enum(choices, { error: 'Choose one of the answers.' }),
    reason: optionalText(1000),
    version,
  })
  .refine((input) => input.answer === 'accepted' || input.reason !== '', {
    path: ['reason'],
    error: 'Say why in a sentence or two. The group reads it.',
  });
export type AnswerRegistration = z.infer<typeof AnswerRegistration>;

export const TellCentre = z.strictObject({
  answer: text({ max: 2000, missing: 'Write your answer to the centre.' }),
  version,
});

export const NotTheSame = z.strictObject({
  why: text({ max: 500, missing: 'Say how you know that they are two.' }),
});

export const InvitePerson = z.strictObject({
  email: z
    .string({ error: 'Write the e-mail address of the person.' })
    .trim()
    .toLowerCase()
    .pipe(
      z.email({
        error: 'An e-mail address has a name, an @ and a place, like sam@lunchclub.example.',
      }),
    ),
  role: z.enum(['admin', 'worker', 'trustee'], { error: 'Choose what the person does for you.' }),
});
export type InvitePerson = z.infer<typeof InvitePerson>;

export const AddQuestion = z
  .strictObject({
    question: text({ max: 200, missing: 'Write the question as you would ask it.' }),
    hint: optionalText(200),
    kind: z.enum(['text', 'yes_no', 'choice'], { error: 'Choose how it is answered.' }),
    choices: optionalText(500),
    required: z.preprocess((value) => value === 'yes', z.boolean()),
  })
  .refine((input) => input.kind !== 'choice' || input.choices.split('\n').filter(Boolean).length >= 2, {
    path: ['choices'],
    error: 'Write at least two choices, each on its own line.',
  });

export const Appeal = z.strictObject({
  what: text({ max: 2000, missing: 'Say why you ask the hub to look again.' }),
});

export const AnswerAppeal = z.strictObject({
  answer: z.enum(['upheld', 'declined'], { error: 'Choose one of the answers.' }),
  reason: text({ max: 1000, missing: 'Say why; the group and its centre read it.' }),
});

export const roleWords: Record<string, string> = {
  admin: 'Runs its page',
  worker: 'Works there',
  trustee: 'Trustee',
  coordinator: 'Coordinates the network',
  'link-worker': 'Link worker',
  'data-lead': 'Looks after data',
  facilitator: 'Facilitator',
};

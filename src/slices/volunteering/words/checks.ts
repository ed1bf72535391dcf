import { z } from 'zod';
import { day, optionalText, text } from '../../../platform/words.ts';

export type CheckState =
  | ('waiting' | 'returned' | 'accepted' | 'taken_back')
  | ('live_at_once' | 'looked_at');

/** The home centre’s look at a role. */
export interface RoleCheck {
  id: string;
  roleId: string;
  state: CheckState;
  reason: string;
  askedAt: Date;
}

export const AnswerRole = z
  .strictObject({
    answer: z.enum(['accepted', 'returned'], { error: 'Choose whether it goes live.' }),
    reason: optionalText(500),
  })
  .refine(({ answer, reason }) => answer !== 'returned' || reason !== '', {
    path: ['reason'],
    error: 'Say what they should put right.',
  });
export type AnswerRole = z.infer<typeof AnswerRole>;

export const MoveRole = z.strictObject({
  to: z.enum(['live', 'paused', 'full', 'withdrawn'], { error: 'Choose what it is to be.' }),
  reason: optionalText(300),
});
export type MoveRole = z.infer<typeof MoveRole>;

export const PullRole = z.strictObject({
  reason: text({ max: 500, missing: 'Say why. The group reads it.' }),
});

export const SetTarget = z.strictObject({
  percent: z.coerce
    .number({ error: 'Write the share as a number, like 90.' })
    .int('Write a whole number, like 90.')
    .min(1, 'Write a number from 1 to 100, like 90.')
    .max(100, 'Write a number from 1 to 100, like 90.'),
  by_day: day('Choose the day by which it is to be so.'),
});
export type SetTarget = z.infer<typeof SetTarget>;

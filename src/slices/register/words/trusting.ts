import { z } from 'zod';
import { optionalText, text } from '../../../platform/words.ts';

export type ServiceCheckState =
  | ('waiting' | 'returned' | 'accepted' | 'taken_back')
  | ('live_at_once' | 'looked_at');

/** The first look at something a group offers. */
export interface ServiceCheck {
  id: string;
  serviceId: string;
  organisationId: string;
  state: ServiceCheckState;
  /** How it stands once it is live. */
  wanted: string;
  reason: string;
  askedAt: Date;
}

export const Trust = z.strictObject({
  trusted: z.enum(['yes', 'no'], { error: 'Choose whether you trust the group.' }),
  reason: text({ max: 500, missing: 'Say why. The group reads it.' }),
});
export type Trust = z.infer<typeof Trust>;

export const AnswerService = z
  .strictObject({
    answer: z.enum(['accepted', 'returned'], { error: 'Choose whether it goes live.' }),
    reason: optionalText(500),
  })
  .refine(({ answer, reason }) => answer !== 'returned' || reason !== '', {
    path: ['reason'],
    error: 'Say what they should put right.',
  });
export type AnswerService = z.infer<typeof AnswerService>;

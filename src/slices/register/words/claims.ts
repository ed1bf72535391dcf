import { z } from 'zod';
import { optionalText, text } from '../../../platform/words.ts';

export interface Claim {
  id: string;
  organisationId: string;
  personId: string;
  state: string;
  way: string;
  words: string;
  mailedTo: string;
  provedAt: Date | null;
  objection: string;
  proof: string;
  reason: string;
  madeAt: Date;
  answeredAt: Date | null;
}

export const MakeClaim = z
  .strictObject({
    way: z.enum(['mail', 'check'], { error: 'Choose how we make sure.' }),
    words: optionalText(500),
  })
  .refine((input) => input.way === 'mail' || input.words !== '', {
    path: ['words'],
    error: 'Say who else at the group can be asked, and how.',
  });
export type MakeClaim = z.infer<typeof MakeClaim>;

export const AnswerClaim = z
  .strictObject({
    answer: z.enum(['accepted', 'declined'], { error: 'Choose one of the answers.' }),
    proof: optionalText(500),
  })
  .refine((input) => input.proof !== '', { path: ['proof'], error: 'Say how you checked, or why not.' });
export type AnswerClaim = z.infer<typeof AnswerClaim>;

export const ObjectToClaim = z.strictObject({
  objection: text({ max: 1000, missing: 'Say why the page is not theirs.' }),
});

export const AppealClaim = z.strictObject({
  what: text({ max: 2000, missing: 'Say why you ask the hub to look again.' }),
});

import { z } from 'zod';
import { text, tick } from '../../../platform/words.ts';
import type { State } from './referral.ts';

export interface Plan {
  readonly id: string;
  readonly code: string;
  readonly organisationId: string;
  readonly madeAt: Date;
}

/** A referral of the plan, as whoever made the plan sees it. */
export interface PlanStep {
  readonly id: string;
  readonly code: string;
  readonly state: State;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly by: string;
  readonly receiverId: string;
  readonly basisId: string | null;
  /** As `2026-12-01`. */
  readonly waitUntil: string | null;
}

export interface Talk {
  readonly id: string;
  readonly referralId: string;
  readonly organisationId: string;
  readonly otherOrganisationId: string | null;
  readonly state: 'asked' | 'agreed' | 'declined' | 'over';
  readonly madeAt: Date;
}

export const PlanNeed = z.object({ need: z.string().max(40).catch('').default('') });

export const AskToTalk = z.strictObject({
  reason: text({ max: 600, missing: 'Say what you would talk about. Whoever sent them reads it to them.' }),
});
export type AskToTalk = z.infer<typeof AskToTalk>;

export const AnswerTalk = z
  .strictObject({
    other_referral_id: z.uuid('Choose with whom.'),
    how: z.enum(['spoken', 'written'], { error: 'Say how they agreed.' }).default('spoken'),
    agreed: tick,
  })
  .refine((it) => it.agreed, {
    path: ['agreed'],
    error: 'The two may not talk until the person agrees. Read the words to them, then tick this.',
  });
export type AnswerTalk = z.infer<typeof AnswerTalk>;

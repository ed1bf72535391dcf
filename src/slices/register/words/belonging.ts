import { z } from 'zod';
import { optionalText, version } from '../../../platform/words.ts';

export const linkWords = {
  branch: 'A branch: part of one body',
  member: 'A member: a body of its own in a federation',
} as const;
export type Link = keyof typeof linkWords;

export interface Belonging {
  id: string;
  organisationId: string;
  parentId: string;
  link: Link;
  askedByParent: boolean;
  personId: string;
  state: string;
  reason: string;
  madeAt: Date;
}

/** `other` is the whole when a part asks, and the part when the whole does. */
export const AskBelonging = z.strictObject({
  other_id: z.uuid('Choose one of those that were found.'),
  link: z.enum(['branch', 'member'], { error: 'Choose what it is.' }),
  as: z.enum(['part', 'whole'], { error: 'Choose which of the two is the part.' }),
});
export type AskBelonging = z.infer<typeof AskBelonging>;

export const AnswerBelonging = z
  .strictObject({
    answer: z.enum(['accepted', 'declined'], { error: 'Choose one of the answers.' }),
    reason: optionalText(500),
  })
  .refine((input) => input.answer === 'accepted' || input.reason !== '', {
    path: ['reason'],
    error: 'Say why not. Whoever asked reads it.',
  });
export type AnswerBelonging = z.infer<typeof AnswerBelonging>;

export const ChangeKind = z.strictObject({
  kind: z.enum(['group', 'informal', 'national', 'public', 'practice', 'business', 'funder'], {
    error: 'Choose what it is.',
  }),
  version,
});
export type ChangeKind = z.infer<typeof ChangeKind>;

export const MoveOrganisation = z.strictObject({
  to: z.enum(['active', 'paused', 'closing', 'closed'], { error: 'Choose what is to happen.' }),
  reason: optionalText(300),
  branches: z.enum(['stay', 'close']).optional(),
});
export type MoveOrganisation = z.infer<typeof MoveOrganisation>;

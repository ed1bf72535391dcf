import { z } from 'zod';
import { many, optionalText, text, tick } from '../../platform/words.ts';

export type MergeState = 'asked' | 'declined' | 'merged' | 'undone';

export interface Merge {
  id: string;
  goneId: string;
  keptId: string;
  state: MergeState;
  reason: string;
  take: readonly string[];
  serviceIds: readonly string[];
  /** Whose keepers were asked. */
  askedId: string | null;
  askedBy: string;
  askedAt: Date;
  answeredAt: Date | null;
  answerReason: string;
  done: unknown;
  undoneAt: Date | null;
  undoneReason: string;
}

/** Besides its own fields the form has one for each that differs, such as `take_name`: which of the two stays. */
export const StartMerge = z
  .object({
    reason: text({
      max: 500,
      missing: 'Say how you know that they are the same: a call, one address, one person.',
    }),
    services: many(z.uuid()),
    versions: z.string().default(''),
  })
  .catchall(z.enum(['gone', 'kept']));
export type StartMerge = z.infer<typeof StartMerge>;

export const AnswerMerge = z
  .strictObject({
    answer: z.enum(['merged', 'declined'], { error: 'Choose yes or no.' }),
    reason: optionalText(500),
  })
  .refine(({ answer, reason }) => answer !== 'declined' || reason !== '', {
    path: ['reason'],
    error: 'Say why not, so that nobody has to ask again.',
  });
export type AnswerMerge = z.infer<typeof AnswerMerge>;

export const UndoMerge = z.strictObject({
  reason: text({ max: 500, missing: 'Say why the two are not the same after all.' }),
  leave: tick,
});
export type UndoMerge = z.infer<typeof UndoMerge>;

/** One line of two records side by side. */
export interface Beside {
  label: string;
  gone: string;
  kept: string;
}

/** A field in which the two differ, and which of them stands ready. */
export interface Choice extends Beside {
  field: string;
  taken: boolean;
}

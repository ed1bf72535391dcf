import { z } from 'zod';
import { many, optionalText, version } from '../../../platform/words.ts';
import { ChangeOrganisation } from './records.ts';

const Record = ChangeOrganisation.omit({ address_shown: true, version: true });

/** What somebody thinks should stand on the page, and where they know it from. */
export const SuggestEdit = Record.extend({ why: optionalText(1000), version });
export type SuggestEdit = z.infer<typeof SuggestEdit>;

/** Field by field: what stood there when it was suggested, and what should. */
export const Changes = z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() }));
export type Changes = z.infer<typeof Changes>;

export const AnswerSuggestion = z
  .object({
    answer: z.enum(['done', 'declined'], { error: 'Choose one of the answers.' }),
    fields: many(z.string().max(40)),
    reason: optionalText(1000),
    version: version.optional(),
  })
  .refine((input) => input.answer === 'done' || input.reason !== '', {
    path: ['reason'],
    error: 'Say why it stays as it is. Whoever wrote it reads it.',
  });
export type AnswerSuggestion = z.infer<typeof AnswerSuggestion>;

export const placeFields: readonly string[] = ['postcode', 'venue', 'address'];

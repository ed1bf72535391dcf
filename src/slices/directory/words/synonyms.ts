import { z } from 'zod';
import { text, version } from '../../../platform/words.ts';

const missing = 'Write at least two words or phrases, each on a line of its own.';

export const AddSynonyms = z.object({ words: text({ max: 1000, missing }) });
export type AddSynonyms = z.infer<typeof AddSynonyms>;

export const ChangeSynonyms = AddSynonyms.extend({ version });
export type ChangeSynonyms = z.infer<typeof ChangeSynonyms>;

/** In place of a group that comes with the product; nothing at all takes it away. */
export const ReplaceSynonyms = z.object({ words: text({ min: 0, max: 1000 }) });
export type ReplaceSynonyms = z.infer<typeof ReplaceSynonyms>;

export const RemoveSynonyms = z.object({ version });
export type RemoveSynonyms = z.infer<typeof RemoveSynonyms>;

/** A word that somebody looked for in vain. */
export const Wanted = z.object({
  word: z
    .preprocess((value) => (Array.isArray(value) ? value[0] : value) ?? '', z.string())
    .transform((value) => value.slice(0, 80)),
});

/** A group of words that mean the same, as the network wrote it. */
export interface SynonymGroup {
  readonly id: string;
  readonly words: readonly string[];
  /** The first word of the group of the product that it stands in place of; empty for one of the network's own. */
  readonly insteadOf: string;
  readonly version: number;
}

import { z } from 'zod';
import { optionalText, text } from '../../../platform/words.ts';

/** What may come through a page; larger lists go by the command line. */
export const listFileBytes = 20 * 1024 * 1024;
export const listRows = 100_000;
export const listColumns = 80;

export const pageKinds = ['organisations', 'services', 'charities'] as const;
export type PageKind = (typeof pageKinds)[number];

export const SendList = z.strictObject({
  kind: z.enum(pageKinds, { error: 'Say what the list is of: groups, services, or a charity register.' }),
  source: text({ max: 120, missing: 'Say whose list it is, like “Hartlow Council”.' }),
  attribution: optionalText(300),
});
export type SendList = z.infer<typeof SendList>;

/** A file as it was sent, with what its columns were said to be. */
export interface SentFile {
  name: string;
  headings: readonly string[];
  /** Some values of each column. */
  samples: readonly (readonly string[])[];
  /** Their heading to our column; empty leaves it out. */
  columns: Readonly<Record<string, string>>;
}

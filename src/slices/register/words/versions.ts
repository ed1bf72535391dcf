import { z } from 'zod';
import { day, text } from '../../../platform/words.ts';

/** By what way a record was changed. */
export type Way = 'group' | 'centre' | 'suggestion' | 'import' | 'undo' | 'merge' | 'other';

export const wayWords: Readonly<Record<string, string>> = {
  group: 'By its own people',
  centre: 'By a centre',
  suggestion: 'As somebody suggested',
  import: 'From a list',
  undo: 'An undoing',
  merge: 'Two records became one',
  other: 'By the network',
};

/** A record as it was written at some time. */
export const Written = z.record(z.string(), z.unknown());
export type Written = Readonly<Record<string, unknown>>;

export interface Version {
  id: string;
  number: number;
  was: Written;
  untilAt: Date;
  way: string;
  personId: string | null;
  centreId: string | null;
  reason: string;
}

/** From the first day to the last one, both whole. */
export const TakeAllBack = z.strictObject({
  from: day('Choose the first day.'),
  to: day('Choose the last day.'),
  reason: text({
    max: 500,
    missing: 'Say in a few words why, so that those whose pages they are can read it.',
  }),
});
export const UndoChange = z.strictObject({ version_id: z.uuid('Choose the change that is to be undone.') });

import { z } from 'zod';
import { text, version } from '../../platform/words.ts';

export const shownTo = {
  all_centres: 'All centres',
  own_centre: 'Only our own centre',
  group_too: 'All centres, and the group itself',
} as const;

export interface Entry {
  id: string;
  organisationId: string;
  centreId: string;
  kind: string;
  /** As `2026-11-24`. */
  onDay: string;
  words: string;
  shownTo: string;
  authorPersonId: string;
  authorName: string;
  followUpOn: string | null;
  followUpPersonId: string | null;
  followUpDoneAt: Date | null;
  madeAt: Date;
  changedAt: Date;
  version: number;
  withdrawnAt: Date | null;
  withdrawnReason: string;
}

/** How an entry read before it was put right. */
export interface Earlier {
  version: number;
  kind: string;
  onDay: string;
  words: string;
  shownTo: string;
  untilAt: Date;
}

export interface Look {
  id: string;
  personName: string;
  reason: string;
  lookedAt: Date;
}

/** The 30th of February is read as the 1st of March, so it has to come back as it was written. */
function isDay(value: string): boolean {
  const at = new Date(`${value}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
  );
}

const day = z.string({ error: 'Choose the day.' }).refine(isDay, { error: 'Choose a day, like 24/11/2026.' });

const dayOrNone = z
  .string()
  .default('')
  .refine((value) => value === '' || isDay(value), { error: 'Choose a day, like 24/11/2026, or none.' })
  .transform((value) => (value === '' ? null : value));

const said = {
  kind: z.enum(['enquiry', 'call', 'visit', 'advice', 'action'], { error: 'Choose what it was.' }),
  on_day: day,
  words: text({ max: 4000, missing: 'Say in a sentence or two what it was about.' }),
  shown_to: z.enum(['all_centres', 'own_centre', 'group_too'], { error: 'Choose who may read it.' }),
  follow_up_on: dayOrNone,
  follow_up_person: z
    .union([z.uuid(), z.literal('')], { error: 'Choose one of your colleagues.' })
    .default(''),
};

export const AddEntry = z.strictObject({ ...said, centre_id: z.uuid('Choose for which centre you write.') });
export type AddEntry = z.infer<typeof AddEntry>;

export const CorrectEntry = z.strictObject({ ...said, version });
export type CorrectEntry = z.infer<typeof CorrectEntry>;

export const WithdrawEntry = z.strictObject({
  withdrawn_reason: text({ max: 300, missing: 'Say why, in a few words. It stays on the timeline.' }),
});

export const LookIntoLog = z.strictObject({
  reason: text({ max: 300, missing: 'Say why you look. The centres read it.' }),
});

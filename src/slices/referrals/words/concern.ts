import { z } from 'zod';
import { optionalText, text, version } from '../../../platform/words.ts';
import { concernNotes, type concernStates } from '../lists/concern.ts';

export interface Concern {
  readonly id: string;
  readonly code: string;
  readonly organisationId: string;
  readonly helpRequestId: string | null;
  readonly referralId: string | null;
  readonly areaCode: string;
  readonly state: keyof typeof concernStates;
  readonly version: number;
  readonly madeAt: Date;
}

export interface ConcernStep {
  readonly what: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly said: string;
}

export interface Lead {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly phone: string;
  readonly namedAt: Date;
}

/** A lead asks to read what is closed to the lead; a second person confirms. */
export interface Opening {
  readonly id: string;
  readonly concernId: string;
  readonly organisationId: string;
  readonly askedByPersonId: string;
  readonly askedAt: Date;
  readonly confirmedByPersonId: string | null;
  readonly untilAt: Date | null;
}

export interface SafetyNumbers {
  readonly areaId: string;
  readonly team: string;
  readonly dayPhone: string;
  readonly nightPhone: string;
  readonly childrenPhone: string;
}

const id = z.uuid().optional().catch(undefined);

/** Where the worry comes from. An id that the reader may not know is left out, never refused. */
export const WorryAbout = z.object({
  near: z.string().max(80).catch('').default(''),
  request: id,
  referral: id,
});
export type WorryAbout = z.infer<typeof WorryAbout>;

export const AreaAndCode = z.object({
  area: z.string().max(20).catch('').default(''),
  code: z
    .string()
    .regex(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    .optional()
    .catch(undefined),
  /** Whose lead is to be rung, too. */
  to: id,
});

export const RaiseConcern = z.strictObject({
  /** Made with the empty form, so that what is sent twice is kept once. */
  id: z.uuid('Open the form again.'),
  near: optionalText(80),
  request: z.union([z.literal(''), z.uuid()]).default(''),
  referral: z.union([z.literal(''), z.uuid()]).default(''),
  facts: text({ max: 2000, missing: 'Write what you saw or heard, in your own words.' }),
  contact: optionalText(200),
});
export type RaiseConcern = z.infer<typeof RaiseConcern>;

const [firstNote, ...otherNotes] = keysOf(concernNotes);

export const NoteConcern = z.strictObject({
  version,
  what: z.enum([firstNote ?? 'noted', ...otherNotes], { error: 'Choose what you did.' }),
  said: text({ max: 2000, missing: 'Write it down: whom you told, what they said, what comes next.' }),
});
export type NoteConcern = z.infer<typeof NoteConcern>;

export const CloseConcern = z.strictObject({
  version,
  said: text({ max: 2000, missing: 'Write how it ended, and who goes on with it where somebody does.' }),
});
export type CloseConcern = z.infer<typeof CloseConcern>;

export const HoldReferral = z.strictObject({ version, what: z.enum(['hold', 'release']) });
export type HoldReferral = z.infer<typeof HoldReferral>;

export const AskToRead = z.strictObject({
  reason: text({
    max: 600,
    missing: 'Say why you have to read it. The second person reads this before saying yes.',
  }),
});
export type AskToRead = z.infer<typeof AskToRead>;

const phone = z
  .string({ error: 'Write a telephone number, like 01632 960144.' })
  .transform((value) => value.trim().replace(/\s+/g, ' '))
  .refine((value) => /^\+?[\d ()-]{9,20}$/.test(value), {
    error: 'A telephone number has ten or eleven figures, like 01632 960144.',
  });

export const NameLead = z.strictObject({
  person_id: z.uuid('Choose one of your people.'),
  phone,
});
export type NameLead = z.infer<typeof NameLead>;

export const SetSafetyNumbers = z.strictObject({
  area_id: z.uuid('Choose the area.'),
  team: text({ max: 120, missing: 'Write what the team is called, like “Adult care, Eastlock Council”.' }),
  day_phone: phone,
  night_phone: z.union([z.literal(''), phone]).default(''),
  children_phone: z.union([z.literal(''), phone]).default(''),
});
export type SetSafetyNumbers = z.infer<typeof SetSafetyNumbers>;

function keysOf<Code extends string>(list: Readonly<Record<Code, string>>): Code[] {
  const keys: Code[] = [];
  for (const key in list) keys.push(key);
  return keys;
}

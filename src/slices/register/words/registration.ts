import { z } from 'zod';
import { email, many, optionalText, text, version, webAddress } from '../../../platform/words.ts';
import { access, languages, waysIn } from '../lists/access.ts';
import { days } from '../lists/days.ts';
import { keysOf } from '../lists/keys.ts';
import { legalForms } from '../lists/kinds.ts';
import { peopleServed } from '../lists/people-served.ts';
import { themes } from '../lists/themes.ts';

/** The five steps of the one form, in order, with the words over them. */
export const steps = {
  who: 'Who you are',
  where: 'Where you work',
  what: 'What you do',
  found: 'Being found',
  send: 'Look and send',
} as const;
export type Step = keyof typeof steps;
export const stepNames = keysOf(steps);

/** Kinds a group may give itself; the others are given by the hub. */
export const ownKinds = [
  'group',
  'informal',
  'national',
  'public',
  'practice',
  'business',
  'funder',
] as const;

const time = z
  .string()
  .default('')
  .transform((value) => value.trim().replace('.', ':'))
  .refine((value) => value === '' || /^([01]?\d|2[0-3])(:[0-5]\d)?$/.test(value), {
    error: 'Write a time like 11.30 or 14.00.',
  })
  .transform((value) => (value === '' || value.includes(':') ? value : `${value}:00`));

const phone = z
  .string({ error: 'Write a number people may ring.' })
  .transform((value) => value.trim().replace(/\s+/g, ' '))
  .refine((value) => /^\+?[\d ()-]{9,20}$/.test(value), {
    error: 'A telephone number has ten or eleven figures, like 01632 960144.',
  });

export const shownWords = {
  public: 'Yes, show it',
  area: 'Only the area',
  hidden: 'Show nothing of it',
} as const;

export const WhoStep = z.strictObject({
  name: text({ max: 200, missing: 'Write the name of your group.' }),
  also_called: optionalText(300),
  kind: z.enum(ownKinds, { error: 'Choose what you are; “Voluntary group” is fine if you are not sure.' }),
  legal_form: z.enum(keysOf(legalForms), {
    error: 'Choose how you are set up, or “Not registered anywhere”.',
  }),
  register_number: optionalText(20).refine((value) => /^[A-Za-z0-9 ]*$/.test(value), {
    error: 'A register number has only letters and figures, like 1090095 or SC042386.',
  }),
  your_name: text({ max: 100, missing: 'Write your name, so that the centre knows whom to ask for.' }),
});

export const WhereStep = z.strictObject({
  postcode: text({ max: 10, missing: 'Write the postcode of where you meet.' }),
  venue: optionalText(120),
  address: optionalText(250),
  address_shown: z.enum(keysOf(shownWords), { error: 'Choose whether people may see your address.' }),
  areas: many(z.string().max(20), { min: 1, missing: 'Tick each area you work in.' }),
});

const WhatFields = z.strictObject({
  summary: text({ max: 200, missing: 'Say in one sentence what people get from you.' }),
  description: optionalText(3000),
  themes: many(z.enum(keysOf(themes)), { min: 1, missing: 'Choose what it is about; one is enough.' }),
  people_served: many(z.enum(keysOf(peopleServed)), {
    min: 1,
    missing: 'Choose whom it is for, or “Anyone”.',
  }),
  service_name: optionalText(200),
  days: many(z.enum(keysOf(days))),
  opens: time,
  closes: time,
  cost_words: optionalText(100),
  way_in: z.enum(keysOf(waysIn), { error: 'Choose how people come to you.' }),
});

export const WhatStep = WhatFields.refine(
  (step) => step.opens === '' || step.closes === '' || pad(step.opens) < pad(step.closes),
  { path: ['closes'], error: 'You close before you open. Look at the two times again.' },
);

export const FoundStep = z.strictObject({
  contact_label: optionalText(80),
  phone,
  email: z.union([z.literal(''), email]),
  website: webAddress,
  languages: many(z.enum(keysOf(languages))),
  access: many(z.enum(keysOf(access))),
});

export const stepFields: Record<Step, readonly string[]> = {
  who: Object.keys(WhoStep.shape),
  where: Object.keys(WhereStep.shape),
  what: Object.keys(WhatFields.shape),
  found: Object.keys(FoundStep.shape),
  send: ['answer-*', 'agree'],
};

export const stepShapes = { who: WhoStep, where: WhereStep, what: WhatStep, found: FoundStep } as const;

/** Everything, for the moment of sending. */
export type Registration = z.infer<typeof WhoStep> &
  z.infer<typeof WhereStep> &
  z.infer<typeof WhatStep> &
  z.infer<typeof FoundStep>;

/** What has been typed so far: any step may be half done. */
export const Answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type Answers = z.infer<typeof Answers>;

export interface Draft {
  id: string;
  answers: Answers;
  version: number;
  changedAt: Date;
  sentAt: Date | null;
  organisationId: string | null;
  /** Written by a centre's worker for somebody; empty where people write for themselves. */
  takenHow: '' | 'phone' | 'paper';
  takenFor: string | null;
}

export const Version = z.object({ version });

function pad(value: string): string {
  return value.padStart(5, '0');
}

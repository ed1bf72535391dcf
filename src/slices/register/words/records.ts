import { z } from 'zod';
import { email, many, optionalText, text, tick, version, webAddress } from '../../../platform/words.ts';
import { access, languages, waysIn } from '../lists/access.ts';
import { days } from '../lists/days.ts';
import { keysOf } from '../lists/keys.ts';
import { peopleServed } from '../lists/people-served.ts';
import { themes } from '../lists/themes.ts';

export type Freshness = 'ok' | 'due' | 'old' | 'none';
export type Shown = 'public' | 'area' | 'hidden';

export interface Organisation {
  id: string;
  name: string;
  kind: string;
  legalForm: string;
  state: string;
  stateReason: string;
  summary: string;
  description: string;
  themes: readonly string[];
  peopleServed: readonly string[];
  access: readonly string[];
  languages: readonly string[];
  website: string;
  phone: string;
  email: string;
  contactLabel: string;
  volunteers: number | null;
  homeCentreId: string | null;
  homeCentreReason: string;
  parentId: string | null;
  parentLink: 'branch' | 'member';
  mergedInto: string | null;
  /** The state it had before it was merged; empty while it is not. */
  mergedFrom: string;
  claimed: boolean;
  /** What it adds goes live at once. */
  trusted: boolean;
  trustedAt: Date | null;
  trustedReason: string;
  language: string;
  version: number;
  changedAt: Date;
  freshness: Freshness;
  checkedAt: Date | null;
  checkedBy: string;
}

export interface Service {
  id: string;
  organisationId: string;
  name: string;
  status: string;
  statusNote: string;
  summary: string;
  description: string;
  forWhom: string;
  notFor: string;
  themes: readonly string[];
  peopleServed: readonly string[];
  access: readonly string[];
  languages: readonly string[];
  ageFrom: number | null;
  ageTo: number | null;
  costPence: number | null;
  costWords: string;
  wayIn: string;
  waitWords: string;
  waitSaidAt: Date | null;
  takingReferrals: boolean;
  openToVolunteers: boolean;
  website: string;
  language: string;
  version: number;
  changedAt: Date;
  freshness: Freshness;
  checkedAt: Date | null;
  checkedBy: string;
}

export interface Schedule {
  serviceId: string;
  days: readonly string[];
  opens: string | null;
  closes: string | null;
  note: string;
}

/** A place as far as the reader may know it. */
export interface ShownPlace {
  id: string;
  venue: string;
  address: string;
  postcode: string;
  lat: number | null;
  lon: number | null;
  shown: Shown;
  areaId: string | null;
  main: boolean;
}

const phoneOrNone = z
  .string()
  .default('')
  .transform((value) => value.trim().replace(/\s+/g, ' '))
  .refine((value) => value === '' || /^\+?[\d ()-]{9,20}$/.test(value), {
    error: 'A telephone number has ten or eleven figures, like 01632 960144.',
  });

export const ChangeOrganisation = z.strictObject({
  name: text({ max: 200, missing: 'Write the name of the organisation.' }),
  summary: text({ max: 200, missing: 'Say in one sentence what people get from you.' }),
  description: optionalText(3000),
  themes: many(z.enum(keysOf(themes)), { min: 1, missing: 'Choose what it is about; one is enough.' }),
  people_served: many(z.enum(keysOf(peopleServed)), {
    min: 1,
    missing: 'Choose whom it is for, or “Anyone”.',
  }),
  contact_label: optionalText(80),
  phone: phoneOrNone,
  email: z.union([z.literal(''), email]),
  website: webAddress,
  languages: many(z.enum(keysOf(languages))),
  access: many(z.enum(keysOf(access))),
  postcode: optionalText(10),
  venue: optionalText(120),
  address: optionalText(250),
  address_shown: z.enum(['public', 'area', 'hidden'], {
    error: 'Choose whether people may see your address.',
  }),
  version,
});
export type ChangeOrganisation = z.infer<typeof ChangeOrganisation>;

const age = z
  .string()
  .default('')
  .transform((value) => value.trim())
  .refine((value) => /^\d{0,3}$/.test(value), { error: 'Write an age in figures, like 16.' })
  .transform((value) => (value === '' ? null : Number(value)));

const time = z
  .string()
  .default('')
  .transform((value) => value.trim().replace('.', ':'))
  .refine((value) => value === '' || /^([01]?\d|2[0-3])(:[0-5]\d)?$/.test(value), {
    error: 'Write a time like 11.30 or 14.00.',
  })
  .transform((value) => (value === '' ? null : value.includes(':') ? value : `${value}:00`));

export const serviceStatuses = {
  open: 'Open',
  paused: 'Not taking anyone new',
  temporarily_closed: 'Closed for now',
  retired: 'It has ended',
} as const;

const ServiceFields = z.strictObject({
  name: text({ max: 200, missing: 'Write what it is called.' }),
  status: z.enum(keysOf(serviceStatuses), { error: 'Choose whether it is open.' }),
  status_note: optionalText(200),
  summary: text({ max: 200, missing: 'Say in one sentence what people get.' }),
  description: optionalText(3000),
  for_whom: optionalText(300),
  not_for: optionalText(300),
  themes: many(z.enum(keysOf(themes)), { min: 1, missing: 'Choose what it is about; one is enough.' }),
  people_served: many(z.enum(keysOf(peopleServed)), {
    min: 1,
    missing: 'Choose whom it is for, or “Anyone”.',
  }),
  age_from: age,
  age_to: age,
  cost_words: optionalText(100),
  way_in: z.enum(keysOf(waysIn), { error: 'Choose how people come to it.' }),
  wait_words: optionalText(60),
  days: many(z.enum(keysOf(days))),
  opens: time,
  closes: time,
  when_note: optionalText(200),
  taking_referrals: tick,
  open_to_volunteers: tick,
  version,
});

export const serviceFields = Object.keys(ServiceFields.shape);

export const ChangeService = ServiceFields.refine(
  (input) => input.age_from === null || input.age_to === null || input.age_from <= input.age_to,
  { path: ['age_to'], error: 'The oldest age is below the youngest. Look at the two again.' },
);
export type ChangeService = z.infer<typeof ChangeService>;

export const SuggestChange = z.strictObject({
  what: text({ max: 2000, missing: 'Say what is wrong, and what is right if you know it.' }),
  reply_to: z.union([z.literal(''), email]),
});
/** What the browser found, and nothing where it ran no scripts. */
export const ProveByWork = z.object({ answer: z.string().max(12).default('') });
export const ProveByMail = z.object({ email });
export const ProveByCode = z.object({
  code: z
    .string({ error: 'Type the six figures from the mail.' })
    .transform((value) => value.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { error: 'The code has six figures, like 123456.' })),
});
export type SuggestChange = z.infer<typeof SuggestChange>;

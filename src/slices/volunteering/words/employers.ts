import { z } from 'zod';
import { day, many, optionalText, text, version } from '../../../platform/words.ts';
import { keysOf } from '../lists/keys.ts';
import { skills } from '../lists/skills.ts';

export const dayStates = {
  open: 'Looking for places',
  agreed: 'Agreed',
  held: 'Took place',
  closed: 'Over',
  cancelled: 'Cancelled',
} as const;
export type DayState = keyof typeof dayStates;

/** A day that an employer asks for. */
export interface EmployerDay {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly homeCentreId: string | null;
  readonly title: string;
  readonly words: string;
  readonly size: number;
  readonly onDay: string;
  readonly skills: readonly string[];
  readonly budgetPence: number | null;
  readonly areaId: string | null;
  readonly state: DayState;
  readonly stateReason: string;
  readonly owedPence: number;
  readonly version: number;
}

/** Places at one group, and what they cost it. */
export interface Offer {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly homeCentreId: string | null;
  readonly places: number;
  readonly costEachPence: number;
  readonly words: string;
  readonly riskWords: string;
  readonly riskCheckedAt: Date | null;
  readonly agreedPlaces: number;
  readonly isReady: boolean;
  readonly stateReason: string;
  readonly employerUseful: boolean | null;
  readonly employerWords: string;
  readonly hostUseful: boolean | null;
  readonly hostWords: string;
}

const wrongMoney = 'Write it in pounds, like 4.50 or 120.';

/** Pounds as people write them, kept as pence. */
const money = z
  .string({ error: wrongMoney })
  .transform((value) =>
    value
      .trim()
      .replace(/^£/, '')
      .replace(/,(?=\d{3}\b)/g, ''),
  )
  .refine((value) => /^\d{1,6}(\.\d{2})?$/.test(value), { error: wrongMoney })
  .transform((value) => Math.round(Number(value) * 100));

function orNone<Inner extends z.ZodType>(inner: Inner) {
  return z.preprocess((value) => (value === undefined || value === '' ? null : value), inner.nullable());
}

const people = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .regex(/^[1-9]\d{0,3}$/, { error: missing })
    .transform(Number)
    .refine((size) => size <= 2000, { error: 'Write 2000 or less.' });

export const AskForDay = z.strictObject({
  id: z.uuid(),
  title: text({ max: 100, missing: 'Say what it is, like “Thirty bakers for a day”.' }),
  words: optionalText(1000),
  size: people('Write how many people, like 30.'),
  on_day: day('Choose the day.'),
  skills: many(z.enum(keysOf(skills))),
  budget: orNone(money),
  share: z.enum(['sub_region', 'network'], { error: 'Say with whom it is shared.' }).default('sub_region'),
});
export type AskForDay = z.infer<typeof AskForDay>;

export const MakeOffer = z.strictObject({
  organisation: z.uuid('Choose for which group.'),
  places: people('Write how many people you could take, like 18.'),
  cost_each: money,
  words: text({ max: 600, missing: 'Say what they would do, and who meets them.' }),
});
export type MakeOffer = z.infer<typeof MakeOffer>;

export const CheckRisk = z.strictObject({
  risk_words: text({
    max: 600,
    missing: 'Say what you looked at, like lifting, heat and who is first aider.',
  }),
});

export const NotReady = z.strictObject({
  reason: text({ max: 300, missing: 'Say why. The employer reads it.' }),
});

export const CancelDay = z.strictObject({
  reason: text({ max: 300, missing: 'Say why. The groups read it.' }),
  version,
});
export type CancelDay = z.infer<typeof CancelDay>;

/** Of each offer how many of its places are taken. */
export const AgreeDay = z
  .object({ enough: z.preprocess((value) => value !== undefined && value !== '', z.boolean()), version })
  .catchall(
    z
      .string()
      .trim()
      .regex(/^\d{0,4}$/, { error: 'Write how many people go there, like 12, or 0.' })
      .transform((value) => Number(value === '' ? 0 : value)),
  )
  .transform(({ enough, version: at, ...fields }) => ({
    ...{ enough, version: at },
    places: new Map(
      Object.entries(fields).map(([name, count]) => [name.replace('places_', ''), Number(count)]),
    ),
  }));
export type AgreeDay = z.infer<typeof AgreeDay>;

export const SayHowItWas = z.strictObject({
  useful: z
    .enum(['yes', 'no'], { error: 'Say whether it was useful.' })
    .transform((value) => value === 'yes'),
  words: optionalText(600),
});
export type SayHowItWas = z.infer<typeof SayHowItWas>;

export const placesField = (offerId: string) => `places_${offerId}`;

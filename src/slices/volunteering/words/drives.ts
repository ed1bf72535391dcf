import { z } from 'zod';
import { day, many, optionalText, text } from '../../../platform/words.ts';
import { accessibility } from '../lists/accessibility.ts';
import { causes } from '../lists/causes.ts';
import { keysOf } from '../lists/keys.ts';
import { skills } from '../lists/skills.ts';
import { times } from '../lists/times.ts';

/** A fair, a freshers’ week: one day on which many people and the places of some roles are brought together. */
export interface Drive {
  readonly id: string;
  readonly centreId: string;
  readonly title: string;
  readonly words: string;
  readonly onDay: string;
  readonly proposedAt: Date | null;
  readonly suggestedAt: Date | null;
  readonly closedAt: Date | null;
}

export const MakeDrive = z.strictObject({
  title: text({ max: 100, missing: 'Say what it is, like “Freshers’ fair”.' }),
  words: optionalText(500),
  on_day: day('Choose the day.'),
  roles: many(z.uuid(), { min: 1, missing: 'Choose at least one role.' }),
  places: z.coerce
    .number({ error: 'Write how many places, like 3.' })
    .int('Write a whole number, like 3.')
    .min(1, 'One place is the least.')
    .max(500, 'Write 500 or less.')
    .default(3),
});
export type MakeDrive = z.infer<typeof MakeDrive>;

const wrongAge = 'Write the age in figures, like 16, or leave it out for whoever is 18 or over.';

/** Somebody at the counter: no name, only what they would like. */
export const AddAtCounter = z.strictObject({
  id: z.uuid(),
  age: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z
      .string()
      .regex(/^\d{1,3}$/, { error: wrongAge })
      .transform(Number)
      .refine((age) => age >= 5 && age <= 120, { error: wrongAge })
      .nullable(),
  ),
  when: z.enum(['any', 'evenings', 'weekends', 'daytime']).default('any'),
  cause: orNone(z.enum(keysOf(causes), { error: 'Choose from the list.' })),
  skill: orNone(z.enum(keysOf(skills), { error: 'Choose from the list.' })),
  place: optionalText(80),
});
export type AddAtCounter = z.infer<typeof AddAtCounter>;

function orNone<Inner extends z.ZodType>(inner: Inner) {
  return z.preprocess((value) => (value === '' || value === undefined ? null : value), inner.nullable());
}

/** Wishes as they are kept with a number; a version of the lists that is older leaves out what it does not know. */
export const KeptWishes = z.object({
  causes: z.array(z.enum(keysOf(causes))),
  skills: z.array(z.enum(keysOf(skills))),
  times: z.array(z.enum(keysOf(times))),
  needs: z.array(z.enum(keysOf(accessibility))),
  at: z.object({ x: z.number(), y: z.number() }).nullable(),
  areaIds: z.array(z.uuid()),
  miles: z.number().nullable(),
  fromHome: z.boolean(),
  age: z.union([z.number(), z.literal('adult')]),
  matters: z.object({ times: z.number(), near: z.number(), skills: z.number(), cause: z.number() }),
});

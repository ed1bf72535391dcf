import { z } from 'zod';
import { day, many, optionalText, version } from '../../../platform/words.ts';
import { accessibility } from '../lists/accessibility.ts';
import { causes } from '../lists/causes.ts';
import { keysOf } from '../lists/keys.ts';
import { skills } from '../lists/skills.ts';
import { times } from '../lists/times.ts';
import type { ListedRole } from './list.ts';

/** What somebody may weigh: how much their times, nearness, their skills and the cause count. */
export const matterWords = {
  times: 'My times',
  near: 'Nearness',
  skills: 'What I can do',
  cause: 'What it is for',
} as const;
export type Matter = keyof typeof matterWords;
export const matterNames = keysOf(matterWords);
export type Matters = Readonly<Record<Matter, number>>;

/** Of each how it is said. */
export const muchWords = { 0: 'Does not matter', 1: 'As usual', 3: 'Matters most' } as const;

/** The weights of the network: those of the four, and that of what has to be there for somebody. */
export type Weights = Matters & { readonly access: number };

/** What somebody would like to do, as matching takes it: of a person with a page, or of somebody at a counter. */
export interface Wishes {
  readonly causes: readonly string[];
  readonly skills: readonly string[];
  /** Weekday and part of the day. None: any time. */
  readonly times: readonly string[];
  /** What has to be there for them. */
  readonly needs: readonly string[];
  /** Where they set out, on the plane, and the areas that lie around it. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly areaIds: readonly string[];
  /** How far they would go. */
  readonly miles: number | null;
  readonly fromHome: boolean;
  readonly age: number | 'adult';
  readonly matters: Matters;
}

/** Somebody of whom nothing is known but that they are 18 or over. */
export const noWishes: Wishes = {
  ...{ causes: [], skills: [], times: [], needs: [], at: null, areaIds: [], miles: null, fromHome: true },
  ...{ age: 'adult', matters: { times: 1, near: 1, skills: 1, cause: 1 } },
};

/** A role that fits, why, and what somebody should ask before they go. */
export interface Match extends ListedRole {
  readonly skills: readonly string[];
  readonly accessibility: readonly string[];
  readonly score: number;
  readonly because: readonly string[];
  readonly ask: readonly string[];
}

/** What a person has said of themselves. */
export interface Volunteer {
  readonly causes: readonly string[];
  readonly skills: readonly string[];
  readonly times: readonly string[];
  readonly placeName: string;
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly areaId: string | null;
  readonly miles: number | null;
  readonly fromHome: boolean;
  readonly needs: readonly string[];
  readonly adult: boolean;
  readonly bornOn: string | null;
  readonly matters: Matters;
  readonly version: number;
}

const much = z.enum(['0', '1', '3'], { error: 'Choose one.' }).default('1').transform(Number);

export const distances = ['1', '2', '3', '5', '10', '20'] as const;
const whichDay = 'Write the day, like 24/11/2010.';

export const WriteWishes = z.strictObject({
  place: optionalText(80),
  miles: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z.enum(distances, { error: 'Choose how far, or any distance.' }).transform(Number).nullable(),
  ),
  from_home: z.preprocess((value) => value !== undefined && value !== '', z.boolean()),
  adult: z
    .enum(['yes', 'no'], { error: 'Say whether you are 18 or over. Some roles are not for everybody.' })
    .transform((value) => value === 'yes'),
  born_on: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    day(whichDay).nullable(),
  ),
  times: many(z.enum(keysOf(times))),
  causes: many(z.enum(keysOf(causes))),
  skills: many(z.enum(keysOf(skills))),
  needs: many(z.enum(keysOf(accessibility))),
  times_matter: much,
  near_matters: much,
  skills_matter: much,
  cause_matters: much,
  version,
});
export type WriteWishes = z.infer<typeof WriteWishes>;

/** What somebody tries out on the page of what fits them. A page forgives: what it does not understand is left out. */
export const FindMatches = z.object({
  when: z.enum(['evenings', 'weekends', 'daytime']).optional().catch(undefined),
  times: tried(),
  near: tried(),
  skills: tried(),
  cause: tried(),
  show: z.coerce.number().int().min(20).max(100).catch(20),
});
export type FindMatches = z.infer<typeof FindMatches>;

export const whenWords = {
  evenings: 'Evenings only',
  weekends: 'Weekends only',
  daytime: 'Weekdays in the daytime only',
} as const;

function tried() {
  return z.enum(['0', '1', '3']).transform(Number).optional().catch(undefined);
}

export const weightNames = ['times', 'near', 'skills', 'cause', 'access'] as const;

const weight = z.coerce
  .number({ error: 'Write a number from 0 to 10.' })
  .int({ error: 'Write a whole number from 0 to 10.' })
  .min(0, { error: 'Write a number from 0 to 10.' })
  .max(10, { error: 'Write a number from 0 to 10.' });

export const SetMatchWeights = z.strictObject({
  ...{ times: weight, near: weight, skills: weight, cause: weight, access: weight },
  version,
});
export type SetMatchWeights = z.infer<typeof SetMatchWeights>;

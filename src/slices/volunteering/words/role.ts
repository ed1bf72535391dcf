import { z } from 'zod';
import { day, many, optionalText, text, tick, version } from '../../../platform/words.ts';
import { accessibility } from '../lists/accessibility.ts';
import { causes } from '../lists/causes.ts';
import { duties, oftenWords } from '../lists/duties.ts';
import { keysOf } from '../lists/keys.ts';
import { requirements } from '../lists/requirements.ts';
import { skills } from '../lists/skills.ts';
import { times } from '../lists/times.ts';

export const states = {
  draft: 'Draft',
  for_check: 'Looked at by the home centre',
  returned: 'Sent back',
  live: 'Live',
  paused: 'Paused',
  full: 'Full',
  expired: 'Over',
  pulled: 'Taken off by the centre or hub',
  withdrawn: 'Withdrawn',
} as const;
export type State = keyof typeof states;

export const dbsLevels = {
  none: 'No check',
  basic: 'Basic DBS check',
  enhanced: 'Enhanced DBS check',
  enhanced_adults: 'Enhanced DBS check with the adults’ barred list',
  enhanced_children: 'Enhanced DBS check with the children’s barred list',
  enhanced_both: 'Enhanced DBS check with both barred lists',
} as const;
export type DbsLevel = keyof typeof dbsLevels;

export const shares = {
  network: 'The whole network',
  sub_region: 'Our part of the region',
  borough: 'Our borough only',
} as const;
export type Share = keyof typeof shares;

export const placeKinds = {
  ours: 'At our own place',
  elsewhere: 'Somewhere else',
  home: 'From home',
} as const;

export interface Role {
  id: string;
  activityId: string;
  organisationId: string;
  title: string;
  summary: string;
  description: string;
  commitment: string;
  minimumAge: number;
  maximumAge: number | null;
  youngReady: boolean;
  requirements: readonly string[];
  skills: readonly string[];
  accessibility: readonly string[];
  duties: readonly string[];
  howOften: string;
  dbsLevel: DbsLevel;
  dbsReason: string;
  share: Share;
  shareReason: string;
  shareAreaId: string | null;
  useful: boolean;
  urgent: boolean;
  places: number | null;
  /** The last day on which it is shown, as `2026-12-24`. */
  untilDay: string;
  state: State;
  stateReason: string;
  stateSince: Date;
  liveAt: Date | null;
  version: number;
  changedAt: Date;
  activity: Activity;
}

export interface Activity {
  title: string;
  causes: readonly string[];
  emergency: boolean;
  place: keyof typeof placeKinds;
  venue: string;
  address: string;
  postcode: string;
  times: readonly string[];
}

/** A day with its hours, as the clock on the wall shows them there. */
export interface Session {
  id: string;
  onDay: string;
  begins: string;
  ends: string;
}

const age = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .regex(/^\d{1,3}$/, { error: missing })
    .transform(Number);

/** A field that may be left empty. */
function orNone<Inner extends z.ZodType>(inner: Inner) {
  return z.preprocess((value) => (value === undefined || value === '' ? null : value), inner.nullable());
}

const lowestAge = 'Say from which age, as a number like 18. A role without a lowest age cannot be posted.';
const wrongAge = 'Write the age as a number, like 75, or leave it out.';

/** As people write it on a noticeboard: 9, 9.30 or 9:30. */
const time = z
  .string()
  .trim()
  .transform((value) => /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(value))
  .refine((found) => found !== null && Number(found[1]) < 24 && Number(found[2] ?? 0) < 60, {
    error: 'Write the time as 9.30 or 14.00.',
  })
  .transform((found) => `${(found?.[1] ?? '').padStart(2, '0')}:${found?.[2] ?? '00'}`);

/** What one says of a role, on one form that fits a phone. */
export const WriteRole = z.strictObject({
  title: text({ max: 100, missing: 'Say what somebody would be, like “Driver for Tuesday lunches”.' }),
  summary: text({ max: 200, missing: 'Say in one sentence what somebody does.' }),
  description: optionalText(2000),
  activity_title: optionalText(100),
  cause: z.enum(keysOf(causes), { error: 'Choose what it is for.' }),
  also_cause: orNone(z.enum(keysOf(causes), { error: 'Choose from the list, or none.' })),
  place: z.enum(keysOf(placeKinds), { error: 'Say where it is done.' }),
  venue: optionalText(120),
  address: optionalText(200),
  postcode: optionalText(10),
  times: many(z.enum(keysOf(times))),
  on_day: orNone(day('Write the day, like 24/11/2026, or leave it out.')),
  begins: orNone(time),
  ends: orNone(time),
  commitment: optionalText(120),
  minimum_age: age(lowestAge).refine((value) => value >= 5 && value <= 99, { error: lowestAge }),
  maximum_age: orNone(age(wrongAge).refine((value) => value <= 120, { error: wrongAge })),
  young_ready: tick,
  duties: many(z.enum(keysOf(duties))),
  how_often: z.enum(keysOf(oftenWords)).default('seldom'),
  requirements: many(z.enum(keysOf(requirements))),
  skills: many(z.enum(keysOf(skills))),
  accessibility: many(z.enum(keysOf(accessibility))),
  share: z.enum(keysOf(shares)).default('network'),
  share_reason: optionalText(300),
  useful: tick,
  urgent: tick,
  emergency: tick,
  places: orNone(
    z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,3}$/, { error: 'Write how many people you need, like 3, or leave it out.' })
      .transform(Number),
  ),
  until_day: orNone(day('Write the last day, like 24/11/2026, or leave it out.')),
  beside: orNone(z.uuid()),
  go: z.enum(['post', 'keep']).default('post'),
  version,
});
export type WriteRole = z.infer<typeof WriteRole>;

export const AddSession = z
  .strictObject({
    on_day: day('Choose the day.'),
    begins: time,
    ends: time,
    weeks: z.coerce
      .number({ error: 'Write for how many weeks, like 6.' })
      .int()
      .min(1, 'One week is the least.')
      .max(26, 'Half a year at most: write 26 or less.')
      .default(1),
  })
  .refine(({ begins, ends }) => ends > begins, { path: ['ends'], error: 'It has to end after it begins.' });
export type AddSession = z.infer<typeof AddSession>;

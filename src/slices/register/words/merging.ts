import { z } from 'zod';
import type { Organisation, Service, ShownPlace } from './records.ts';

/** What one record can take from another. A place is one thing, and so are the areas. */
export const mergeFields = [
  ...(['name', 'summary', 'description', 'themes', 'people_served', 'contact_label', 'phone'] as const),
  ...(['email', 'website', 'languages', 'access', 'place', 'areas'] as const),
] as const;
export type MergeField = (typeof mergeFields)[number];

const words = z.string().optional();
const keys = z.array(z.string()).optional();
const Place = z.object({
  venue: z.string(),
  address: z.string(),
  postcode: z.string(),
  shown: z.enum(['public', 'area', 'hidden']),
});
export type MergePlace = z.infer<typeof Place>;

/** Values of some fields. */
export const MergeValues = z.object({
  ...{ name: words, summary: words, description: words, contact_label: words, phone: words, email: words },
  ...{ website: words, themes: keys, people_served: keys, languages: keys, access: keys },
  place: Place.optional(),
});
export type MergeValues = z.infer<typeof MergeValues>;

/** What a merger changed, for undoing it. */
export const MergeDone = z.object({
  before: MergeValues,
  set: MergeValues,
  services: z.array(z.string()),
  /** Places that were noted at services, because they were those of the organisation before. */
  placed: z.array(z.object({ service: z.string(), location: z.string() })),
  areas: z.array(z.string()),
  /** Records that had been merged into the one that went. */
  carried: z.array(z.string()),
  /** The old name was not among the names before. */
  namedOld: z.boolean(),
  /** Why the one that went was paused or closed, if it was. */
  stateReason: z.string().default(''),
});
export type MergeDone = z.infer<typeof MergeDone>;

/** A record as it is laid beside another one. */
export interface MergeSide {
  one: Organisation;
  /** As far as the reader may know it. */
  place: ShownPlace | undefined;
  areaIds: readonly string[];
  numbers: readonly string[];
  services: readonly Service[];
}

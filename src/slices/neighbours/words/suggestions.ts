import { z } from 'zod';

/** What counts when neighbours are suggested, in points. They stand on the page, so that nobody has to guess. */
export const weights = {
  /** For each theme in common, and for each kind of people, up to `countedAtMost` of them. */
  work: 4,
  people: 4,
  area: 2,
  /** Next door; it falls to nothing at `nearM`. */
  near: 3,
  /** Needs that come together, as the network lists them. */
  pair: 5,
} as const;

export const countedAtMost = 2;
/** Beyond it nobody walks over for a cup of tea. */
export const nearM = 8000;
export const suggestedAtMost = 12;

/** `like`: the same work; `with`: other work for the same people. */
export type Sort = 'like' | 'with';

export interface Suggestion {
  id: string;
  name: string;
  summary: string;
  sort: Sort;
  sameWork: readonly string[];
  samePeople: readonly string[];
  areaNames: readonly string[];
  /** Between the two main places as the public may know them. */
  metres: number | undefined;
  /** Both places are public to the door. */
  precise: boolean;
  pair: NeedPair | undefined;
  points: number;
}

/** Two needs that go together, in the order of the alphabet. */
export interface NeedPair {
  one: string;
  other: string;
}

const need = z.string({ error: 'Choose a need.' }).min(1, 'Choose a need.').max(40);

export const AddPair = z.strictObject({ one: need, other: need }).refine(({ one, other }) => one !== other, {
  path: ['other'],
  error: 'These are the same. Choose another one, like “Food and meals” with “Money and debt”.',
});
export type AddPair = z.infer<typeof AddPair>;

export const RemovePair = z.strictObject({ one: need, other: need });

export interface CountedPair extends NeedPair {
  /** How many pairs of groups that meet it signpost to each other, as both say. */
  joint: number;
}

export const ByArea = z.object({
  area: z.string().max(20).default('').catch(''),
  after: z.uuid().optional().catch(undefined),
});

export const AsWhom = z.object({ as: z.uuid().optional().catch(undefined) });

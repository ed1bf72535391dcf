import { z } from 'zod';

export const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const costCodes = ['free', 'up_to_five'] as const;
type Cost = (typeof costCodes)[number];
export const whenCodes = [...dayCodes, 'daytime', 'evening', 'weekend'] as const;

/** What somebody asks the directory, parsed but not yet looked up. */
export interface Asked {
  readonly q: string;
  readonly near: string;
  /** All that was typed, where the place was read out of it: what is called by all of it comes first. */
  readonly said?: string | undefined;
  readonly withinKm: number | undefined;
  readonly kinds: readonly string[];
  readonly area: string;
  readonly themes: readonly string[];
  /** Whom it is for; codes of what helps them take part are understood here, too. */
  readonly people: readonly string[];
  /** What helps somebody take part: all of it has to be there. */
  readonly access: readonly string[];
  readonly languages: readonly string[];
  readonly cost: Cost | undefined;
  readonly when: readonly string[];
  readonly ways: readonly string[];
  readonly openTo: readonly string[];
  readonly sort: 'best' | 'distance' | undefined;
  /** Not checked for over a year: only when asked for. */
  readonly stale: boolean;
  readonly after: string;
  readonly limit: number;
}

const qMax = 200;
const codesMax = 20;
const code = z.string().regex(/^[A-Za-z_-]{1,30}$/);
const within = z.coerce.number().min(0.1).max(500);
const limit = z.coerce.number().int().min(1).max(100);

/** The API is strict: what it does not understand is an error, not a surprise. */
export const ApiSearch = z
  .strictObject({
    q: z.string().max(qMax).optional(),
    near: z.string().max(80).optional(),
    within_km: within.optional(),
    kind: strictCodes(),
    area: z.string().max(40).optional(),
    theme: strictCodes(),
    people: strictCodes(),
    access: strictCodes(),
    language: strictCodes(),
    cost: z.enum(costCodes).optional(),
    when: strictCodes(),
    way: strictCodes(),
    open_to: strictCodes(),
    sort: z.enum(['best', 'distance']).optional(),
    fresh: z.enum(['all']).optional(),
    after: z.string().max(300).optional(),
    limit: limit.optional(),
  })
  .transform(toAsked);

export const ApiSuggest = z.strictObject({
  q: z.string().max(qMax),
  of: z.enum(['words', 'places', 'all']).default('all'),
});

/** A page forgives: too long is cut, unknown is left out. */
export const PageSearch = z
  .object({
    q: firstText(qMax),
    near: firstText(80),
    within_km: within.optional(),
    kind: forgivingCodes(),
    area: firstText(40),
    theme: forgivingCodes(),
    people: forgivingCodes(),
    access: forgivingCodes(),
    language: forgivingCodes(),
    cost: z.enum(costCodes).optional(),
    when: forgivingCodes(),
    way: forgivingCodes(),
    open_to: forgivingCodes(),
    sort: z.enum(['best', 'distance']).optional(),
    fresh: z.enum(['all']).optional(),
    after: firstText(300),
    told: z.enum(['gap']).optional(),
    as: z.enum(['words']).optional(),
  })
  .transform((given) => ({ ...toAsked(given), told: given.told === 'gap', asWords: given.as === 'words' }));
/** `asWords`: no place is to be read out of the words. */
export type PageAsked = z.infer<typeof PageSearch>;

function strictCodes() {
  return z
    .string()
    .transform((value) => value.split(',').filter((one) => one !== ''))
    .pipe(z.array(code).max(codesMax))
    .optional();
}

function forgivingCodes() {
  return z
    .preprocess((value) => [value ?? []].flat(), z.array(z.string()))
    .transform((values) => [...new Set(values.flatMap((value) => value.split(',')))])
    .transform((values) => values.filter((value) => code.safeParse(value).success).slice(0, codesMax));
}

function firstText(max: number) {
  return z
    .preprocess((value) => (Array.isArray(value) ? value[0] : value) ?? '', z.string())
    .transform((value) => value.slice(0, max));
}

type Codes = readonly string[] | undefined;
interface Given {
  q?: string | undefined;
  near?: string | undefined;
  within_km?: number | undefined;
  kind?: Codes;
  area?: string | undefined;
  theme?: Codes;
  people?: Codes;
  access?: Codes;
  language?: Codes;
  cost?: Cost | undefined;
  when?: Codes;
  way?: Codes;
  open_to?: Codes;
  sort?: 'best' | 'distance' | undefined;
  fresh?: 'all' | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

function toAsked(given: Given): Asked {
  return {
    q: (given.q ?? '').trim(),
    near: (given.near ?? '').trim(),
    withinKm: given.within_km,
    kinds: given.kind ?? [],
    area: given.area ?? '',
    themes: given.theme ?? [],
    people: given.people ?? [],
    access: given.access ?? [],
    languages: given.language ?? [],
    cost: given.cost,
    when: given.when ?? [],
    ways: given.way ?? [],
    openTo: given.open_to ?? [],
    sort: given.sort,
    stale: given.fresh === 'all',
    after: given.after ?? '',
    limit: given.limit ?? 20,
  };
}

/** Where somebody measures from, in degrees and on the plane. */
export interface Near {
  readonly label: string;
  readonly lat: number;
  readonly lon: number;
  readonly x: number;
  readonly y: number;
  /** The borough it lies in, when that is known. */
  readonly areaCode: string | undefined;
}

/** The last row of a page in its total order, and how many rows came before the next page. */
export const Cursor = z.object({
  key: z.tuple([z.number(), z.number()]),
  id: z.uuid(),
  seen: z.number().int().min(0).max(1_000_000),
});
export type Cursor = z.infer<typeof Cursor>;

/** Something found: public words only. */
export interface Hit {
  readonly id: string;
  readonly kind: string;
  readonly organisationId: string;
  readonly name: string;
  readonly organisationName: string;
  readonly organisationKind: string;
  readonly otherNames: string;
  readonly summary: string;
  readonly themes: readonly string[];
  readonly peopleServed: readonly string[];
  readonly access: readonly string[];
  readonly days: readonly string[];
  readonly times: readonly string[];
  readonly status: string;
  readonly wayIn: string;
  readonly costPence: number | null;
  readonly costWords: string;
  readonly freshness: 'ok' | 'due' | 'old' | 'none';
  readonly checkedAt: Date | null;
  /** Its nearest place, or its first one when nobody asked for near. */
  readonly place: HitPlace | undefined;
}

export interface HitPlace {
  /** As far as may be told: whole kilometres where the address is not public. */
  readonly distanceM: number | undefined;
  readonly isBand: boolean;
  readonly x: number;
  readonly y: number;
  readonly lat: number;
  readonly lon: number;
  readonly words: string;
  readonly areaId: string | null;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** Exact up to a thousand. */
  readonly total: number;
  readonly totalIsEstimate: boolean;
  readonly next: Cursor | undefined;
  /** How much had to be forgiven before anything was found. */
  readonly forgave: 'nothing' | 'word_endings' | 'spelling' | 'some_words';
  readonly correctedTo: string | undefined;
}

export const facetNames = [
  'kind',
  'theme',
  'people',
  'access',
  'language',
  'cost',
  'when',
  'open_to',
  'area',
] as const;
export type Facet = (typeof facetNames)[number];

/** How many there would be, by the code of a choice. A facet that could not be counted is missing. */
export type Facets = Readonly<Partial<Record<Facet, ReadonlyMap<string, number>>>>;

/** One line of typing help. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
  readonly note: string;
}

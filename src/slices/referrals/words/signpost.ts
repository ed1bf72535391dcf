import { z } from 'zod';
import { idsInAddress } from '../../../platform/words.ts';

/** More than that nobody reads. */
export const servicesAtMost = 10;

export const sizes = { large: 'Large, 16 points', largest: 'Very large, 22 points' } as const;
export type Size = keyof typeof sizes;

/** What is on a sheet and how it looks, as it stands in the address; an address that was cut short still opens. */
export const Sheet = z.object({
  s: idsInAddress(servicesAtMost),
  old: idsInAddress(servicesAtMost),
  size: z.enum(['large', 'largest']).catch('large'),
  lang: z
    .string()
    .regex(/^[a-z]{0,3}$/)
    .catch(''),
});
export type Sheet = z.infer<typeof Sheet>;

export const ReadSheet = Sheet.extend({ as: z.enum(['text']).optional().catch(undefined) });

/** A service as those see it who send people there: all of it in words, and nothing that is not public. */
export interface Card {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly homeCentreId: string | null;
  readonly name: string;
  readonly summary: string;
  readonly language: string;
  /** Not open just now, in words. */
  readonly status: string;
  readonly forWhom: string;
  readonly notFor: string;
  readonly ages: string;
  readonly areas: string;
  readonly places: readonly string[];
  readonly times: readonly string[];
  readonly phone: string;
  readonly askFor: string;
  readonly cost: string;
  readonly languages: string;
  readonly access: string;
  readonly way: string;
  /** “Ask” where it was said too long ago. */
  readonly waiting: string;
  readonly freshness: 'ok' | 'due' | 'old' | 'none';
  readonly checked: string;
  /** Whoever goes there without ringing may stand before a shut door. */
  readonly ringFirst: boolean;
}

/** Whom to ask when nothing on the sheet is right. */
export interface Helper {
  readonly name: string;
  readonly phone: string;
}

import { z } from 'zod';

export const hows = {
  daily: 'Each morning there is something new',
  weekly: 'On Monday mornings',
} as const;
export type How = keyof typeof hows;

const missing = 'Choose when you want to hear.';

/** `search` is the part of an address after the question mark. */
export const SaveSearch = z.object({
  search: z.string().max(2000),
  how: z.enum(['daily', 'weekly'], { error: missing }),
});
export type SaveSearch = z.infer<typeof SaveSearch>;

export const ChangeSearch = z.object({ how: z.enum(['daily', 'weekly', 'stop'], { error: missing }) });
export type ChangeSearch = z.infer<typeof ChangeSearch>;

/** What the record hands to whoever writes the letter: the ids of the searches, which are one person's. */
export const SearchesFound = z.object({ searchIds: z.array(z.uuid()) });

export interface SavedSearch {
  readonly id: string;
  readonly personId: string;
  readonly query: string;
  readonly title: string;
  readonly how: How;
  readonly since: Date;
  readonly toldAt: Date | null;
}

/** What a saved search finds now, or why it cannot find anything any more. */
export type FoundNow = { readonly ids: readonly string[] } | { readonly lost: string };

/** One new thing, in public words. */
export interface NewThing {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly organisationName: string;
  readonly summary: string;
}

/** What is new for one search, and how much of it the letter has no room for. */
export interface NewOfSearch {
  readonly title: string;
  readonly url: string;
  readonly things: readonly (NewThing & { readonly url: string })[];
  readonly more: number;
}

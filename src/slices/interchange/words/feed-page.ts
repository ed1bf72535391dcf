import { z } from 'zod';
import type { Standard } from './feed.ts';

/** Figures that come as figures or as texts; whatever is neither was not said. */
const figure = z.coerce.number().int().min(0).max(10_000_000).nullish().catch(undefined);
const flag = z.boolean().nullish().catch(undefined);
const items = z.array(z.unknown()).max(1000);

export interface FeedPage {
  standard: Standard;
  items: readonly unknown[];
  /** As the feed says; it may lie. */
  total: number | undefined;
  pages: number | undefined;
  isLast: boolean | undefined;
}

/** A page of services, in the envelope of 3.0 or of 1.0. */
export const FeedPage = z.union([
  z
    .object({ contents: items, total_items: figure, total_pages: figure, last_page: flag })
    .transform((page): FeedPage => {
      const { contents, total_items, total_pages, last_page } = page;
      return {
        standard: '3.0',
        items: contents,
        total: total_items ?? undefined,
        pages: total_pages ?? undefined,
        isLast: last_page ?? undefined,
      };
    }),
  z
    .object({ content: items, totalElements: figure, totalPages: figure, last: flag })
    .transform(({ content, totalElements, totalPages, last }): FeedPage => {
      return {
        standard: '1.0',
        items: content,
        total: totalElements ?? undefined,
        pages: totalPages ?? undefined,
        isLast: last ?? undefined,
      };
    }),
]);

/** The front door of a feed of 3.0; a feed of 1.0 has none. */
export const FrontDoor = z.object({ version: z.string() });

/** As little as has to be known of a service to ask for the rest. */
export const Numbered = z.object({ id: z.union([z.string().min(1).max(200), z.number().int()]) });

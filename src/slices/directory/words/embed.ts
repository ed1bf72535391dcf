import { z } from 'zod';
import { PageSearch } from '../words.ts';

const colour = z.string().regex(/^#?[0-9a-fA-F]{6}$/);

/** A search in a frame on somebody else's site: its colour, and whether the place is theirs to choose. */
export const EmbeddedSearch = z.intersection(
  PageSearch,
  z.object({ colour: colour.optional(), fixed: z.enum(['near']).optional() }),
);

/** What somebody chooses for the box on their own site, before it is checked. */
export const MakeBox = z.object({
  near: firstText(80),
  colour: firstText(20),
  fixed: firstText(10),
  open_to: firstText(20),
  kind: firstText(30),
});
export type MakeBox = z.infer<typeof MakeBox>;

function firstText(max: number) {
  return z
    .preprocess((value) => (Array.isArray(value) ? value[0] : value) ?? '', z.string())
    .transform((value) => value.trim().slice(0, max));
}

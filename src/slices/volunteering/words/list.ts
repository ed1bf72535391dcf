import { z } from 'zod';

/** What somebody looks for among the roles. A page forgives: what it does not understand is left out. */
export const FindRoles = z.object({
  near: first(80),
  cause: first(60),
  when: first(30),
  age: first(10),
  home: z.enum(['yes']).optional().catch(undefined),
  after: first(100),
});
export type FindRoles = z.infer<typeof FindRoles>;

function first(max: number) {
  return z
    .preprocess((value) => (Array.isArray(value) ? value[0] : value) ?? '', z.string())
    .transform((value) => value.trim().slice(0, max));
}

/** A live role in a list: public words only. */
export interface ListedRole {
  id: string;
  title: string;
  summary: string;
  organisationId: string;
  organisationName: string;
  causes: readonly string[];
  times: readonly string[];
  minimumAge: number;
  maximumAge: number | null;
  home: boolean;
  urgent: boolean;
  useful: boolean;
  share: string;
  untilDay: string;
  venue: string;
  areaId: string | null;
  precise: boolean | null;
  distanceM: number | null;
}

import { z } from 'zod';
import { text } from '../../../platform/words.ts';

/** What the board shows, as its address says it. What cannot be is left out, like a filter that nobody chose. */
export const BoardQuery = z.object({
  kind: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .or(z.literal(''))
    .catch(''),
  step: z.enum(['', '0', '1', '2', '3']).catch(''),
  when: z.enum(['', 'late', 'in-time']).catch(''),
  only: z.enum(['', 'unowned', 'marked']).catch(''),
  /** The last row of the page before: when it was promised for, and its id. */
  after: z
    .string()
    .regex(/^\d{10,14}[.][0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .or(z.literal(''))
    .catch(''),
});
export type BoardQuery = z.infer<typeof BoardQuery>;

export const PassPromise = z.object({
  to: z.uuid({ error: 'Choose who is to have it.' }),
  why: text({ max: 300, missing: 'Say in a few words why, like “Jo is away until Thursday”.' }),
  version: z.coerce.number().int(),
});
export type PassPromise = z.infer<typeof PassPromise>;

interface Named {
  id: string;
  name: string;
  phone: string;
}

/** An open promise as the board knows it: its kind and organisations, and nothing of what it is about. */
export interface BoardLoop {
  id: string;
  kind: string;
  thingId: string;
  climbStep: number;
  openedAt: Date;
  dueAt: Date;
  firstDueAt: Date;
  ownerSince: Date;
  owner: Named;
  about: Named & { kind: string; state: string; freshness: string };
  /** Whoever has it stands at that organisation now. */
  owned: boolean;
}

export interface BoardRow extends BoardLoop {
  kindLabel: string;
  late: boolean;
  quarter: 0 | 1 | 2 | 3 | 4;
  /** Where the thing can be looked at, as far as this reader may. */
  url?: string | undefined;
}

export interface KindCount {
  kind: string;
  climbStep: number;
  open: number;
  late: number;
}

export interface EndCount {
  kind: string;
  endReason: string;
  times: number;
}

/** Somebody to whom a promise can be passed: an organisation, and how far up it stands. */
export interface Taker {
  organisationId: string;
  personId: string;
  label: string;
  step: number;
}

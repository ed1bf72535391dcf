import { z } from 'zod';
import { optionalText, text, tick } from '../../../platform/words.ts';

export type BreachState = 'found' | 'judged' | 'ended';
export type Risk = 'unlikely' | 'likely' | 'high';

export const risks: Readonly<Record<Risk, { label: string; note: string }>> = {
  unlikely: {
    label: 'Nobody is likely to be hurt',
    note: 'It is written down here. Nobody outside has to be told.',
  },
  likely: {
    label: 'Somebody could be hurt',
    note: 'The Information Commissioner’s Office is told within 72 hours.',
  },
  high: {
    label: 'Somebody could be hurt badly',
    note: 'The Office is told, and each of the people, without delay.',
  },
};

const version = z.coerce.number({ error: 'This page is out of date. Open it again.' }).int().min(0);

export const ReportBreach = z.object({
  words: text({ min: 10, max: 5000, missing: 'Write in a sentence or two what happened.' }),
});

export const JudgeBreach = z.object({
  risk: z.enum(['unlikely', 'likely', 'high'], { error: 'Choose how bad it could be.' }),
  why: text({ min: 10, max: 2000, missing: 'Write why you think so. It is read when somebody asks later.' }),
  version,
});

export const TellOfBreach = z.object({
  office: tick,
  people: tick,
  learned: optionalText(2000),
  ends: tick,
  version,
});

/** Whose looks are gathered: one person of the organisation, between two days. */
export const AffectedBy = z
  .object({
    person: z.uuid({ error: 'Choose whose account it was.' }),
    from: z.iso.date({ error: 'Write the first day, such as 2026-11-20.' }),
    until: z.iso.date({ error: 'Write the last day, such as 2026-11-24.' }),
  })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    error: 'The last day comes before the first.',
  });

export interface Breach {
  readonly id: string;
  readonly code: string;
  readonly organisationId: string;
  readonly basisId: string | null;
  readonly words: string;
  readonly foundAt: Date;
  readonly foundByPersonId: string;
  readonly state: BreachState;
  readonly risk: Risk | null;
  readonly judgedWhy: string;
  readonly judgedAt: Date | null;
  readonly officeToldAt: Date | null;
  readonly peopleToldAt: Date | null;
  readonly learned: string;
  readonly endedAt: Date | null;
  readonly version: number;
}

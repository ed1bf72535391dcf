import { addMonths, dayOf } from '../../../platform/dates.ts';

/**
 * How long the only person who runs a page may be away before somebody asks. Groups come twice a year; who works at a
 * centre answers others, and is missed sooner.
 */
const quietMonths = { groups: 9, centres: 2 } as const;

/** The days before which nobody was here. */
export function quietSince(now: Date): { groups: string; centres: string } {
  return {
    groups: dayOf(addMonths(now, -quietMonths.groups)),
    centres: dayOf(addMonths(now, -quietMonths.centres)),
  };
}

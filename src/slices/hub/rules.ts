import { addDays, dayOf, londonTime } from '../../platform/dates.ts';
import { aside, type Change, type ClearRow, end } from './words.ts';

/** What a page shows of a queue before it leads to the whole of it. */
export const todaysThings = 7;
const longestDays = 90;
const dayMs = 86_400_000;
/** Long enough to be for good, and still a date. */
const forGoodDays = 3650;

/** Neighbours that say the same on the same day become one that says how often. */
export function folded(changes: readonly Change[]): (Change & { times: number })[] {
  const lines: (Change & { times: number })[] = [];
  for (const change of changes) {
    const last = lines.at(-1);
    if (last && sameLine(last) === sameLine(change)) last.times += 1;
    else lines.push({ ...change, times: 1 });
  }
  return lines;
}

function sameLine({ name, at, personId, fields }: Change): string {
  return JSON.stringify([name, dayOf(at), personId, fields]);
}

interface Ordered {
  id: string;
  late: boolean;
  at?: Date;
}

/** What is late first, then what has waited longest; what stands in two queues is one thing. */
export function inOrder<Row extends Ordered>(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return [...rows]
    .sort((a, b) => Number(b.late) - Number(a.late) || timeOf(a) - timeOf(b))
    .filter((row) => !seen.has(row.id) && seen.add(row.id));
}

function timeOf({ at }: Ordered): number {
  return at?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

/** What is missing before a row can be set aside or done with, by the name of the field. */
export function missing(input: ClearRow, now: Date): Record<string, string> {
  const problems: Record<string, string> = {};
  if ((input.move === aside || input.move === end) && input.words === '')
    problems.words = 'Say in a few words why, so that others can read it.';
  if (input.move === aside) {
    const away = input.until === '' ? 0 : daysUntil(input.until, now);
    if (away < 1) problems.until = 'Choose a day after today.';
    if (away > longestDays) problems.until = `Choose a day within ${longestDays} days.`;
  }
  return problems;
}

/** Until when the row stays off the list. */
export function awayUntil(input: ClearRow, daysAway: number | undefined, now: Date): Date {
  if (input.move === aside) return londonTime(input.until, 0);
  return addDays(now, input.move === end ? forGoodDays : (daysAway ?? 1));
}

function daysUntil(day: string, now: Date): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${dayOf(now)}T00:00:00Z`)) / dayMs);
}

import { addDays, dayOf, londonTime } from '../../../platform/dates.ts';
import type { Db } from '../../../platform/db/open.ts';
import { daysWarned } from '../rules/until.ts';

/** A role is over when its last day is. */
export function overAt(untilDay: string): Date {
  return londonTime(dayOf(addDays(noonOf(untilDay), 1)), 0);
}

/** When its group is told that the last day is near. */
export function warnsAt(untilDay: string): Date {
  return londonTime(dayOf(addDays(noonOf(untilDay), -daysWarned)), 9);
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

export async function nextOver(db: Db, until: Date): Promise<Date | undefined> {
  const [first] = await lastDays(db, 1);
  const at = first && overAt(first.untilDay);
  return at && at <= until ? at : undefined;
}

export async function nextWarning(db: Db, until: Date): Promise<Date | undefined> {
  const [first] = await untold(db, 1);
  const at = first && warnsAt(first.untilDay);
  return at && at <= until ? at : undefined;
}

/** Live roles, the one whose last day comes first. */
export async function lastDays(db: Db, limit: number): Promise<{ id: string; untilDay: string }[]> {
  const rows = await db
    .selectFrom('volunteering.role')
    .select(['id', 'until_day'])
    .where('state', '=', 'live')
    .orderBy('until_day')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ id: row.id, untilDay: row.until_day }));
}

/** The same, of those whose groups were not told yet. */
export async function untold(db: Db, limit: number): Promise<{ id: string; untilDay: string }[]> {
  const rows = await db
    .selectFrom('volunteering.role')
    .select(['id', 'until_day'])
    .where('state', '=', 'live')
    .where('told_at', 'is', null)
    .orderBy('until_day')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ id: row.id, untilDay: row.until_day }));
}

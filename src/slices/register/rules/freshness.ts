import { addDays, addMonths, dayWords, monthWords } from '../../../platform/dates.ts';
import type { Freshness } from '../words/records.ts';

export interface FreshnessClocks {
  check_due_months: number;
  check_old_months: number;
  check_out_months: number;
}

/** How fresh a record is. Never checked counts as not checked for over a year. */
export function freshnessAt(checkedAt: Date | null, now: Date, clocks: FreshnessClocks): Freshness {
  if (!checkedAt) return 'none';
  if (now >= addMonths(checkedAt, clocks.check_out_months)) return 'none';
  if (now >= addMonths(checkedAt, clocks.check_old_months)) return 'old';
  if (now >= addMonths(checkedAt, clocks.check_due_months)) return 'due';
  return 'ok';
}

/** When it next becomes less fresh; never, once it is out of the default results. */
export function nextFreshnessAt(checkedAt: Date | null, now: Date, clocks: FreshnessClocks): Date | null {
  if (!checkedAt) return null;
  const months = [clocks.check_due_months, clocks.check_old_months, clocks.check_out_months];
  return months.map((count) => addMonths(checkedAt, count)).find((at) => at > now) ?? null;
}

/** The words beside the moon, the same on a page, in print and in a mail. */
export function freshnessWords(record: { freshness: Freshness; checkedAt: Date | null }, now: Date): string {
  const { freshness, checkedAt } = record;
  if (!checkedAt || freshness === 'none') return 'Not checked for over a year';
  if (freshness === 'ok') return `Checked ${dayWords(checkedAt, now)}`;
  const month = monthWords(checkedAt, now);
  return freshness === 'due'
    ? `Check due, last checked in ${month}`
    : `May be out of date, last checked in ${month}`;
}

/** A wait that was said more than thirty days ago is not known any more (R33). */
export function waitShown(service: { waitWords: string; waitSaidAt: Date | null }, now: Date): string {
  if (service.waitWords === '' || !service.waitSaidAt) return '';
  return addDays(service.waitSaidAt, 30) < now ? 'Ask' : service.waitWords;
}

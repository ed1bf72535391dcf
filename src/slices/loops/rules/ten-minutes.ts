import { addDays, dayOf, londonTime } from '../../../platform/dates.ts';
import { type ListedItem, mostItems, type TenMinutesSetting, type WeekList } from '../words/ten-minutes.ts';

/** When post is read. */
const postHour = 7;

/** The Monday of the week, by the calendar of London. */
export function mondayOf(at: Date): string {
  // Counted from noon, because a day on which the clocks change is an hour longer or shorter.
  const noon = new Date(`${dayOf(at)}T12:00:00Z`);
  return dayOf(addDays(noon, -((noon.getUTCDay() + 6) % 7)));
}

/** The next morning of that weekday, 1 for Monday. */
export function nextLetterAt(weekday: number, now: Date): Date {
  const noon = new Date(`${mondayOf(now)}T12:00:00Z`);
  const ofThisWeek = londonTime(dayOf(addDays(noon, weekday - 1)), postHour);
  return ofThisWeek > now ? ofThisWeek : londonTime(dayOf(addDays(noon, weekday + 6)), postHour);
}

/**
 * The list of a week. Whoever takes it gets what is on it then and no more, so that it ends: what was on it and wants
 * no look any longer counts as seen to, and what comes later waits for another week.
 */
export function weekList(setting: TenMinutesSetting, found: readonly ListedItem[], monday: string): WeekList {
  const isTaken = setting.week === monday;
  const taken = found.filter((item) => setting.items.includes(item.key));
  const items = isTaken ? taken : found.slice(0, mostItems);
  const gone = isTaken ? setting.items.length - taken.length : 0;
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  if (setting.paused) return { state: 'paused', items, gone, minutes };
  const isThrough = setting.doneWeek === monday || items.length === 0;
  return { state: isThrough ? 'done' : isTaken ? 'taken' : 'open', items, gone, minutes };
}

/** Whether somebody is asked by mail now: once a week at most, and only when there is something. */
export function mayAsk(setting: TenMinutesSetting, list: WeekList, monday: string): boolean {
  return setting.askedWeek !== monday && (list.state === 'open' || list.state === 'taken');
}

const zone = 'Europe/London';

const dayMonth = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'long' });
const dayMonthYear = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const weekday = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const month = new Intl.DateTimeFormat('en-GB', { timeZone: zone, month: 'long' });
const monthYear = new Intl.DateTimeFormat('en-GB', { timeZone: zone, month: 'long', year: 'numeric' });
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The calendar day in London, as `2026-11-24`. */
export function dayOf(at: Date): string {
  return parts.format(at).slice(0, 10);
}

/** `12 November`, with the year when it is not this one. */
export function dayWords(at: Date, now: Date): string {
  return dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4) ? dayMonth.format(at) : dayMonthYear.format(at);
}

/** `Friday 27 November`. */
export function weekdayWords(at: Date): string {
  return weekday.format(at).replace(',', '');
}

/** `May`, with the year when it is not this one. */
export function monthWords(at: Date, now: Date): string {
  return dayOf(at).slice(0, 4) === dayOf(now).slice(0, 4) ? month.format(at) : monthYear.format(at);
}

/** `11.30`, and `2` for a whole hour in the afternoon, as people write it on a noticeboard. */
export function timeWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const shown = hours > 12 ? hours - 12 : hours;
  return minutes === 0 ? String(shown) : `${shown}.${String(minutes).padStart(2, '0')}`;
}

/** `19.42` by the clock on the wall in London. */
export function clockWords(at: Date): string {
  return parts.format(at).slice(12, 17).replace(':', '.');
}

/** Hour and minute on the wall in London as one number: 9.30 is 9.5. */
export function hourOf(at: Date): number {
  const [hours = 0, minutes = 0] = parts.format(at).slice(12, 17).split(':').map(Number);
  return hours + minutes / 60;
}

/** The instant of a wall-clock time in London. A time that the spring change leaves out becomes the hour after. */
export function londonTime(day: string, hours: number): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + hours * 3_600_000;
  for (const offsetHours of [1, 0]) {
    const at = new Date(wall - offsetHours * 3_600_000);
    if (dayOf(at) === day && Math.abs(hourOf(at) - hours) < 0.001) return at;
  }
  return new Date(wall);
}

export function addMonths(at: Date, months: number): Date {
  const moved = new Date(at);
  const day = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, lastDay));
  return moved;
}

export function addDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * 86_400_000);
}

/** When post is read. */
const postHour = 7;

/** The next morning at the hour when post is read, or the next Monday morning, by the clock on the wall in London. */
export function nextMorning(at: Date, onMonday: boolean): Date {
  return nextAt(at, postHour, onMonday ? 1 : undefined);
}

/** The next time it is this hour by the clock on the wall in London; of a weekday, where 1 is Monday and 7 Sunday. */
export function nextAt(at: Date, hour: number, weekday?: number): Date {
  // Counted from noon: a day on which the clocks change is an hour longer or shorter, and its midnight elsewhere.
  const noon = new Date(`${dayOf(at)}T12:00:00Z`);
  for (let days = 0; days < 9; days += 1) {
    const day = dayOf(addDays(noon, days));
    const then = londonTime(day, hour);
    const isTheDay = weekday === undefined || new Date(`${day}T12:00:00Z`).getUTCDay() === weekday % 7;
    if (isTheDay && then > at) return then;
  }
  throw new Error('There is each weekday in every week.');
}

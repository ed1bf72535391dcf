import type { Nation } from '../lists/nations.ts';

export interface Holiday {
  /** As `2026-12-25`. */
  day: string;
  name: string;
}

const monday = 1;

/**
 * The bank holidays of a year by their rules: the Banking and Financial Dealings Act 1971 and the proclamations that
 * repeat every year. What is proclaimed once, for a coronation or a funeral, is added by hand.
 */
export function holidaysOf(nation: Nation, year: number): Holiday[] {
  const fixed = fixedDays[nation].map(([month, date, name]) => ({ day: dayText(year, month, date), name }));
  const moving = movingDays(nation, year);
  const taken = new Set([...fixed.filter(({ day }) => !isWeekend(day)), ...moving].map(({ day }) => day));
  const kept = fixed.map(({ day, name }) => {
    if (!isWeekend(day)) return { day, name };
    let substitute = next(day);
    while (isWeekend(substitute) || taken.has(substitute)) substitute = next(substitute);
    taken.add(substitute);
    return { day: substitute, name: `${name}, moved` };
  });
  return [...kept, ...moving].sort((a, b) => a.day.localeCompare(b.day));
}

/** No promise of this program is older. */
const firstYear = 2025;
const yearsAhead = 10;

/** What a network keeps of a nation: ten years from now on, and those since its promises began. */
export function holidayRows(nation: Nation, now: Date): (Holiday & { nation: Nation })[] {
  const days = holidaysBetween(nation, { from: firstYear, to: now.getUTCFullYear() + yearsAhead });
  return days.map((holiday) => ({ nation, ...holiday }));
}

/** Those of several years, the last one included. */
function holidaysBetween(nation: Nation, years: { from: number; to: number }): Holiday[] {
  const count = Math.max(0, years.to - years.from + 1);
  return Array.from({ length: count }, (_, index) => holidaysOf(nation, years.from + index)).flat();
}

const christmas = [
  [12, 25, 'Christmas Day'],
  [12, 26, 'Boxing Day'],
] as const;

const fixedDays: Readonly<Record<Nation, readonly (readonly [month: number, date: number, name: string])[]>> =
  {
    'england-and-wales': [[1, 1, 'New Year’s Day'], ...christmas],
    scotland: [[1, 1, 'New Year’s Day'], [1, 2, '2nd January'], [11, 30, 'St Andrew’s Day'], ...christmas],
    'northern-ireland': [
      [1, 1, 'New Year’s Day'],
      [3, 17, 'St Patrick’s Day'],
      [7, 12, 'Battle of the Boyne'],
      ...christmas,
    ],
  };

function movingDays(nation: Nation, year: number): Holiday[] {
  const easter = easterSunday(year);
  return [
    { day: moved(easter, -2), name: 'Good Friday' },
    ...(nation === 'scotland' ? [] : [{ day: moved(easter, 1), name: 'Easter Monday' }]),
    { day: firstMonday(year, 5), name: 'Early May bank holiday' },
    { day: lastMonday(year, 5), name: 'Spring bank holiday' },
    { day: nation === 'scotland' ? firstMonday(year, 8) : lastMonday(year, 8), name: 'Summer bank holiday' },
  ];
}

/** The Gregorian computus as Meeus prints it (Astronomical Algorithms, 1991, chapter 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayText(year, Math.floor(n / 31), (n % 31) + 1);
}

function firstMonday(year: number, month: number): string {
  let day = dayText(year, month, 1);
  while (weekdayOf(day) !== monday) day = next(day);
  return day;
}

function lastMonday(year: number, month: number): string {
  let day = dayText(year, month, 31);
  while (weekdayOf(day) !== monday) day = moved(day, -1);
  return day;
}

function dayText(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay();
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(weekdayOf(day));
}

function next(day: string): string {
  return moved(day, 1);
}

function moved(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

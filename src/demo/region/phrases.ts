import type { DemoSchedule, Weekday } from './shapes.ts';

export interface Slots {
  place: string;
  borough: string;
  street: string;
  venue: string;
  day: string;
  year: string;
  n: string;
  who: string;
}

const week: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Puts a group’s own words into the braces. */
export function fill(phrase: string, slots: Slots): string {
  return Object.entries(slots).reduce((text, [slot, word]) => text.replaceAll(`{${slot}}`, word), phrase);
}

export function nameOfDay(day: Weekday): string {
  return dayNames[week.indexOf(day)] ?? 'Monday';
}

/** The second day of a group: two weekdays on. */
function secondDay(day: Weekday): Weekday {
  return week[(week.indexOf(day) + 2) % 5] ?? 'MO';
}

/** “D 11:30-14:00 | Halal on Fridays; MO-FR 9:00-12:00” as schedules. */
export function schedules(hours: string, own: Weekday): DemoSchedule[] {
  return hours.split(';').map((part) => {
    const [when = '', note] = part.split('|').map((text) => text.trim());
    const [days = '', times = ''] = when.split(' ');
    const [opens = '', closes = ''] = times.split('-').map((time) => time.padStart(5, '0'));
    return { days: daysOf(days, own), opens, closes, ...(note ? { note } : {}) };
  });
}

function daysOf(days: string, own: Weekday): Weekday[] {
  const wanted = days.split(',').flatMap((word): string[] => {
    if (word === 'D') return [own];
    if (word === 'E') return [secondDay(own)];
    const [from = '', to] = word.split('-');
    return to ? between(from, to) : [from];
  });
  return week.filter((day) => wanted.includes(day));
}

function between(from: string, to: string): string[] {
  const names: string[] = week;
  return names.slice(names.indexOf(from), names.indexOf(to) + 1);
}

/** Letters and digits for keys and web addresses: “St Ambrin’s Café” becomes st-ambrins-cafe. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f’]/g, '')
    .replaceAll('ł', 'l')
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 48)
    .replace(/-$/, '');
}

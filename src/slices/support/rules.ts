import type { CorrectEntry, Entry } from './words.ts';

const shownStates = ['active', 'paused', 'closing', 'closed'];

/** There is no log about a centre or the hub: how a centre fares is nobody’s timeline (model D5, 16). */
export function whyNoLog(about: { kind: string; state: string }): string | undefined {
  if (about.kind === 'centre' || about.kind === 'hub')
    return 'There is no support log about a centre or the hub.';
  return shownStates.includes(about.state) ? undefined : 'This record is not public yet.';
}

export function whyNotCorrect(entry: Pick<Entry, 'withdrawnAt'>): string | undefined {
  return entry.withdrawnAt === null ? undefined : 'This entry was withdrawn. Write a new one.';
}

export function changedFields(before: Entry, after: CorrectEntry): string[] {
  const fields = {
    kind: before.kind !== after.kind,
    on_day: before.onDay !== after.on_day,
    words: before.words !== after.words,
    shown_to: before.shownTo !== after.shown_to,
    follow_up: before.followUpOn !== after.follow_up_on,
  };
  return Object.entries(fields).flatMap(([field, isChanged]) => (isChanged ? [field] : []));
}

/** How far away a day is, for whoever has to do something by then. */
export function dueWords(day: string, today: string): 'late' | 'today' | 'later' {
  if (day < today) return 'late';
  return day === today ? 'today' : 'later';
}

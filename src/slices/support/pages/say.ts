import { dayWords } from '../../../platform/dates.ts';
import type { Entry } from '../words.ts';

/** An entry in words, with what this reader may do about it. */
export interface Told extends Entry {
  centreName: string;
  kindWords: string;
  /** Empty where it is as most are. */
  shownWords: string;
  /** It was written for a centre whose work the reader does. */
  own: boolean;
  mayCorrect: boolean;
  followUp: { words: string; mayEnd: boolean } | undefined;
}

/** `12 November`, from a day as the database writes it. */
export function dayOfWords(day: string, now: Date): string {
  return dayWords(new Date(`${day}T12:00:00Z`), now);
}

import type { Language, PeopleServed, Theme, WayIn } from './shapes.ts';

/**
 * A kind of activity with the words people use for it. Braces are filled per group: {place}, {borough},
 * {street}, {venue}, {day}, {year}, {n} (volunteers), {who} (a founder).
 */
export interface Trade {
  key: string;
  /** As one would say it in the street; also makes the old names. */
  plain: string;
  themes: Theme[];
  people: PeopleServed[];
  /** The address is never shown. */
  hidden?: boolean;
  names: string[];
  says: string[];
  story: string[];
  desk: string[];
  languages?: Language[];
  offers: Offer[];
}

export interface Offer {
  names: string[];
  says: string[];
  story: string[];
  forWhom: string[];
  notFor?: string[];
  ages?: { from?: number; to?: number };
  cost: [pence: number | null, words: string][];
  way: WayIn[];
  /** “D 11:30-14:00 | Halal on Fridays; E 9:00-12:00”. D is the group’s own day, E its second day. */
  hours: string[];
  /** It comes to people’s homes. */
  comes?: boolean;
  themes?: Theme[];
  people?: PeopleServed[];
}

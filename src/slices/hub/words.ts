import { z } from 'zod';
import { day, optionalText } from '../../platform/words.ts';

/** What the coordinator did about a row, as the form sends it. */
export const ClearRow = z.object({
  row: z.string().min(1).max(300),
  move: z.string({ error: 'Choose what you did about it.' }).regex(/^[a-z-]{1,40}$/, {
    error: 'Choose what you did about it.',
  }),
  words: optionalText(500),
  until: z.union([z.literal(''), day('Choose the day on which you want to see it again.')]).default(''),
});
export type ClearRow = z.infer<typeof ClearRow>;

/** The two that every queue has, besides its own. */
export const aside = 'aside';
export const end = 'end';

export interface DrawnQueue {
  name: string;
  label: string;
  /** What to do about it, in a sentence. */
  next: string;
  total: number;
  /** How many were set aside until a day. */
  away: number;
  rows: readonly DrawnRow[];
}

export interface DrawnRow {
  id: string;
  queue: string;
  queueLabel: string;
  title: string;
  url?: string;
  go?: string;
  text: string;
  late: boolean;
  at?: Date;
  ring?: ToRing;
  waitsFor?: string;
  moves: readonly { name: string; label: string }[];
  canEnd: boolean;
}

/** Something that was done about a row. */
export interface DoneMove {
  id: string;
  queue: string;
  done: string;
  title: string;
  words: string;
  byPersonId: string;
  at: Date;
  awayUntil: Date;
}

/** Whom it waits for. */
export interface ToRing {
  name: string;
  phone: string;
}

export interface CentreThisMorning {
  id: string;
  name: string;
  open: number;
  late: number;
  checked: number;
  records: number;
}

/** A step of setting up, as the list shows it. */
export interface ShownStep {
  name: string;
  label: string;
  url: string;
  needed: boolean;
  state: 'done' | 'partly' | 'open';
  words: string;
}

/** Something that was changed about the network, as it stands in the record. */
export interface Change {
  id: string;
  name: string;
  at: Date;
  personId: string | null;
  fields: readonly string[];
}

/** What the record calls a change, in words; those are the ones that the list of settings shows. */
export const changeWords: Readonly<Record<string, string>> = {
  'network.made': 'The network was made',
  'network.settings_changed': 'Changed',
  'network.holiday_added': 'Added a holiday',
  'network.holiday_removed': 'Took out a holiday',
  'network.doors_opened': 'Opened the front door',
  'network.doors_closed': 'Closed the front door',
  'areas.areas_loaded': 'Brought in areas',
  'areas.postcodes_loaded': 'Brought in postcodes',
  'areas.outcodes_loaded': 'Brought in first halves of postcodes',
  'directory.synonyms_added': 'Added words that mean the same',
  'directory.synonyms_changed': 'Changed words that mean the same',
  'directory.synonyms_removed': 'Removed words that mean the same',
  'register.centre_made': 'Added a body of the network',
  'register.cover_changed': 'Changed who answers for which area',
};

/** A way in which records are less good than they could be: what is counted, and what helps. */
export interface Measure {
  name: string;
  label: string;
  next: string;
}

export const measures: readonly Measure[] = [
  {
    name: 'unchecked',
    label: 'Not checked in the promised time',
    next: 'Each was asked by mail. The home centre can ring, and press the button for them.',
  },
  {
    name: 'unled',
    label: 'Nobody runs the page',
    next: 'The home centre can ask the group for a mailbox, and invite somebody.',
  },
  {
    name: 'one-person',
    label: 'One person only runs the page',
    next: 'Ask for a second one, so that nothing is lost when the first one leaves.',
  },
  {
    name: 'unreachable',
    label: 'No telephone, e-mail or web address',
    next: 'Whoever finds it cannot get in touch. The home centre may know a way.',
  },
  {
    name: 'unplaced',
    label: 'No place that we know',
    next: 'It is not found near a postcode. A postcode on its page is enough, and it can stay hidden.',
  },
  {
    name: 'homeless',
    label: 'No home centre',
    next: 'Nobody is asked to look after it. An area or a postcode on its page leads to one.',
  },
];

export interface HealthCount {
  name: string;
  records: number;
}

export interface PoorRecord {
  id: string;
  name: string;
  centreId: string | null;
  centreName: string;
  checkedAt: Date | null;
}

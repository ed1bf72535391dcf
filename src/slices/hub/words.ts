export interface DrawnQueue {
  name: string;
  label: string;
  /** What to do about it, in a sentence. */
  next: string;
  total: number;
  rows: readonly DrawnRow[];
}

export interface DrawnRow {
  id: string;
  title: string;
  url?: string;
  text: string;
  late: boolean;
  at?: Date;
  ring?: ToRing;
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
  'register.centre_made': 'Added a body of the network',
  'register.cover_changed': 'Changed who answers for which area',
};

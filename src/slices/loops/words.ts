/** An open promise between people: it has an owner, a clock, a way up and an end. */
export interface NewLoop {
  kind: string;
  thingId: string;
  ownerOrganisationId: string;
  ownerPersonId: string;
  /** Whose answer it is, where somebody else has to keep an eye on it; else the owner’s. */
  aboutOrganisationId?: string;
  dueAt: Date;
}

export interface Loop {
  id: string;
  kind: string;
  thingId: string;
  ownerOrganisationId: string;
  ownerPersonId: string;
  ownerSince: Date;
  aboutOrganisationId: string;
  openedAt: Date;
  dueAt: Date;
  firstDueAt: Date;
  climbStep: number;
  endedAt: Date | null;
  endReason: string | null;
}

/** Who stands on each step of the ladder. */
export const steps = ['receiver', 'second contact', 'home centre', 'hub'] as const;

/** Buttons of one form; each sends its value as `field`. */
export interface PressForm {
  form: string;
  action: string;
  field: string;
  buttons: readonly { value: string; label: string }[];
}

/** What shows beside a promise when the organisation that has to answer it is not what it was. */
export interface Mark {
  name: 'closed' | 'closing' | 'paused' | 'stale';
  words: string;
  /** How loud. */
  tone: 'late' | 'wait';
}

export interface InboxRow {
  loop: Loop;
  kindLabel: string;
  title: string;
  text: string;
  url: string;
  action: string;
  late: boolean;
  quarter: 0 | 1 | 2 | 3 | 4;
  /** Answers that are given right here. */
  presses?: PressForm | undefined;
  mark?: Mark | undefined;
}

/** Something that happened to a promise, as the record has it. */
export interface Happening {
  name: string;
  at: Date;
  organisationId: string | null;
  step: number | undefined;
  endReason: string | undefined;
  reason: string;
}

/** What happened to a promise and what comes next, ready for the page: the words of `Trail`. */
export interface LoopTrail {
  items: readonly { what: string; by?: string | undefined; words?: string; when: string }[];
  next?: { what: string; text: string } | undefined;
}

/** A promise goes to somebody else: who had it, who has it now, and why. */
export interface PassOn {
  id: string;
  from: { organisationId: string; personId: string };
  to: { organisationId: string; personId: string };
  step: number;
  why: string;
}

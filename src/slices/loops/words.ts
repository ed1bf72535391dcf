/** An open promise between people: it has an owner, a clock, a way up and an end. */
export interface NewLoop {
  kind: string;
  thingId: string;
  ownerOrganisationId: string;
  ownerPersonId: string;
  dueAt: Date;
}

export interface Loop {
  id: string;
  kind: string;
  thingId: string;
  ownerOrganisationId: string;
  ownerPersonId: string;
  openedAt: Date;
  dueAt: Date;
  firstDueAt: Date;
  climbStep: number;
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
}

import { z } from 'zod';
import { day, email, optionalText, text } from '../../../platform/words.ts';

export const handoverWords = {
  offered: 'Asked, not answered yet',
  accepted: 'Taken over',
  declined: 'Declined',
  taken_back: 'Taken back',
} as const;
export type HandoverState = keyof typeof handoverWords;

export interface Leaving {
  id: string;
  organisationId: string;
  personId: string;
  leavesAt: Date;
  note: string;
  stuckAt: Date | null;
  calledOffAt: Date | null;
  endedAt: Date | null;
}

export interface Handover {
  id: string;
  leavingId: string;
  duty: string;
  thingId: string;
  title: string;
  takerId: string;
  state: HandoverState;
}

/** One thing somebody answers for, and who is to take it over. */
export interface Passed {
  duty: string;
  thingId: string;
  title: string;
  text: string;
  url: string | undefined;
  handover: Handover | undefined;
}

const taker = z.union([z.uuid(), z.literal('')]);

/** `taker.page.ID` and the like: who is asked to take which thing. */
export const PlanLeaving = z
  .object({ on: day('Choose the last day.'), note: optionalText(4000) })
  .catchall(taker)
  .transform(({ on, note, ...rest }) => ({ on, note, takers: new Map(Object.entries(rest)) }));
export type PlanLeaving = z.infer<typeof PlanLeaving>;

export const AnswerHandover = z.strictObject({
  answer: z.enum(['accepted', 'declined'], { error: 'Say whether you take it.' }),
});

export const checkWays = {
  rang: 'Rang a number that was on the record before',
  met: 'Met the person at the group’s own place or meeting',
  letter: 'Has it in writing from the committee or the trustees',
  vouched: 'Heard it from somebody else at the group whom we know',
} as const;
export type CheckWay = keyof typeof checkWays;

export const appointmentWords = {
  checked_once: 'One check done, one to do',
  waiting: 'Both checks done, everybody told',
  invited: 'Invited',
  stopped: 'Stopped',
  reversed: 'Undone',
} as const;
export type AppointmentState = keyof typeof appointmentWords;

export interface Appointment {
  id: string;
  organisationId: string;
  email: string;
  why: string;
  firstCheck: CheckWay;
  firstBy: string;
  firstAt: Date;
  secondCheck: CheckWay | null;
  secondBy: string | null;
  takesEffectAt: Date | null;
  invitationId: string | null;
  state: AppointmentState;
  endReason: string;
}

const way = z.enum(['rang', 'met', 'letter', 'vouched'], { error: 'Say how you checked.' });

export const AppointPerson = z.strictObject({
  email,
  why: text({ max: 1000, missing: 'Say why nobody at the group can do it.' }),
  check: way,
});
export type AppointPerson = z.infer<typeof AppointPerson>;

export const ConfirmAppointment = z.strictObject({ check: way });

export const ReverseAppointment = z.strictObject({
  reason: text({ max: 1000, missing: 'Say why. It stays in the record.' }),
});

import type { Pace, Span } from '../../../platform/contributions.ts';

/** The last step: from the hub nothing climbs further, it only becomes later. */
const topStep = 3;

/** The end of a stretch of the network’s working time. */
export type After = (from: Date, span: Span) => Date;

export function nextStep(step: number): number | undefined {
  return step < topStep ? step + 1 : undefined;
}

/** At the hub a promise lies with somebody who may only look, and ring whoever should answer. */
export function isAtTheHub(step: number): boolean {
  return step >= topStep;
}

/** What the clock of a promise needs to know. */
export interface ClockOf {
  openedAt: Date;
  pace: Pace | undefined;
  /** How long each step has, where the kind has no pace of its own. */
  climbDays: number;
}

/**
 * When a promise that has just come to this step is due there. A pace counts from the opening, so that a step which was
 * long does not make the next ones later; what has been overtaken already gets a working day at least.
 */
export function dueOnStep(step: number, clock: ClockOf, now: Date, after: After): Date {
  const span = clock.pace?.[step];
  if (span === undefined) return after(now, { days: clock.climbDays });
  const paced = after(clock.openedAt, span);
  return paced > now ? paced : after(now, { days: 1 });
}

/** When a new promise begins to climb: as its kind says, or when it is over. */
export function firstClimb(promised: Date, pace: Pace | undefined, now: Date, after: After): Date {
  return pace === undefined ? promised : after(now, pace[0]);
}

/**
 * Somebody else was asked. Whoever gets it has as long as a step has, and it climbs on from where they stand; what was
 * not due yet and stays where it is keeps its time.
 */
export function dueAfterPass(
  loop: { climbStep: number; dueAt: Date },
  to: { step: number },
  now: Date,
  afterAStep: Date,
): Date {
  if (to.step === 0 && loop.climbStep === 0 && loop.dueAt > now) return loop.dueAt;
  return loop.dueAt > afterAStep ? loop.dueAt : afterAStep;
}

import { dayWords, weekdayWords } from '../../../../platform/dates.ts';
import { reasonWords } from '../../lists/brokerage.ts';
import { isOver } from '../../rules/brokerage/lifecycle.ts';
import type { EnquiryState, EnquiryStep } from '../../words/brokerage/enquiry.ts';

export interface Turn {
  /** Who has to answer. */
  readonly who: string;
  readonly until: Date;
  readonly isLate: boolean;
}

/** “The group has until Friday 27 November to reply.” */
export function turnWords({ who, until, isLate }: Turn): string {
  return isLate
    ? `${who} should have replied by ${weekdayWords(until)}. We are sorry.`
    : `${who} has until ${weekdayWords(until)} to reply.`;
}

export function toneOf(state: EnquiryState): 'end' | 'wait' | undefined {
  if (isOver(state)) return 'end';
  return state === 'new' || state === 'introduced' ? 'wait' : undefined;
}

const done: Readonly<Record<string, string>> = {
  new: 'Asked',
  in_advice: 'Advised',
  matched: 'Found a role that could fit',
  consent_asked: 'Asked whether they agree',
  introduced: 'Sent to the group',
  opened: 'Opened',
  talking: 'Answered: let us talk',
  checks: 'Began with the checks',
  offered: 'Offered a place',
  started: 'Agreed on the start',
  ended: 'Ended',
  stopped: 'Stopped',
  expired: 'Expired: nobody opened it for 30 days',
  withdrawn: 'Withdrew',
  note: 'Wrote down',
  late: 'The time for an answer was over',
  follow_up: 'Asked how it is, after six weeks',
};

/** A line of what has happened; the reason and the words stand below it. */
export function stepItem(step: EnquiryStep, names: ReadonlyMap<string, string>, now: Date) {
  const by = step.organisationId ? names.get(step.organisationId) : undefined;
  const why = step.reason === '' || step.reason === 'private' ? '' : (reasonWords[step.reason] ?? '');
  const words = [why && `${why}.`, step.said && `“${step.said}”`].filter((one) => one).join(' ');
  return {
    what: done[step.what] ?? step.what,
    ...(by && { by: `by ${by}` }),
    ...(words !== '' && { words }),
    when: dayWords(step.at, now),
  };
}

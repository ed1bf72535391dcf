import { dayWords, weekdayWords } from '../../../platform/dates.ts';
import { declineReasons, endReasons } from '../lists/reasons.ts';
import type { State, Step } from '../words/referral.ts';

const did: Readonly<Record<string, string>> = {
  send: 'Sent',
  open: 'Opened',
  ask: 'Asked a question',
  reply: 'Answered the question',
  accept: 'Accepted',
  wait: 'Put on the waiting list',
  decline: 'Declined',
  tried: 'Tried to reach them',
  could_not_reach: 'Could not reach them',
  started: 'Started',
  ended: 'Ended',
  close: 'Read and closed',
  time_closes: 'Closed, ten days after the message back',
  withdrawn: 'Withdrawn by the person',
  hold: 'Put on hold',
  release: 'Let go on again',
};

/** A step as a line of the trail: what, by whom, in which words, when. */
export function trailItem(step: Step, names: ReadonlyMap<string, string>) {
  const by = step.organisationId ? names.get(step.organisationId) : undefined;
  const until = step.onDay ? `Until about ${dayWords(new Date(step.onDay), new Date(0))}.` : '';
  const said = step.said === '' ? '' : `“${step.said}”`;
  const words = [reasonWords(step.reason), until, said].filter((one) => one !== '').join(' ');
  return { what: did[step.what] ?? step.what, by: by && `by ${by}`, words, when: weekdayWords(step.at) };
}

function reasonWords(reason: string): string {
  const words: Readonly<Record<string, string>> = { ...declineReasons, ...endReasons };
  return words[reason] === undefined ? '' : `${words[reason]}.`;
}

export function toneOf(state: State): 'wait' | 'late' | 'end' | undefined {
  if (['sent', 'opened', 'more_asked', 'waiting'].includes(state)) return 'wait';
  if (['declined', 'could_not_reach', 'on_hold'].includes(state)) return 'late';
  return ['closed', 'withdrawn', 'ended'].includes(state) ? 'end' : undefined;
}

/** Whose turn it is, until when, and what happens if they say nothing. */
export function turnWords(turn: {
  who: string;
  mine: boolean;
  until: Date;
  late: boolean;
  next: string;
}): string {
  const until = weekdayWords(turn.until);
  const who = turn.mine ? 'You have' : `${turn.who} has`;
  if (turn.late) return `It was promised by ${until}. ${turn.next} now has it in hand.`;
  return `${who} until ${until}. If nothing is said by then, ${turn.next} asks after it.`;
}

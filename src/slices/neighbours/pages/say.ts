import { dayWords } from '../../../platform/dates.ts';
import { answers, type Ending, type ShownHello } from '../words/hellos.ts';

/** A group on the list, with why it is there, and why it cannot be greeted now where that is so. */
export interface Suggested {
  id: string;
  name: string;
  summary: string;
  reason: string;
  whyNot: string | undefined;
}

/** Two groups, from where the first one stands. */
export interface Known {
  id: string;
  name: string;
  /** What each of the two says. */
  ours: string;
  theirs: string;
  /** The word of what we say now. */
  say: string;
  mutual: boolean;
}

export const answerButtons = Object.entries(answers).map(([value, label]) => ({ value, label }));

/** The same about somebody who is not there to be spoken to. */
export const sayButtons = [
  { value: 'know', label: 'We know them' },
  { value: 'we_signpost', label: 'We signpost people to them' },
  { value: 'you_signpost', label: 'They signpost people to us' },
  { value: 'both', label: 'Both: we signpost to each other' },
  { value: 'nothing', label: 'We say nothing of them' },
] as const;

const endingWords: Readonly<Record<Ending, (to: string) => string>> = {
  know: (to) => `${to} knows you.`,
  we_signpost: (to) => `${to} knows you, and signposts people to you.`,
  you_signpost: (to) => `${to} knows you, and says that you signpost people to it.`,
  both: (to) => `${to} knows you, and says that you signpost people to each other.`,
  not_now: (to) => `${to} says “not now”.`,
  nobody_there: (to) => `Nobody at ${to} could be reached.`,
  taken_back: () => 'You took it back.',
};

export function endingOf(one: ShownHello, now: Date): string {
  if (!one.answer || !one.answeredAt) return '';
  const told = one.answeredFor && one.answer !== 'nobody_there' ? ' They said so on the telephone.' : '';
  return `${endingWords[one.answer](one.toName)}${told} ${dayWords(one.answeredAt, now)}`;
}

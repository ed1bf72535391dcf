import { joined } from '../say.ts';

interface Match {
  readonly isAsked: boolean;
  readonly sharesCause: boolean;
  readonly ownGroup: boolean;
  readonly minimumAge: number;
}

/** Why a role could fit somebody, in a sentence. */
export function matchWords(match: Match, age: number | undefined): string {
  const reasons = [
    ...(match.isAsked ? ['they asked about it'] : []),
    ...(match.sharesCause && !match.isAsked ? ['it is for the same cause'] : []),
    ...(match.ownGroup ? ['you know the group'] : []),
    ...(age === undefined ? [] : [`it is open to somebody of ${age}`]),
  ];
  if (reasons.length === 0) return 'It is live.';
  const words = joined(reasons);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

interface Counts {
  readonly asked: number;
  readonly replied: number;
  readonly introduced: number;
  readonly opened: number;
  readonly offered: number;
  readonly started: number;
  readonly ended: number;
  readonly stopped: number;
}

/** How far enquiries came, step by step, for those who hold the records. */
export function funnelLines(of: Counts): { words: string; count: number }[] {
  return [
    { words: 'Asked', count: of.asked },
    { words: 'Heard from somebody', count: of.replied },
    { words: 'Introduced to a group', count: of.introduced },
    { words: 'Opened by the group', count: of.opened },
    { words: 'Offered a place', count: of.offered },
    { words: 'Started', count: of.started },
    { words: 'Ended after a start', count: of.ended },
    { words: 'Stopped before a start', count: of.stopped },
  ];
}

/** How long half of them waited for the first word, as one would say it. */
export function medianWords(hours: number | null): string {
  if (hours === null) return '';
  if (hours < 1) return 'Half of them heard from somebody within the hour.';
  if (hours < 24) return `Half of them heard from somebody within ${Math.ceil(hours)} hours.`;
  const days = Math.ceil(hours / 24);
  return `Half of them heard from somebody within ${days === 1 ? 'a day' : `${days} days`}.`;
}

/** The step at which most are lost, of those who came so far; empty where nobody is. */
export function worstStepWords(of: Counts): string {
  const steps = [
    { words: 'ask and hear from nobody', from: of.asked, to: of.replied },
    { words: 'are introduced and not opened', from: of.introduced, to: of.opened },
    { words: 'are opened and not offered a place', from: of.opened, to: of.offered },
    { words: 'are offered a place and do not start', from: of.offered, to: of.started },
  ].filter(({ from, to }) => from > to);
  const [worst] = [...steps].sort((a, b) => (b.from - b.to) / b.from - (a.from - a.to) / a.from);
  return worst ? `Most are lost here: ${worst.from - worst.to} of ${worst.from} ${worst.words}.` : '';
}

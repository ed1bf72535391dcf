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

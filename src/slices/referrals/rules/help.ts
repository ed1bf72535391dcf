import type { HelpState, Sorted } from '../words/help/request.ts';

/** Every move of a request for help (model D3, 7). What is not here is refused. */
const moves = {
  take: { from: ['received'], to: 'sorted' },
  referred: { from: ['sorted', 'referred'], to: 'referred' },
  signposted: { from: ['sorted'], to: 'signposted' },
  helped: { from: ['sorted'], to: 'helped' },
  no_service: { from: ['sorted'], to: 'no_service' },
  close: { from: ['referred', 'signposted', 'helped', 'no_service'], to: 'closed' },
  spam: { from: ['received', 'sorted'], to: 'spam' },
} as const satisfies Record<string, { from: readonly HelpState[]; to: HelpState }>;

export type HelpMove = keyof typeof moves;

const overStates: readonly HelpState[] = ['closed', 'spam', 'withdrawn'];

export function helpAfter(move: HelpMove): HelpState {
  return moves[move].to;
}

/** Why it cannot be done now; undefined where it can. */
export function whyNotHelp(move: HelpMove, state: HelpState): string | undefined {
  const from: readonly HelpState[] = moves[move].from;
  if (from.includes(state)) return undefined;
  if (overStates.includes(state)) return 'This is over. Nothing more can be done with it.';
  if (move === 'take') return 'Somebody else has taken this up. They look after it now.';
  if (move === 'close') return 'First say what became of it, then tell them.';
  return 'Somebody has gone on with this in the meantime. Look again how far it is.';
}

/** Working days until the next word is due, where one is. The first is a clock of the network. */
export function helpOwedDays(state: HelpState, firstDays: number): number | undefined {
  if (state === 'received') return firstDays;
  return overStates.includes(state) ? undefined : 5;
}

export function isHelpOver(state: HelpState): boolean {
  return overStates.includes(state);
}

interface Places {
  readonly covering: { id: string; name: string; phone: string } | undefined;
  readonly centre: { id: string; name: string; phone: string } | undefined;
  readonly hub: { id: string; name: string; phone: string };
  readonly knowsNeed: boolean;
}

/**
 * One step: the group that covers the need and the place. Where the need has no name yet, the centre of the area
 * finds out. Where nobody covers it, the hub has it, and it counts as a gap.
 */
export function sortedTo({
  covering,
  centre,
  hub,
  knowsNeed,
}: Places): Omit<Sorted, 'areaCode' | 'areaName'> {
  if (covering) return { ...covering, why: 'group' };
  return centre && !knowsNeed ? { ...centre, why: 'centre' } : { ...hub, why: 'hub' };
}

/** Nobody near does what was asked for. */
export function isGap(sorted: Pick<Sorted, 'why'>, need: string): boolean {
  return sorted.why === 'hub' && need !== '';
}

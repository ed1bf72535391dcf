import { type State, states } from '../words/role.ts';

/** What a role can become (model D3, lifecycle 3). */
const moves: Readonly<Record<State, readonly State[]>> = {
  draft: ['for_check', 'live', 'withdrawn'],
  for_check: ['live', 'returned', 'withdrawn'],
  // What is put right is sent again; of a group that is trusted meanwhile it goes live.
  returned: ['for_check', 'live', 'withdrawn'],
  live: ['paused', 'full', 'expired', 'pulled', 'withdrawn'],
  paused: ['live', 'withdrawn'],
  full: ['live', 'withdrawn'],
  expired: ['withdrawn'],
  // Only somebody who looks at it lets it come back.
  pulled: ['for_check', 'live', 'withdrawn'],
  withdrawn: [],
};

export function canBecome(from: State, to: State): boolean {
  return moves[from].includes(to);
}

interface Standing {
  readonly state: State;
  readonly untilDay: string;
}

/** Why it cannot become that, in the sentence a person will read. */
export function whyNotMove(role: Standing, to: State, today: string): string | undefined {
  if (role.state === to) return `It is “${states[to]}” already.`;
  if (!canBecome(role.state, to)) {
    return role.state === 'withdrawn' || role.state === 'expired'
      ? 'This role is over. Post it again as a new one.'
      : `A role that is “${states[role.state]}” cannot become “${states[to]}”.`;
  }
  if (to === 'live' && role.untilDay < today) {
    return 'Its last day is over. Write a later one first, then open it again.';
  }
  return undefined;
}

/** What it is to be when somebody presses “Post it”. What was taken off is looked at again, also of a trusted group. */
export function stateWhenSent(from: State | undefined, of: { waits: boolean; byHomeCentre: boolean }): State {
  if (of.byHomeCentre) return 'live';
  return of.waits || from === 'pulled' ? 'for_check' : 'live';
}

/** Those whose page anybody may read: what is full or over says so. */
export function isShown(state: State): boolean {
  return state === 'live' || state === 'paused' || state === 'full' || state === 'expired';
}

export function isOpenForWriting(state: State): boolean {
  return state !== 'withdrawn' && state !== 'expired';
}

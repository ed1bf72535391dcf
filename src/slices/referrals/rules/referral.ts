import type { Referral, State } from '../words/referral.ts';

export type Side = 'sender' | 'receiver' | 'system';

/** Every move of a referral (model D3, 6): from which states, to which, by whom. What is not here is refused. */
const moves = {
  open: { from: ['sent'], to: 'opened', by: 'receiver' },
  ask: { from: ['opened'], to: 'more_asked', by: 'receiver' },
  reply: { from: ['more_asked'], to: 'opened', by: 'sender' },
  accept: { from: ['opened', 'waiting'], to: 'accepted', by: 'receiver' },
  wait: { from: ['opened', 'waiting'], to: 'waiting', by: 'receiver' },
  decline: { from: ['opened', 'more_asked', 'waiting'], to: 'declined', by: 'receiver' },
  tried: { from: ['accepted'], to: 'accepted', by: 'receiver' },
  could_not_reach: { from: ['accepted'], to: 'could_not_reach', by: 'receiver' },
  started: { from: ['accepted'], to: 'started', by: 'receiver' },
  ended: { from: ['started'], to: 'ended', by: 'receiver' },
  close: { from: ['ended', 'declined', 'could_not_reach'], to: 'closed', by: 'sender' },
  time_closes: { from: ['ended'], to: 'closed', by: 'system' },
} as const satisfies Record<string, { from: readonly State[]; to: State; by: Side }>;

export type Move = keyof typeof moves;

/** Nothing more happens in these. */
const overStates: readonly State[] = ['closed', 'withdrawn'];

/** At most three times somebody is tried, and after two one may say that they cannot be reached. */
const triesMost = 3;
const triesEnough = 2;

export function stateAfter(move: Move): State {
  return moves[move].to;
}

export function sideOf(move: Move): Side {
  return moves[move].by;
}

/** Why it cannot be done now; undefined where it can. */
export function whyNot(move: Move, referral: Pick<Referral, 'state' | 'tries'>): string | undefined {
  const from: readonly State[] = moves[move].from;
  if (!from.includes(referral.state)) {
    if (referral.state === 'on_hold') {
      return 'This is on hold. A safeguarding lead goes on with it; ring them.';
    }
    return overStates.includes(referral.state)
      ? 'This referral is over. Nothing more can be done with it.'
      : 'Somebody has gone on with this in the meantime. Look again how far it is.';
  }
  if (move === 'tried' && referral.tries >= triesMost) {
    return 'You have tried three times. Say that you could not reach them, or that they started.';
  }
  if (move === 'could_not_reach' && referral.tries < triesEnough) {
    return 'Try at least twice, on different days, before you say that they cannot be reached.';
  }
  return undefined;
}

const heldStates: readonly State[] = ['sent', 'opened', 'more_asked', 'waiting', 'accepted', 'started'];

/** Any open one can be put on hold by a named lead, and only such a one goes on again. */
export function whyNotHold(what: 'hold' | 'release', state: State): string | undefined {
  if (what === 'release')
    return state === 'on_hold' ? undefined : 'It is not on hold. Look again how far it is.';
  return heldStates.includes(state) ? undefined : 'It is not open any more, so there is nothing to hold.';
}

/** Who owes the next word, and in how many working days; undefined where nobody does. */
export function owedIn(state: State): { by: 'sender' | 'receiver'; days: number } | undefined {
  const owed: Partial<Record<State, { by: 'sender' | 'receiver'; days: number }>> = {
    sent: { by: 'receiver', days: 2 },
    opened: { by: 'receiver', days: 5 },
    more_asked: { by: 'sender', days: 5 },
    waiting: { by: 'receiver', days: 20 },
    accepted: { by: 'receiver', days: 5 },
    started: { by: 'receiver', days: 60 },
    declined: { by: 'sender', days: 5 },
    could_not_reach: { by: 'sender', days: 5 },
  };
  return owed[state];
}

/** What nobody has opened climbs at a pace of its own (R35); every other turn has its own time. */
export const turnKinds = ['new-referral', 'referral'] as const;

export function kindIn(state: State): (typeof turnKinds)[number] {
  return state === 'sent' ? 'new-referral' : 'referral';
}

/** The receiver reads need and story while it deals with it; a declined or withdrawn one is locked at once. */
export function receiverMayRead(state: State): boolean {
  return !['draft', 'declined', 'could_not_reach', 'closed', 'withdrawn', 'on_hold'].includes(state);
}

/** Who it is, only once the referral was opened. */
export function receiverMayKnowWho(state: State): boolean {
  return receiverMayRead(state) && state !== 'sent';
}

export const closesAfterDays = 10;

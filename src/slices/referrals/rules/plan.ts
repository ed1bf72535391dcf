import type { State } from '../words/referral.ts';

const endedStates: readonly State[] = ['ended', 'closed', 'withdrawn'];

/** Nothing is left hanging: everything has ended, or waits with a day (C5-J3). */
export function isPlanDone(steps: readonly { state: State; waitUntil: string | null }[]): boolean {
  return (
    steps.length > 0 &&
    steps.every(
      ({ state, waitUntil }) => endedStates.includes(state) || (state === 'waiting' && waitUntil !== null),
    )
  );
}

/** A service asks to talk while it helps; before that it has nothing to say, and afterwards no ground. */
export function mayAskToTalk(state: State): boolean {
  return ['opened', 'accepted', 'waiting', 'started'].includes(state);
}

/** Of whom one may talk: somebody else's step that is not over. */
export function mayBeTalkedWith(
  step: { id: string; state: State; receiverId: string },
  asker: { referralId: string; organisationId: string },
): boolean {
  const isOpen = mayAskToTalk(step.state);
  return step.id !== asker.referralId && step.receiverId !== asker.organisationId && isOpen;
}
